/** The types of the elements' events, for `addEventListener`. */
import type { PlanChangeEvent } from '../action-plan/events.ts';
import type { ActorMapChangeEvent, ActorMapViewEvent } from '../actor-map/events.ts';
import type { BadgeRevokedEvent, BadgesIssuedEvent } from '../badge-issuer/events.ts';
import type { BadgeChangeEvent, BadgeVerdictEvent } from '../badge-viewer/events.ts';
import type { CommonsChangeEvent, CommonsReadyEvent } from '../commons/events.ts';
import type { StrategyChangeEvent } from '../impact-strategy/events.ts';
import type { AssessmentActionsEvent, AssessmentChangeEvent, AssessmentSnapshotEvent } from '../self-assessment/events.ts';
import type {
  SurveyChangeEvent, SurveyErrorEvent, SurveyPageEvent, SurveyReadyEvent, SurveySentEvent, SurveySubmitEvent,
} from '../survey/events.ts';

declare global {
  interface HTMLElementEventMap {
    'asb-ready': SurveyReadyEvent & CommonsReadyEvent;
    /** Of several elements, each with its own class: whoever listens knows to which one. */
    'asb-change': ActorMapChangeEvent & AssessmentChangeEvent & BadgeChangeEvent & CommonsChangeEvent & PlanChangeEvent & StrategyChangeEvent & SurveyChangeEvent;
    'asb-page': SurveyPageEvent;
    'asb-submit': SurveySubmitEvent;
    'asb-sent': SurveySentEvent;
    'asb-error': SurveyErrorEvent;
    'asb-verdict': BadgeVerdictEvent;
    'asb-actions': AssessmentActionsEvent;
    'asb-view': ActorMapViewEvent;
    'asb-snapshot': AssessmentSnapshotEvent;
    'asb-issued': BadgesIssuedEvent;
    'asb-revoked': BadgeRevokedEvent;
  }
}

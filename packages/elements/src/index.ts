/** The elements' classes and events; `@assembleurs/elements/define/survey.js` registers one. */
import './internal/event-map.ts';

export * from './action-plan/events.ts';
export { AsbActionPlan } from './action-plan/action-plan.ts';
export * from './badge-issuer/events.ts';
export { AsbBadgeIssuer } from './badge-issuer/badge-issuer.ts';
export * from './actor-map/events.ts';
export { AsbActorMap } from './actor-map/actor-map.ts';
export * from './badge-viewer/events.ts';
export { AsbBadgeViewer } from './badge-viewer/badge-viewer.ts';
export * from './impact-strategy/events.ts';
export { AsbImpactStrategy } from './impact-strategy/impact-strategy.ts';
export * from './self-assessment/events.ts';
export { AsbSelfAssessment } from './self-assessment/self-assessment.ts';
export * from './commons/events.ts';
export { AsbCommons } from './commons/commons.ts';
export { invitationLink, type Invitation } from './commons/invitation.ts';
export { collectorContext, languageContext, territoryContext, workspaceContext, type CollectorAddress } from './internal/contexts.ts';
export * from './survey/events.ts';
export { AsbSurvey } from './survey/survey.ts';

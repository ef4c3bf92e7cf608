import { autoload } from '../internal/autoload.ts';

autoload({
  'asb-survey': () => import('./survey.ts'),
  'asb-self-assessment': () => import('./self-assessment.ts'),
  'asb-badge-viewer': () => import('./badge-viewer.ts'),
});
import { embedActionPlan } from '../action-plan/embed.ts';
import { embedBadgeIssuer } from '../badge-issuer/embed.ts';
import { embedBadgeViewer } from '../badge-viewer/embed.ts';
import { embedCommons } from '../commons/embed.ts';
import { embedSurvey } from '../survey/embed.ts';

// First: what stands inside asks it.
embedCommons();
embedSurvey();
embedBadgeViewer();
embedActionPlan();
embedBadgeIssuer();

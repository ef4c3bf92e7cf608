import { autoload } from '../internal/autoload.ts';

autoload({
  // First: what stands inside asks it.
  'asb-commons': () => import('./commons.ts'),
  'asb-actor-map': () => import('./actor-map.ts'),
  'asb-survey': () => import('./survey.ts'),
  'asb-self-assessment': () => import('./self-assessment.ts'),
  'asb-impact-strategy': () => import('./impact-strategy.ts'),
  'asb-action-plan': () => import('./action-plan.ts'),
  'asb-badge-issuer': () => import('./badge-issuer.ts'),
  'asb-badge-viewer': () => import('./badge-viewer.ts'),
});

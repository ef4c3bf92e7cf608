import { autoload } from '../internal/autoload.ts';

autoload({
  'asb-survey': () => import('./survey.ts'),
  'asb-self-assessment': () => import('./self-assessment.ts'),
  'asb-badge-viewer': () => import('./badge-viewer.ts'),
});

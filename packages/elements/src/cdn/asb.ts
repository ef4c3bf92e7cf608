import { embedBadgeViewer } from '../badge-viewer/embed.ts';
import { embedSurvey } from '../survey/embed.ts';

embedSurvey();
embedBadgeViewer();

import { embedSurvey } from '../survey/embed.ts';

embedSurvey();

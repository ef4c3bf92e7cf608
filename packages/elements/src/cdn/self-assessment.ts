import { embedSelfAssessment } from '../self-assessment/embed.ts';

embedSelfAssessment();

import { AsbSelfAssessment } from '../self-assessment/self-assessment.ts';

AsbSelfAssessment.define();

export { AsbSelfAssessment };

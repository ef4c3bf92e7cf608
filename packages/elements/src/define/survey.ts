import { AsbSurvey } from '../survey/survey.ts';

AsbSurvey.define();

export { AsbSurvey };

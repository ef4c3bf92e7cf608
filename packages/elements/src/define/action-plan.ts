import { AsbActionPlan } from '../action-plan/action-plan.ts';

AsbActionPlan.define();

export { AsbActionPlan };

import { embedActionPlan } from '../action-plan/embed.ts';

embedActionPlan();

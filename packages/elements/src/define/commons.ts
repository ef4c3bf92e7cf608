import { AsbCommons } from '../commons/commons.ts';

AsbCommons.define();

export { AsbCommons };

/** What people say of the records. The model itself comes with the workspace (`REMARK_TYPE`): pages that only show remarks do not carry it. */
export type { Remark } from './model.ts';
export { remarkRoom, remarksIn, remarksOn, removeRemark } from './on.ts';

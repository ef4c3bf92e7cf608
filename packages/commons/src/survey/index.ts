/** A survey at work: its expressions and the session that turns answers into what is shown, asked and sent. */
export * from './session/types.ts';
export type * from './definition/model.ts';
export { createSession } from './session/session.ts';
export { parseExpression, resolvePath, type Expression, type ParseResult, type Scope } from './expression/index.ts';
export { errorText, ERROR_CODES, MESSAGES, type ErrorCode } from './messages.ts';

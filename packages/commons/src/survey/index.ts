/** A survey at work: its expressions and the session that turns answers into what is shown, asked and sent. */
import type { SurveyDefinition } from './definition/model.ts';
import { addKinds } from './session/factory.ts';
import { extras } from './session/core.ts';
import { gatherings } from './session/gatherings.ts';
import { lookOver } from './session/look-over.ts';
import { patternOf } from './session/patterns.ts';
import { startTriggers } from './session/triggers.ts';
import { createSession as begin } from './session/session.ts';
import type { SessionOptions, SurveySession } from './session/types.ts';

export * from './session/types.ts';
export type * from './definition/model.ts';
export { parseExpression, resolvePath, type Expression, type ParseResult, type Scope } from './expression/index.ts';
export { resume } from './session/resume.ts';
export { errorText, ERROR_CODES, MESSAGES, type ErrorCode } from './messages.ts';

/**
 * Begins a survey. `definition` is as `parseDefinition` gives it; elements at its root are taken as one page.
 * Never throws for what a definition or answers hold: `problems` says what could not be read.
 */
export function createSession(definition: SurveyDefinition, options?: SessionOptions): SurveySession {
  addKinds(gatherings);
  Object.assign(extras, { patternOf, startTriggers, lookOver });
  return begin(definition, options);
}

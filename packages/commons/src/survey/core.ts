/**
 * The same engine as `@assembleurs/commons/survey`, for a page that counts its bytes: questions made of others (tables of questions, panels
 * that repeat), what runs patterns and what runs triggers come by `loadKinds`, before `createSession`, and only when the survey has one.
 */
import { extras } from './session/core.ts';
import { addKinds } from './session/factory.ts';

export { resume } from './session/resume.ts';
export { createSession } from './session/session.ts';

const GATHERINGS = ['matrixdropdown', 'matrixdynamic', 'paneldynamic', 'multipletext'];
const PATTERNS = ['regex', 'regexvalidator'];
const TRIGGERS = ['complete', 'skip', 'setvalue', 'copyvalue', 'runexpression', 'visible'].flatMap((type) => [type, `${type}trigger`]);

/** Makes ready for questions, validators and triggers of these types. Rejects when that part of the script cannot be loaded. */
export async function loadKinds(types: ReadonlySet<string>): Promise<void> {
  const some = (list: readonly string[]): boolean => list.some((type) => types.has(type));
  await Promise.all([
    some(GATHERINGS) && import('./session/gatherings.ts').then(({ gatherings }) => { addKinds(gatherings); }),
    some(PATTERNS) && import('./session/patterns.ts').then(({ patternOf }) => { extras.patternOf = patternOf; }),
    some(TRIGGERS) && import('./session/triggers.ts').then(({ startTriggers }) => { extras.startTriggers = startTriggers; }),
  ]);
}

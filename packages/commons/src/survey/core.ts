/**
 * The same engine as `@assembleurs/commons/survey`, for a page that counts its bytes: questions made of others (tables of questions, panels
 * that repeat) come by `loadKinds`, before `createSession`, and only when the survey has one.
 */
import { addKinds } from './session/factory.ts';

export { createSession } from './session/session.ts';

const GATHERINGS = ['matrixdropdown', 'matrixdynamic', 'paneldynamic', 'multipletext'];

/** Makes ready for questions of these types. Rejects when that part of the script cannot be loaded. */
export async function loadKinds(types: ReadonlySet<string>): Promise<void> {
  if (!GATHERINGS.some((type) => types.has(type))) return;
  addKinds((await import('./session/gatherings.ts')).gatherings);
}

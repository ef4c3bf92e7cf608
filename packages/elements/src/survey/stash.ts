/**
 * A draft as its page left it, in the one storage that writes at once: nobody is told whether the last writing to the database came through.
 * It stands until the page opens again.
 */
import type { Draft } from './database.ts';

const PREFIX = 'asb-survey-left ';

/** Storage that is not there or full throws: the database is then the only one. */
function attempt<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

export const stash = (draft: Draft): void => attempt(() => { localStorage.setItem(PREFIX + draft.key, JSON.stringify(draft)); });

export const dropStash = (key: string): void => attempt(() => { localStorage.removeItem(PREFIX + key); });

/** What was left, when the database does not have it; `kept` is what it has. A draft that went meanwhile does not come back. */
export function leftFor(key: string, kept: Draft | undefined, now: number): Draft | undefined {
  let found: Draft | undefined;
  attempt(() => {
    for (const name of Object.keys(localStorage).filter((each) => each.startsWith(PREFIX))) {
      const left = JSON.parse(localStorage.getItem(name) ?? '') as Draft;
      if (left.key === key && left.expires > now) found = left;
      if (left.key === key || left.expires <= now) localStorage.removeItem(name);
    }
  });
  return found && (kept ? found.revision >= kept.revision && found.savedAt > kept.savedAt : found.revision === 1) ? found : undefined;
}

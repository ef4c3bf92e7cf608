type Extras = typeof import('./extras.ts');
let extras: Extras | undefined;

/** What shows under a badge's head, once it came: the verdict does not wait for it. */
export const extrasHere = (): Extras | undefined => extras;

/** Undefined when it cannot be loaded. */
export async function loadExtras(): Promise<Extras | undefined> {
  try {
    return (extras ??= await import('./extras.ts'));
  } catch {
    return undefined;
  }
}

/** Views that come when they are asked for. */
type Extra = typeof import('./extras.ts');

let extras: Extra | undefined;

export const extrasHere = (): Extra | undefined => extras;

/** Undefined when it cannot be loaded. */
export async function loadExtras(): Promise<Extra | undefined> {
  try {
    return (extras ??= await import('./extras.ts'));
  } catch {
    return undefined;
  }
}

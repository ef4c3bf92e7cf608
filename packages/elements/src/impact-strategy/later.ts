/** What comes when it is asked for: the other views, an item in full. */
type Views = typeof import('./later-views.ts');

let views: Views | undefined;

export const viewsHere = (): Views | undefined => views;

/** Undefined when they cannot be loaded. */
export async function loadViews(): Promise<Views | undefined> {
  try {
    return (views ??= await import('./later-views.ts'));
  } catch {
    return undefined;
  }
}

/** How an action of the plan is made; undefined when it cannot be loaded. */
export const loadPlans = (): Promise<typeof import('@assembleurs/commons/plan') | undefined> => import('@assembleurs/commons/plan').catch(() => undefined);

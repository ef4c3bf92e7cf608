const FRAGMENT = /(?:^#|&)asb-draft=([\w.~-]+)/;

export const hasToken = (): boolean => FRAGMENT.test(location.hash);

/**
 * The token of a resume link, taken out of the page's address: it must not be bookmarked, shared or logged. A fragment
 * never reaches a server.
 */
export function takeToken(): string | undefined {
  const token = FRAGMENT.exec(location.hash)?.[1];
  if (token === undefined) return undefined;
  const rest = location.hash.replace(FRAGMENT, '').replace(/^#?&?/, '#');
  history.replaceState(history.state, '', location.pathname + location.search + (rest === '#' ? '' : rest));
  return token;
}

/** This page's address with the token in its fragment. */
export const resumeLink = (token: string): string => `${location.href.split('#')[0] ?? ''}#asb-draft=${token}`;

/** What asks the server about drafts: loaded when first needed, since it is of no use offline; undefined when it cannot be. */
export const remote = (): Promise<typeof import('./remote-draft.ts') | undefined> => import('./remote-draft.ts').catch(() => undefined);

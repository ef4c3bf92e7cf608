/** An invitation to a collector's workspace travels in the page's fragment, which never reaches a server or a log. */
export interface Invitation {
  readonly workspace: string;
  readonly token: string;
}

const FRAGMENT = /(?:^#|&)asb-workspace=([\w-]{1,100})\.([\w-]{20,200})/;

/** The link to send. `page`: the address of the page that holds the element. */
export const invitationLink = (page: string, { workspace, token }: Invitation): string => `${page.split('#')[0] ?? ''}#asb-workspace=${workspace}.${token}`;

/**
 * The invitation of the address, taken out of it: it must not be bookmarked or shown on a screen. It is kept for this tab, so that a reload
 * works; the link stays with the person.
 */
export function takeInvitation(key: string): Invitation | undefined {
  const place = `asb-commons/${key}`;
  const [, workspace, token] = FRAGMENT.exec(location.hash) ?? [];
  if (workspace !== undefined && token !== undefined) {
    const rest = location.hash.replace(FRAGMENT, '').replace(/^#?&?/, '#');
    history.replaceState(history.state, '', location.pathname + location.search + (rest === '#' ? '' : rest));
    try {
      sessionStorage.setItem(place, JSON.stringify({ workspace, token }));
    } catch {
      // A page that may keep nothing: the link opens it again.
    }
    return { workspace, token };
  }
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null') as Partial<Invitation> | null;
    return typeof kept?.workspace === 'string' && typeof kept.token === 'string' ? { workspace: kept.workspace, token: kept.token } : undefined;
  } catch {
    return undefined;
  }
}

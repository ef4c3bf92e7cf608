import type { RemoteRole } from '../internal/workspace/remote.ts';

/** An invitation to a collector's workspace travels in the page's fragment, which never reaches a server or a log. */
export interface Invitation {
  readonly workspace: string;
  readonly token: string;
  /** What it allowed when the collector last told: a page that cannot reach it starts from there. */
  readonly role?: RemoteRole | undefined;
}

const ROLES = ['edit', 'comment', 'read'] as const satisfies readonly RemoteRole[];
const FRAGMENT = /(?:^#|&)asb-workspace=([\w-]{1,100})\.([\w-]{20,200})/;

/** The link to send. `page`: the address of the page that holds the element. */
export const invitationLink = (page: string, { workspace, token }: Invitation): string => `${page.split('#')[0] ?? ''}#asb-workspace=${workspace}.${token}`;

function keep(key: string, invitation: Invitation): void {
  try {
    sessionStorage.setItem(`asb-commons/${key}`, JSON.stringify(invitation));
  } catch {
    // A page that may keep nothing: the link opens it again.
  }
}

function keptAt(key: string): Invitation | undefined {
  try {
    const { workspace, token, role } = JSON.parse(sessionStorage.getItem(`asb-commons/${key}`) ?? '{}') as Partial<Record<keyof Invitation, unknown>>;
    return typeof workspace === 'string' && typeof token === 'string' ? { workspace, token, role: ROLES.find((each) => each === role) } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The invitation of the address, taken out of it: it must not be bookmarked or shown on a screen. It is kept for this tab, so that a reload
 * works; the link stays with the person.
 */
export function takeInvitation(key: string): Invitation | undefined {
  const kept = keptAt(key);
  const [, workspace, token] = FRAGMENT.exec(location.hash) ?? [];
  if (workspace === undefined || token === undefined) return kept;
  const rest = location.hash.replace(FRAGMENT, '').replace(/^#?&?/, '#');
  history.replaceState(history.state, '', location.pathname + location.search + (rest === '#' ? '' : rest));
  if (kept?.workspace === workspace && kept.token === token) return kept;
  keep(key, { workspace, token });
  return { workspace, token };
}

/** Beside the invitation, if it is still the one that is kept. */
export function keepRole(key: string, { workspace, token }: Invitation, role: RemoteRole): void {
  const kept = keptAt(key);
  if (kept?.workspace === workspace && kept.token === token && kept.role !== role) keep(key, { workspace, token, role });
}

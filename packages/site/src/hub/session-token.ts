/**
 * The token, kept for this tab only. It may come in the printed link's fragment (`/hub/#jeton=…`): a fragment is never
 * sent to a server, and it leaves the address bar, hence the history, as soon as it is read.
 */
const KEY = 'asb-hub-token';

export function takeToken(): string | undefined {
  const given = new URLSearchParams(location.hash.slice(1)).get('jeton')?.trim();
  if (given) {
    history.replaceState(null, '', location.pathname);
    keepToken(given);
    return given;
  }
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined; // storage is refused: the token lasts as long as the page
  }
}

export function keepToken(token: string | undefined): void {
  try {
    if (token === undefined) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, token);
  } catch {
    // As above: nothing to keep it in.
  }
}

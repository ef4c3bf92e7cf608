/** The workspaces that are open in this page: elements that ask for the same one share it. */
import type { Session, SessionOptions } from './session.ts';

interface Opened {
  readonly session: Promise<Session>;
  uses: number;
}

const opened = new Map<string, Opened>();

const nameOf = ({ key, remote }: SessionOptions): string => JSON.stringify([key, remote?.collector, remote?.workspace, remote?.token]);

/** Opens it, or joins whoever has it open. Rejects when what it needs cannot be loaded; asked again, it tries again. */
export function enter(options: SessionOptions): Promise<Session> {
  const name = nameOf(options);
  let found = opened.get(name);
  if (!found) {
    const session = import('./session.ts').then(({ Session }) => Session.open(options));
    found = { session, uses: 0 };
    opened.set(name, found);
    session.catch(() => { opened.delete(name); });
  }
  found.uses += 1;
  return found.session;
}

/** The last one closes it. */
export function leave(options: SessionOptions): void {
  const name = nameOf(options);
  const found = opened.get(name);
  if (!found || (found.uses -= 1) > 0) return;
  opened.delete(name);
  found.session.then((session) => { session.close(); }, () => undefined);
}

/** Collectors in every state that a documented answer needs, and ways to call them. */
import type { SigningKey } from '@assembleurs/open-badges/issue';
import { didKey, newKey, openMailbox, pathIn, PUBLIC } from './badges.ts';
import { ADMIN, openTrial } from './collector.ts';
import type { Call, Trial } from './collector.ts';

/** What meets each documented status of an operation. */
export type Scenarios = Record<string, Record<number, () => Promise<Response>>>;

export interface Stage {
  readonly trial: Trial;
  /** Knows no public address, and no mail server. */
  readonly bare: Trial;
  /** Knows its address, and no mail server. */
  readonly mute: Trial;
  /** Refuses everything: every client has used its share. */
  readonly busy: Trial;
  /** Its database is gone. */
  readonly broken: Trial;
  /** Of the issuer that is published. */
  readonly key: SigningKey;
  readonly hub: (method: string, path: string, call?: Call) => Promise<Response>;
  /** As a page without script does. */
  readonly sendForm: (path: string, values: Readonly<Record<string, string>>, on?: Trial) => Promise<Response>;
  /** The path of the link in the next message. */
  readonly nextLink: () => Promise<string>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const mailbox = await openMailbox();
  const trial = await openTrial({ publicUrl: PUBLIC, mail: { server: mailbox.server, from: 'badges@hub.example' } });
  const [bare, mute, busy, broken] = [await openTrial(), await openTrial({ publicUrl: PUBLIC }), await openTrial({ rates: { writes: 1, all: 1 } }), await openTrial({ publicUrl: PUBLIC })];
  const key = await newKey();
  const issuer = { id: didKey(key), name: 'Hub' };
  for (const [on, id] of [[trial, 'mel'], [mute, 'mel'], [trial, 'bref']] as const) await on.call('PUT', `/issuers/${id}`, { token: ADMIN, body: issuer });
  await busy.call('GET', '/');
  await broken.collector.close();
  return {
    trial, bare, mute, busy, broken, key,
    hub: (method, path, call = {}) => trial.call(method, path, { token: ADMIN, ...call }),
    sendForm: (path, values, on = trial) => on.call('POST', path, { raw: new URLSearchParams(values).toString(), headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }),
    nextLink: async () => pathIn(await mailbox.next()),
    close: async () => {
      await Promise.all([trial, bare, mute, busy, broken].map((one) => one.close()));
      await mailbox.close();
    },
  };
}

/** Longer than the bodies of most operations. */
export const tooLong = { raw: `"${'x'.repeat(6_000_000)}"` };
const text = { raw: '{}', headers: { 'Content-Type': 'text/plain' } };
export const none = '00000000-0000-4000-8000-000000000000';
/** Longer than any parameter. */
export const long = 'x'.repeat(600);

/** The ways in which a body can be unreadable. */
export const bodies = (send: (call: Call) => Promise<Response>, headers: () => Record<string, string> = () => ({})) => ({
  400: () => send({ raw: '{', headers: headers() }),
  413: () => send({ ...tooLong, headers: headers() }),
  415: () => send({ ...text, headers: { ...text.headers, ...headers() } }),
});

/** Badges signed as the issuing element signs them, and a real SMTP server that keeps what it is sent. */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { didDocument, didKey, issue, keyFromSeed, newSalt, newStatusList, revoke, statusListCredential } from '@assembleurs/open-badges/issue';
import type { Award, SigningKey } from '@assembleurs/open-badges/issue';
import { SMTPServer } from 'smtp-server';

export const PUBLIC = 'https://collecteur.hub.example';
export const EMAIL = 'accueil@mairie.example';
const PICTURE = `data:image/svg+xml;base64,${Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5" fill="#252d80"/></svg>').toString('base64')}`;

const random = (size: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(size));

export const newKey = (): Promise<SigningKey> => keyFromSeed(random(32), { random });

export function awardBy(did: string, changes: Partial<Award> = {}): Award {
  return {
    id: `urn:uuid:${crypto.randomUUID()}`,
    issuer: { id: did, name: 'Hub <numérique> & co', url: 'https://hub.example/', email: 'badges@hub.example' },
    achievement: { id: 'urn:uuid:6f1b8f8e-6d5b-4d0e-9f3a-6d5b4d0e9f3a', name: 'Participation à un atelier', description: 'Un atelier <b>suivi</b>.', criteria: 'Être venu.', type: 'Badge', image: PICTURE },
    recipient: { kind: 'person', email: EMAIL, salt: newSalt(random) },
    validFrom: '2026-01-10T09:00:00Z',
    ...changes,
  };
}

export const signed = async (award: Award, key: SigningKey, now = new Date()): Promise<string> => (await issue(award, { key, now, resolve: (url) => Promise.resolve(url === award.issuer.id ? didDocument(award.issuer.id, [key]) : undefined) })).text;

export const statusList = (issuer: string, key: SigningKey, url: string, now: string, ...places: number[]): Promise<Record<string, unknown>> =>
  statusListCredential({ list: places.length > 0 ? revoke(newStatusList(), ...places) : newStatusList(), url, issuer, key, now });

export { didDocument, didKey };

export interface Mailbox {
  readonly server: string;
  /** The next message, whole. */
  next(): Promise<string>;
  close(): Promise<void>;
}

/** Refuses addresses of `full.example`, as a server does whose box is full. */
export async function openMailbox(): Promise<Mailbox> {
  const came: string[] = [];
  const waiting: ((message: string) => void)[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _, done) => { done(address.endsWith('@full.example') ? new Error('mailbox full') : null); },
    onData: (stream, _, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const message = Buffer.concat(chunks).toString('utf8');
        const wait = waiting.shift();
        if (wait) wait(message);
        else came.push(message);
        done();
      });
    },
  });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  return {
    server: `smtp://127.0.0.1:${String((server.server.address() as AddressInfo).port)}`,
    next: () => {
      const message = came.shift();
      return message === undefined ? new Promise((done) => waiting.push(done)) : Promise.resolve(message);
    },
    close: () => new Promise((done) => { server.close(done); }),
  };
}

/** The text of a message: quoted-printable or base64 undone. */
function bodyOf(message: string): string {
  const [head = '', ...rest] = message.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  return Buffer.from(body.replaceAll('=\r\n', '').replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8');
}

/** The address in a message, whole. */
export const linkIn = (message: string): string => /https?:\/\/\S+/.exec(bodyOf(message))?.[0] ?? '';

/** The same, as a path of the collector. */
export const pathIn = (message: string): string => linkIn(message).slice(PUBLIC.length);

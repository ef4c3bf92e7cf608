/**
 * The issuer's key in a file that only a passphrase opens: without it, a lost computer is a lost issuer. PBKDF2-SHA-256 makes each guess of
 * the passphrase slow, AES-GCM keeps and guards the content. What is not secret (the name, the DID) is readable, so that a file is recognised.
 */
import { isObject, parseJson, textOf, type JsonObject, type JsonValue } from '../input/json.ts';
import { decodeBase64Url, encodeBase64Url } from '../proof/multibase.ts';
import { sha256 } from '../proof/sha256.ts';
import type { RandomBytes } from './model.ts';
import { IssueError, problem } from './problems.ts';

const FORMAT = 'asb-issuer-backup';
const VERSION = 1;
/** OWASP, Password Storage Cheat Sheet: 600,000 for PBKDF2-HMAC-SHA-256. */
export const ITERATIONS = 600_000;
/** A file that asks for more would hold the page for minutes. */
const MOST_ITERATIONS = 10_000_000;
export const SHORTEST_PASSPHRASE = 12;
const MOST_TEXT = 4_000_000;

export interface BackupOptions {
  /** Readable by all: what the file is of. */
  readonly label: { readonly id: string; readonly name: string };
  /** The 32 bytes of the key. */
  readonly seed: Uint8Array<ArrayBuffer>;
  /** What else to restore: the profile, older keys, the register. Encrypted with the key. */
  readonly content: JsonObject;
  readonly passphrase: string;
  readonly random: RandomBytes;
  /** ISO date-time. */
  readonly now: string;
  readonly iterations?: number | undefined;
}

export interface Restored {
  readonly seed: Uint8Array<ArrayBuffer>;
  readonly content: JsonObject;
}

/** The file's text. */
export async function encryptBackup({ label, seed, content, passphrase, random, now, iterations = ITERATIONS }: BackupOptions): Promise<string> {
  if (normal(passphrase).length < SHORTEST_PASSPHRASE) throw new IssueError(problem('backup.weak', 'passphrase', { min: SHORTEST_PASSPHRASE }));
  const salt = new Uint8Array(random(16));
  const iv = new Uint8Array(random(12));
  const key = await deriveKey(passphrase, salt, Math.max(iterations, ITERATIONS));
  const plain = new TextEncoder().encode(JSON.stringify({ seed: encodeBase64Url(seed), content }));
  const data = encodeBase64Url(new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytesOf(label.id) }, key, plain)));
  plain.fill(0);
  const file = {
    type: FORMAT, version: VERSION, id: label.id, name: label.name, made: now,
    kdf: { name: 'PBKDF2', hash: 'SHA-256', iterations: Math.max(iterations, ITERATIONS), salt: encodeBase64Url(salt) },
    cipher: { name: 'AES-GCM', iv: encodeBase64Url(iv) },
    data,
    // AES-GCM cannot tell a wrong passphrase from a damaged file: this can.
    checksum: sha256(label.id + data),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What a backup says before it is opened; undefined when the file is none. */
export function readBackupLabel(text: string): { readonly id: string; readonly name: string; readonly made: string } | undefined {
  const file = read(text);
  return file && { id: textOf(file['id']), name: textOf(file['name']), made: textOf(file['made']) };
}

/** Throws `IssueError`: another file, damaged, or another passphrase. */
export async function decryptBackup(text: string, passphrase: string): Promise<Restored> {
  const file = read(text);
  if (!file) throw new IssueError(problem('backup.syntax'));
  if (typeof file['version'] !== 'number' || file['version'] > VERSION) throw new IssueError(problem('backup.version'));
  const { kdf, cipher, data, id } = file;
  const salt = isObject(kdf) ? decodeBase64Url(textOf(kdf['salt'])) : undefined;
  const iterations = isObject(kdf) && kdf['name'] === 'PBKDF2' && kdf['hash'] === 'SHA-256' ? kdf['iterations'] : undefined;
  const iv = isObject(cipher) && cipher['name'] === 'AES-GCM' ? decodeBase64Url(textOf(cipher['iv'])) : undefined;
  const sealed = decodeBase64Url(textOf(data));
  const whole = file['checksum'] === sha256(textOf(id) + textOf(data)) && salt?.length === 16 && iv?.length === 12 && isCount(iterations);
  if (!whole || !sealed) throw new IssueError(problem('backup.damaged'));
  const key = await deriveKey(passphrase, salt, iterations);
  let plain: Uint8Array<ArrayBuffer>;
  try {
    plain = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bytesOf(textOf(id)) }, key, sealed));
  } catch {
    throw new IssueError(problem('backup.passphrase', 'passphrase'));
  }
  const secret = parse(new TextDecoder().decode(plain));
  plain.fill(0);
  const seed = isObject(secret) ? decodeBase64Url(textOf(secret['seed'])) : undefined;
  if (!isObject(secret) || seed?.length !== 32) throw new IssueError(problem('backup.damaged'));
  return { seed, content: isObject(secret['content']) ? secret['content'] : {} };
}

function isCount(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_ITERATIONS;
}

function read(text: string): JsonObject | undefined {
  const file = parse(text);
  return isObject(file) && file['type'] === FORMAT ? file : undefined;
}

function parse(text: string): JsonValue | undefined {
  try {
    return parseJson(text, { depth: 64, length: MOST_TEXT });
  } catch {
    return undefined;
  }
}

/** The same letters, however the keyboard composes them. */
function normal(passphrase: string): string {
  return passphrase.normalize('NFKC').trim();
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text));
}

async function deriveKey(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', bytesOf(normal(passphrase)), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

import { CODES, type Code } from './messages/codes.ts';
import type { Said } from './messages/texts.ts';
import { CHECKS, type CheckName, type CheckState, type Checks, type Message } from './verdict.ts';

/** Longest value of the badge that a message repeats. */
const MAX_PARAMETER = 200;

export type Parameters = Readonly<Record<string, unknown>>;

/** Only texts and numbers are repeated: anything else in that place is the file's fault and says nothing. */
function say(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

let texts: Readonly<Record<Code, Said>> | undefined;

/** Brings the sentences. Without them (offline, nothing loaded yet) a finding is told by its code. */
export async function loadTexts(): Promise<void> {
  texts ??= (await import('./messages/texts.ts')).TEXTS;
}

/** Gathers what verifying finds. A check is "not checked" until something passes or spoils it; the worst finding decides. */
export class Findings {
  readonly messages: Message[] = [];
  readonly #states = new Map<CheckName, CheckState>();
  readonly #codes = new Set<Code>();

  add(code: Code, path = '$', parameters: Parameters = {}): void {
    if (this.messages.some((message) => message.code === code && message.path === path)) return;
    const { check, effect } = CODES[code];
    const { section, fr, en } = texts?.[code] ?? { section: '', fr: code, en: code };
    const fill = (text: string): string =>
      text.replace(/\{(\w+)\}/g, (_, name: string) => printable(say(parameters[name])).slice(0, MAX_PARAMETER)).trim();
    this.messages.push({ check, code, path, section, text: { fr: fill(fr), en: fill(en) } });
    this.#codes.add(code);
    if (effect !== 'note' && this.#states.get(check) !== 'failed') this.#states.set(check, effect);
  }

  /** The check was made; it is "ok" unless something else spoils it. */
  pass(check: CheckName): void {
    if (!this.#states.has(check)) this.#states.set(check, 'ok');
  }

  /** The check could not be made, for a reason that another check tells. */
  doubt(check: CheckName): void {
    if (this.#states.get(check) !== 'failed') this.#states.set(check, 'unknown');
  }

  /** Whether any of these was found. */
  has(...codes: readonly Code[]): boolean {
    return codes.some((code) => this.#codes.has(code));
  }

  get checks(): Checks {
    return Object.fromEntries(CHECKS.map((check) => [check, this.#states.get(check) ?? 'not checked'])) as Record<CheckName, CheckState>;
  }
}

/** U+202A–202E and U+2066–2069 reorder what a person reads: `gro.elpmaxe` for `example.org`. */
const BIDI = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g;

export function stripBidi(text: string): string {
  return text.replace(BIDI, '');
}

/** Without what moves a terminal's cursor or turns its text. */
export function printable(text: string): string {
  return stripBidi(text).replace(/\p{Cc}/gu, ' ');
}

export function hasBidi(text: string): boolean {
  return text.search(BIDI) >= 0;
}

#!/usr/bin/env node
/** `open-badges verify FILE…`: the same verdict as in a page, for scripts and for the curious. */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';

import { parseDateTime } from './dates.ts';
import { carefulFetch } from './fetch.ts';
import { printable } from './findings.ts';
import type { Resolve } from './resources.ts';
import { verify } from './verify.ts';
import { CHECKS, type Verdict } from './verdict.ts';

const USAGE = `open-badges verify FILE… [--json] [--resources MAP.json] [--now ISO-DATE] [--recipient E-MAIL] [--allow-network] [--lang fr|en]

  FILE             a badge: PNG, SVG, JSON, JWT; its https address; - reads standard input
  --json           one JSON object a file, on one line
  --resources MAP  a JSON object from URL or DID to document (object or text); stands in for the network
  --now DATE       judge at that moment instead of now: 2026-11-23, or 2026-11-23T12:00:00Z
  --recipient MAIL say under "recipient" whether the badge was awarded to that address; the state is not changed by it
  --allow-network  let https documents that the badge names be fetched
  --lang fr|en     language of the messages (fr)

Exit: 0 all verified, 1 some not, 2 wrong usage or a file that cannot be opened.
`;

type Language = 'fr' | 'en';

class UsageError extends Error {}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' }, resources: { type: 'string' }, now: { type: 'string' }, recipient: { type: 'string' },
      'allow-network': { type: 'boolean' }, lang: { type: 'string' }, help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [command, ...files] = positionals;
  if (command !== 'verify' || files.length === 0) throw new UsageError('verify FILE…');
  const now = readNow(values.now);
  const language = readLanguage(values.lang);
  const resolve = await resolver(values.resources, values['allow-network'] ?? false);
  let exit = 0;
  for (const file of files) {
    const input = await read(file);
    if (input === undefined) {
      exit = 2;
      continue;
    }
    const verdict = await verify(input, { now, resolve, recipient: values.recipient });
    if (verdict.state !== 'verified') exit = Math.max(exit, 1);
    process.stdout.write(values.json ? `${JSON.stringify(report(file, verdict, language))}\n` : describe(file, verdict, language));
  }
  return exit;
}

/** A day is its first moment in UTC, and so is a time without a zone: the answer must not depend on the machine's own zone. */
function readNow(text: string | undefined): Date {
  if (text === undefined) return new Date();
  const [, day = '', time = 'T00:00', seconds = ':00', zone = 'Z'] = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d)?(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/i.exec(text) ?? [];
  const date = parseDateTime(day + time + seconds + zone);
  if (date === undefined) throw new UsageError(`--now ${text}: not a date`);
  return new Date(date);
}

function readLanguage(text = 'fr'): Language {
  if (text !== 'fr' && text !== 'en') throw new UsageError(`--lang ${text}: fr or en`);
  return text;
}

/** The file's bytes, or the address itself; undefined, and said, when it cannot be opened. */
async function read(file: string): Promise<Uint8Array | string | undefined> {
  if (/^https?:\/\//.test(file)) return file;
  try {
    return await (file === '-' ? buffer(process.stdin) : readFile(file));
  } catch (error) {
    process.stderr.write(`${file}: ${message(error)}\n`);
    return undefined;
  }
}

async function resolver(file: string | undefined, network: boolean): Promise<Resolve> {
  const map = file === undefined ? {} : await readMap(file);
  return (url) => (Object.hasOwn(map, url) ? Promise.resolve(map[url]) : network ? carefulFetch(url) : Promise.resolve(undefined));
}

async function readMap(file: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const map: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof map !== 'object' || map === null || Array.isArray(map)) throw new UsageError('not a JSON object');
    return map as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw new UsageError(`--resources ${file}: ${message(error)}`);
  }
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function report(file: string, { state, checks, messages }: Verdict, language: Language): object {
  return { file, state, checks, messages: messages.map(({ check, code, path, text }) => ({ check, code, path, text: text[language] })) };
}

function describe(file: string, verdict: Verdict, language: Language): string {
  const checks = CHECKS.map((check) => `${check}: ${verdict.checks[check]}`).join(' · ');
  const lines = verdict.messages.map((finding) => `  ${finding.check.padEnd(10)} ${finding.text[language]}  (${printable(finding.path)})`);
  return `${file}: ${verdict.state}\n  ${checks}\n${lines.join('\n')}\n`;
}

try {
  process.exitCode = await main();
} catch (error) {
  const usage = error instanceof UsageError || (error instanceof TypeError && 'code' in error);
  if (!usage) throw error;
  process.stderr.write(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}

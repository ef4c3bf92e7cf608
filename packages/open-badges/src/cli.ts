#!/usr/bin/env node
/** `open-badges verify FILE…`: the same verdict as in a page, for scripts and for the curious. */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';

import { carefulFetch } from './fetch.ts';
import type { Resolve } from './resources.ts';
import { verify } from './verify.ts';
import { CHECKS, type Verdict } from './verdict.ts';

const USAGE = `open-badges verify FILE… [--json] [--resources MAP.json] [--now ISO-DATE] [--recipient E-MAIL] [--allow-network] [--lang fr|en]

  FILE             a badge: PNG, SVG, JSON, JWT; - reads standard input
  --json           one JSON object a file, on one line
  --resources MAP  a JSON object from URL or DID to document (object or text); stands in for the network
  --now DATE       judge at that moment instead of now
  --recipient MAIL say whether the badge was awarded to that address
  --allow-network  let https documents that the badge names be fetched

Exit: 0 all verified, 1 some not, 2 wrong usage.
`;

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
  const now = values.now === undefined ? new Date() : new Date(values.now);
  if (Number.isNaN(now.getTime())) throw new UsageError(`--now ${values.now ?? ''}`);
  const resolve = await resolver(values.resources, values['allow-network'] ?? false);
  let exit = 0;
  for (const file of files) {
    const verdict = await verify(await read(file), { now, resolve, recipient: values.recipient });
    if (verdict.state !== 'verified' || verdict.checks.recipient === 'failed') exit = 1;
    process.stdout.write(values.json ? `${JSON.stringify(report(file, verdict))}\n` : describe(file, verdict, values.lang === 'en' ? 'en' : 'fr'));
  }
  return exit;
}

async function read(file: string): Promise<Uint8Array> {
  try {
    return await (file === '-' ? buffer(process.stdin) : readFile(file));
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function resolver(file: string | undefined, network: boolean): Promise<Resolve> {
  let map: Readonly<Record<string, unknown>> = {};
  if (file !== undefined) {
    try {
      map = JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<string, unknown>>;
    } catch (error) {
      throw new UsageError(`--resources ${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return (url) => (Object.hasOwn(map, url) ? Promise.resolve(map[url]) : network ? carefulFetch(url) : Promise.resolve(undefined));
}

function report(file: string, { state, checks, messages }: Verdict): object {
  return { file, state, checks, messages: messages.map(({ check, code, path, text }) => ({ check, code, path, text: text.fr })) };
}

function describe(file: string, verdict: Verdict, lang: 'fr' | 'en'): string {
  const checks = CHECKS.map((check) => `${check}: ${verdict.checks[check]}`).join(' · ');
  const lines = verdict.messages.map((message) => `  ${message.check.padEnd(10)} ${message.text[lang]}  (${message.path})`);
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

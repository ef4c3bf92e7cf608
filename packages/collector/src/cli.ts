#!/usr/bin/env node
/** `npx asb-collector`: logs go to stdout (JSON lines), words for the person to stderr. */
import { readFile } from 'node:fs/promises';
import { fill } from './http/messages.ts';
import type { MessageValues } from './http/messages.ts';
import { languageOf } from './http/language.ts';
import { Problem } from './http/problems.ts';
import { createCollector, createLog, FolderInUse } from './index.ts';
import type { Collector } from './index.ts';
import { COMMAND } from './messages.ts';
import type { CommandText } from './messages.ts';
import { readSettings, WrongSetting } from './settings.ts';
import type { Settings } from './settings.ts';

const language = languageOf((process.env['LC_ALL'] || process.env['LANG'] || '').replace(/[_.].*/, ''));

const say = (text: CommandText, values: MessageValues = {}) => {
  process.stderr.write(`${fill(COMMAND[language][text], language, values)}\n`);
};

/** Why it does not start, as a sentence. A database's own message says no more than host and database names. */
function explain(error: unknown, { port }: Partial<Settings>): void {
  if (error instanceof WrongSetting) say(error.text, error.values);
  else if (error instanceof FolderInUse) say('folderInUse', { folder: error.folder, holder: error.holder });
  else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') say('portInUse', { port: String(port) });
  else say('failed', { reason: error instanceof Error ? error.message : String(error) });
}

const reasonOf = (error: unknown): string =>
  error instanceof Problem ? error.faults.map(({ path, detail }) => `${path} ${detail}`).join('\n') || error.code
    : error instanceof Error ? error.message : String(error);

/** Runs `work` on each survey's file; what fails is said with the file's name. */
async function eachSurvey<T>(surveys: Settings['surveys'], work: (survey: Settings['surveys'][number], index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (const [index, survey] of surveys.entries()) {
    results.push(await work(survey, index).catch((error: unknown) => {
      throw new WrongSetting('unreadable', { file: survey.file, reason: reasonOf(error) });
    }));
  }
  return results;
}

async function main(): Promise<void> {
  let settings: Settings | undefined;
  let collector: Collector | undefined;
  try {
    settings = readSettings(process.argv.slice(2), process.env);
    if (settings.help) {
      process.stdout.write(COMMAND[language].help);
      return;
    }
    const { surveys, options, logLevel } = settings;
    // Read before anything starts: a mistyped name costs no waiting.
    const definitions = await eachSurvey(surveys, async ({ file }) => JSON.parse(await readFile(file, 'utf8')) as unknown);
    const running = await createCollector({ ...options, log: createLog(logLevel) });
    collector = running;
    await eachSurvey(surveys, ({ id }, index) => running.publish(id, definitions[index]));
    const { url } = await running.listen({ port: settings.port, host: settings.host });
    if (running.firstToken !== undefined) say('firstToken', { token: running.firstToken });
    say('listening', { url });
  } catch (error) {
    explain(error, settings ?? {});
    await collector?.close();
    process.exitCode = 1;
    return;
  }
  const started = collector;
  const stop = () => {
    say('stopping');
    void started.close().then(() => {
      process.exit(0);
    });
  };
  // A second signal ends it at once: Node's own way, once these have gone.
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

await main();

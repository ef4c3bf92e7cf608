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

const language = languageOf((process.env['LC_ALL'] ?? process.env['LANG'] ?? '').replace(/[_.].*/, ''));

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

async function publishAll(collector: Collector, surveys: Settings['surveys']): Promise<void> {
  for (const { id, file } of surveys) {
    try {
      await collector.publish(id, JSON.parse(await readFile(file, 'utf8')));
    } catch (error) {
      const reason = error instanceof Problem ? error.faults.map(({ path, detail }) => `${path} ${detail}`).join('\n') || error.code
        : error instanceof Error ? error.message : String(error);
      throw new WrongSetting('unreadable', { file, reason });
    }
  }
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
    collector = await createCollector({ ...settings.options, log: createLog(settings.logLevel) });
    await publishAll(collector, settings.surveys);
    const { url } = await collector.listen({ port: settings.port, host: settings.host });
    if (collector.firstToken !== undefined) say('firstToken', { token: collector.firstToken });
    say('listening', { url });
  } catch (error) {
    explain(error, settings ?? {});
    await collector?.close();
    process.exitCode = 1;
    return;
  }
  const running = collector;
  const stop = () => {
    say('stopping');
    void running.close().then(() => {
      process.exit(0);
    });
  };
  // A second signal ends it at once: Node's own way, once these have gone.
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

await main();

/** The command in a process of its own. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url));

export interface Running {
  readonly url: string;
  readonly process: ChildProcess;
  /** Words for the person (stderr) so far. */
  said(): string;
  /** Log lines (stdout) so far. */
  logged(): string;
  /** Resolves once the person was told this. */
  saying(words: RegExp): Promise<void>;
  /** Sends the signal; the exit code, null when the signal ended it. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

function run(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--conditions=source', CLI, ...args], {
    env: { ...process.env, DATABASE_URL: '', LC_ALL: '', LANG: 'fr_FR.UTF-8', ASB_RATE_WRITES: '0', ASB_RATE_ALL: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let logged = '';
  const listeners = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (logged += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    for (const listener of listeners) listener();
  });
  const saying = (words: RegExp) => new Promise<void>((done, fail) => {
    const look = () => {
      if (!words.test(said)) return;
      listeners.delete(look);
      done();
    };
    listeners.add(look);
    child.once('exit', () => {
      fail(new Error(`the collector ended without saying ${String(words)}: ${said}`));
    });
    look();
  });
  return { child, saying, said: () => said, logged: () => logged };
}

/** Starts the command on a free port (or `port`); resolves when it listens. */
export async function startCollector(args: readonly string[], env: Readonly<Record<string, string>> = {}, port = 0): Promise<Running> {
  const { child, saying, said, logged } = run(['--port', String(port), ...args], env);
  const listens = /http:\/\/\S+/;
  await saying(listens);
  return {
    url: listens.exec(said())?.[0] ?? '',
    process: child, said, logged, saying,
    stop: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill(signal);
      const [code] = await once(child, 'exit') as [number | null];
      return code;
    },
  };
}

/** Runs the command to its end. */
export async function endOf(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<{ code: number | null; said: string; logged: string }> {
  const { child, said, logged } = run(args, env);
  const [code] = await once(child, 'close') as [number | null];
  return { code, said: said(), logged: logged() };
}

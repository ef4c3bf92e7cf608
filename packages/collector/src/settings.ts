/** The command's settings: options first, then environment variables, then defaults. */
import { parseArgs } from 'node:util';
import type { CollectorOptions } from './index.ts';
import type { MessageValues } from './http/messages.ts';
import type { CommandText } from './messages.ts';

/** A setting that cannot be used: which sentence to show. */
export class WrongSetting extends Error {
  readonly text: CommandText;
  readonly values: MessageValues;

  constructor(text: CommandText, values: MessageValues) {
    super(text);
    this.text = text;
    this.values = values;
  }
}

export interface Settings {
  readonly help: boolean;
  readonly port: number;
  readonly host: string;
  readonly logLevel: string;
  readonly surveys: readonly { readonly id: string; readonly file: string }[];
  readonly options: CollectorOptions;
}

const MIN_TOKEN = 24;

function whole(name: string, value: string | undefined, fallback: number): number {
  if (value === undefined || value === '') return fallback;
  if (!/^\d{1,7}$/.test(value)) throw new WrongSetting('badNumber', { name, value });
  return Number(value);
}

function options(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        survey: { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new WrongSetting('badOption', { reason: error instanceof Error ? error.message : '' });
  }
}

/** The public address, without its last slash. */
function address(name: string, value: string | undefined): string | undefined {
  if (!value) return undefined;
  if (!/^https?:\/\/[^\s?#]+$/.test(value) || !URL.canParse(value)) throw new WrongSetting('badAddress', { name, value });
  return value.replace(/\/+$/, '');
}

/** Both or none: a server without a sender refuses every message, one at a time. */
function mailOf({ ASB_SMTP_URL: server, ASB_MAIL_FROM: from }: NodeJS.ProcessEnv): CollectorOptions['mail'] {
  if (!server && !from) return undefined;
  if (!server || !/^smtps?:\/\/\S+$/.test(server) || !URL.canParse(server)) throw new WrongSetting('badAddress', { name: 'ASB_SMTP_URL', value: (server ?? '').replace(/\/\/.*@/, '//…@') });
  if (!from || !/^[^\r\n]*\S+@\S+$/.test(from)) throw new WrongSetting('badAddress', { name: 'ASB_MAIL_FROM', value: from ?? '' });
  return { server, from };
}

export function readSettings(args: readonly string[], env: NodeJS.ProcessEnv): Settings {
  const given = options(args);
  const adminToken = env['ASB_ADMIN_TOKEN'] || undefined;
  if (adminToken !== undefined && adminToken.length < MIN_TOKEN) throw new WrongSetting('shortToken', {});
  const unlimited = (limit: number) => (limit === 0 ? Number.MAX_SAFE_INTEGER : limit);
  return {
    help: given.help ?? false,
    port: whole('port', given.port ?? env['PORT'], 8090),
    host: given.host ?? env['HOST'] ?? '127.0.0.1',
    logLevel: env['ASB_LOG_LEVEL'] ?? 'info',
    surveys: (given.survey ?? []).map((value) => {
      const [, id, file] = /^([^=]+)=(.+)$/.exec(value) ?? [];
      if (id === undefined || file === undefined) throw new WrongSetting('badSurvey', { value });
      return { id, file };
    }),
    options: {
      databaseUrl: env['DATABASE_URL'] || undefined,
      folder: given.data ?? env['ASB_DATA_DIR'] ?? 'asb-data',
      adminToken,
      origins: (env['ASB_ORIGINS'] ?? '').split(',').map((origin) => origin.trim().replace(/\/$/, '')).filter((origin) => origin !== ''),
      base: (env['ASB_BASE'] ?? '').replace(/\/+$/, ''),
      publicUrl: address('ASB_PUBLIC_URL', env['ASB_PUBLIC_URL']),
      mail: mailOf(env),
      proxies: whole('ASB_PROXIES', env['ASB_PROXIES'], 0),
      rates: {
        writes: unlimited(whole('ASB_RATE_WRITES', env['ASB_RATE_WRITES'], 120)),
        all: unlimited(whole('ASB_RATE_ALL', env['ASB_RATE_ALL'], 1_200)),
      },
    },
  };
}

import type { Territory } from '@assembleurs/commons/territory';
import type { Connection, Database } from './database/connect.ts';
import type { AnswerWriter } from './answers/writer.ts';
import type { Mail } from './mail.ts';
import type { Definitions } from './surveys/definitions.ts';

/** What every part of the collector works with. */
export interface Services {
  readonly connection: Connection;
  readonly database: Database;
  readonly definitions: Definitions;
  readonly writer: AnswerWriter;
  /** The communes that an answer may come from. */
  readonly territory: Territory;
  /** The address that the world knows this collector by, without a last slash; undefined when nobody said. */
  readonly publicUrl: string | undefined;
  /** Undefined when nobody said by which server messages go. */
  readonly mail: Mail | undefined;
  readonly now: () => Date;
  readonly version: string;
}

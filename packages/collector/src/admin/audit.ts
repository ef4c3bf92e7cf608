import type { Database } from '../database/connect.ts';
import { audit } from '../database/schema.ts';

export interface Act {
  /** The token's id; null for the collector itself. */
  readonly actor: string | null;
  readonly act: 'publish' | 'settings' | 'export' | 'erase' | 'retention' | 'token-create' | 'token-withdraw'
    | 'workspace-create' | 'workspace-erase' | 'invitation-create' | 'invitation-withdraw'
    | 'issuer-publish' | 'issuer-erase' | 'badge-publish' | 'badge-erase' | 'claim-create' | 'claim-withdraw';
  readonly surveyId?: string;
  readonly target?: string;
  readonly count?: number;
}

/** One line of the audit log, in the same transaction as the act itself. Never holds what was answered. */
export async function record(database: Database, at: Date, act: Act): Promise<void> {
  await database.insert(audit).values({ at, ...act });
}

import type { SurveySubmission } from './events.ts';

/** `…/api/docs/<document>/tables/<table>/records`: where a Grist document takes rows (https://support.getgrist.com/api/). */
const RECORDS = /\/api\/docs\/[\w-]+\/tables\/[\w.-]+\/records\/?$/;

export const isGrist = (action: string): boolean => URL.canParse(action) && RECORDS.test(new URL(action).pathname);

/**
 * The answers as one new row, told apart by its `cle`. Not Grist's "add or update": that asks whoever sends for the right to read the
 * table, thus everybody's answers. The columns are always these, whatever the survey asks: one that the table does not have would
 * refuse the row.
 */
export function gristRow(key: string, body: string): string {
  const { survey, definitionVersion, locale, commune, startedAt, completedAt, answers } = JSON.parse(body) as SurveySubmission;
  const fields = {
    cle: key, enquete: survey ?? '', version: definitionVersion ?? '', langue: locale, commune: commune ?? '',
    commence_a: startedAt, termine_a: completedAt ?? '', reponses: JSON.stringify(answers),
  };
  return JSON.stringify({ records: [{ fields }] });
}

/** The memo of the access rule that keeps a document from a second row under one `cle` (docs/guides/recevoir-dans-grist.md). */
const RECEIVED = 'deja-recu';

interface GristError {
  readonly details?: { readonly memos?: readonly unknown[] };
}

/** A refusal that says that the row is there: an earlier try arrived, and its acknowledgement was lost. */
export const isReceived = (status: number, body: unknown): boolean =>
  status === 403 && JSON.stringify((body as GristError | undefined)?.details?.memos ?? '').includes(RECEIVED);

/** What the person quotes and the hub finds in the column `cle`: Grist itself gives no receipt. */
export const gristReceipt = (key: string): string => key.slice(0, 8);

import type { SurveySubmission } from './events.ts';

/** `…/api/docs/<document>/tables/<table>/records`: where a Grist document takes rows (https://support.getgrist.com/api/). */
const RECORDS = /\/api\/docs\/[\w-]+\/tables\/[\w.-]+\/records\/?$/;

export const isGrist = (action: string): boolean => URL.canParse(action) && RECORDS.test(new URL(action).pathname);

/**
 * The request that a Grist document understands: one row, told apart by its `cle`. "Add or update" (PUT) makes a second try of the same
 * sending the same row. The columns are always these, whatever the survey asks: one that the table does not have would refuse the row.
 */
export function gristRequest(key: string, body: string): { readonly method: 'PUT'; readonly body: string } {
  const { survey, definitionVersion, locale, commune, startedAt, completedAt, answers } = JSON.parse(body) as SurveySubmission;
  const fields = {
    enquete: survey ?? '', version: definitionVersion ?? '', langue: locale, commune: commune ?? '', commence_a: startedAt, termine_a: completedAt ?? '', reponses: JSON.stringify(answers),
  };
  return { method: 'PUT', body: JSON.stringify({ records: [{ require: { cle: key }, fields }] }) };
}

/** A table for any spreadsheet: the national columns and ours; read back with headings more or less right. */
import Papa from 'papaparse';
import { toCsv } from '../../survey/formats/table.ts';
import type { Action } from '../model.ts';
import type { Plan } from '../plan-model.ts';
import { COLUMNS, MORE_COLUMNS } from './columns.ts';
import { formatText } from './messages.ts';
import { type Imported, planFromRows, type ReadOptions } from './read-rows.ts';
import { rowsOf } from './rows.ts';

const ALL = [...COLUMNS, ...MORE_COLUMNS];
const MAX_CHARACTERS = 10_000_000;

/** With `;` and a byte order mark, as French spreadsheets open it; no text is a formula. `chosen`: only these actions. */
export const planToCsv = (plan: Plan, { chosen = plan.actions }: { readonly chosen?: readonly Action[] } = {}): string =>
  toCsv({ columns: ALL.map(([key, title]) => ({ key, title })), rows: rowsOf(plan, chosen).map((row) => ALL.map(([key]) => row[key])) }, { decimal: ',' });

/** `'=1` was written for `=1`. */
const plain = (cell: string): string => (/^'[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell) ? cell.slice(1) : cell);

/** Whatever the separator: the first one under which headings are found. Never throws. */
export function planFromCsv(text: string, options: ReadOptions): Imported {
  if (text.length > MAX_CHARACTERS) return { problem: formatText('tooBig', options.locale) };
  const content = text.replace(/^\ufeff/, '');
  let found: Exclude<Imported, { plan: unknown }> = { problem: formatText('notCsv', options.locale) };
  for (const delimiter of [';', '\t', ',']) {
    const { data } = Papa.parse<string[]>(content, { delimiter });
    const read = data.length > 0 ? planFromRows(data.map((row) => row.map(plain)), options) : found;
    if ('plan' in read) return read;
    // Somebody can still say which column is which: of the separators, the one that gives most columns.
    if ((read.source?.headings.length ?? 0) >= (found.source?.headings.length ?? 0)) found = read;
  }
  return found;
}

/** The workbook that Territoires en Transitions imports: 28 columns, headings in row 2, actions from row 4 on. Written and read back. */
import { clean } from '../../survey/formats/table.ts';
import { unpackedSize } from '../../survey/formats/xlsform-sheets.ts';
import type { Action } from '../model.ts';
import type { Plan } from '../plan-model.ts';
import type { CellValue } from './cells.ts';
import { COLUMNS } from './columns.ts';
import { type Loss, planLosses } from './loss.ts';
import { formatText } from './messages.ts';
import { type Imported, planFromRows, type ReadOptions } from './read-rows.ts';
import { rowLosses, rowsOf, type RowCell } from './rows.ts';

const MAX_BYTES = 10_000_000;
const MAX_UNPACKED = 100_000_000;

export interface Exported<Content> {
  readonly content: Content;
  readonly losses: readonly Loss[];
}

const cellOf = (cell: RowCell) => {
  if (cell === null || cell === '') return null;
  if (cell instanceof Date) return { value: cell, type: Date, format: 'dd/mm/yyyy' };
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: clean(cell), type: String, wrap: true };
};

/** `chosen`: only these actions. */
export async function planToXlsx(plan: Plan, { chosen = plan.actions, locale }: { readonly chosen?: readonly Action[]; readonly locale?: string } = {}): Promise<Exported<Uint8Array<ArrayBuffer>>> {
  const { default: write } = await import('write-excel-file/universal');
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true });
  const blob = await write([{
    sheet: 'Plan',
    stickyRowsCount: 2,
    columns: COLUMNS.map(([key]) => ({ width: /title|description|goals|resources/.test(key) ? 40 : 20 })),
    data: [
      [bold(clean(plan.name) || formatText('plan'))],
      COLUMNS.map(([, label]) => bold(label)),
      [null],
      ...rowsOf(plan, chosen).map((row) => COLUMNS.map(([key]) => cellOf(row[key]))),
    ],
  }]).toBlob();
  return { content: new Uint8Array(await blob.arrayBuffer()), losses: [...rowLosses(plan, chosen, locale), ...planLosses(plan, locale)] };
}

/** The sheet that holds the headings, wherever it stands. Never rejects. */
export async function planFromXlsx(bytes: Uint8Array, options: ReadOptions): Promise<Imported> {
  if (bytes.length > MAX_BYTES || unpackedSize(bytes) > MAX_UNPACKED) return { problem: formatText('tooBig', options.locale) };
  try {
    const { default: read } = await import('read-excel-file/universal');
    const sheets = await read(bytes.slice().buffer);
    let problem: Exclude<Imported, { plan: unknown }> = { problem: formatText('noHeader', options.locale) };
    for (const { data } of sheets) {
      const found = planFromRows(data as unknown as CellValue[][], options);
      if ('plan' in found) {
        const title = (data as unknown as CellValue[][])[0]?.[0];
        return { ...found, plan: { ...found.plan, name: typeof title === 'string' && data.length > 1 && !columnTitle(title) ? title.slice(0, 500) : '' } };
      }
      if ((found.source?.headings.length ?? 0) >= (problem.source?.headings.length ?? 0)) problem = found;
    }
    return problem;
  } catch {
    // Not a zip, or a zip that is no workbook: the person can only save it again.
    return { problem: formatText('notXlsx', options.locale) };
  }
}

const columnTitle = (text: string): boolean => COLUMNS.some(([, label]) => label === text.trim());

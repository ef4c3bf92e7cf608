/** A flat table, and the two files that people open one with. */
import Papa from 'papaparse';

/** A `Date` is a moment; a day alone is a `Date` at midnight UTC. */
export type Cell = string | number | boolean | Date | null;

export interface Table {
  /** `key` is for machines and never changes with the language; `title` is for the header row. */
  readonly columns: readonly { readonly key: string; readonly title: string }[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface CsvOptions {
  /** `;` by default: what a French spreadsheet expects. */
  readonly separator?: ';' | ',' | '\t';
  /** Starts with a byte order mark, without which Excel misreads accents. True by default. */
  readonly bom?: boolean;
  /** `,` for a French spreadsheet to see numbers; `.` by default, which programs read. */
  readonly decimal?: '.' | ',';
}

/** How a spreadsheet tells a formula: a cell that begins so is written with a `'` before, which says "text". */
export const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Lines end with CR LF (RFC 4180). Texts that a spreadsheet would run as a formula are neutralised; numbers are left alone. */
export function toCsv(table: Table, { separator = ';', bom = true, decimal = '.' }: CsvOptions = {}): string {
  const write = (cell: Cell): string => {
    if (cell === null) return '';
    if (cell instanceof Date) return isDay(cell) ? cell.toISOString().slice(0, 10) : cell.toISOString();
    if (typeof cell === 'number') return String(cell).replace('.', decimal);
    return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell);
  };
  const csv = Papa.unparse(
    { fields: table.columns.map(({ title }) => write(title)), data: table.rows.map((row) => row.map(write)) },
    { delimiter: separator, newline: '\r\n' },
  );
  return (bom ? '\ufeff' : '') + csv + '\r\n';
}

/** An .xlsx file with one sheet; numbers are numbers, dates dates, and no text is a formula. In browsers and in Node. */
export async function toXlsx(table: Table, { sheet = 'Données' }: { sheet?: string } = {}): Promise<Uint8Array> {
  return writeXlsx([{ sheet, table }]);
}

/** The same with several sheets. */
export async function writeXlsx(sheets: readonly { readonly sheet: string; readonly table: Table }[]): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/universal');
  const blob = await write(
    sheets.map(({ sheet, table }) => ({
      sheet: sheetName(sheet),
      stickyRowsCount: 1,
      columns: table.columns.map(({ title }, i) => ({ width: width(title, table.rows.map((row) => row[i] ?? null)) })),
      data: [
        table.columns.map(({ title }) => ({ value: clean(title), type: String, fontWeight: 'bold' as const, wrap: true })),
        ...table.rows.map((row) => row.map(xlsxCell)),
      ],
    })),
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function xlsxCell(cell: Cell) {
  if (cell === null || cell === '') return null;
  if (cell instanceof Date) return { value: cell, type: Date, format: isDay(cell) ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm' };
  if (typeof cell === 'number') return Number.isFinite(cell) ? { value: cell, type: Number } : null;
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  return { value: clean(cell), type: String };
}

/**
 * Without what XML cannot hold, and the 32,767 characters that Excel takes in a cell. A trailing space for the names
 * that every object has: write-excel-file 4.1 looks its texts up in a plain object, and one answer `constructor` would
 * make the whole file unreadable.
 */
export function clean(value: string): string {
  // eslint-disable-next-line no-control-regex -- XML 1.0 §2.2 allows none of these in a cell
  const text = value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '').slice(0, 32_767);
  return text in Object.prototype ? `${text} ` : text;
}

/** Excel refuses some characters and more than 31 of them. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || 'Feuille 1';
}

/** In characters, from what the column holds, within what a screen shows. */
function width(title: string, cells: readonly Cell[]): number {
  const longest = cells.slice(0, 200).reduce<number>((most, cell) => Math.max(most, cell instanceof Date ? 16 : String(cell ?? '').length), Math.min(title.length, 24));
  return Math.min(Math.max(longest + 2, 8), 60);
}

function isDay(date: Date): boolean {
  return date.getTime() % 86_400_000 === 0;
}

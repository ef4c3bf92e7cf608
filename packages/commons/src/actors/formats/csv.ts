/** CSV in and out: headers, the line of each row, and cells that no spreadsheet runs. */
import Papa from 'papaparse';
import { FORMULA } from '../../survey/formats/table.ts';
import type { Problem, ReadOptions } from '../read.ts';
import { formatText } from './messages.ts';

/** The national inventory is some 30 MB; what is far longer is something else. */
const MAX_CHARACTERS = 100_000_000;
const MAX_ROWS = 200_000;
const MAX_COLUMNS = 500;

export interface CsvRow {
  /** In the file, from 1; a cell may span several lines, this is the first. */
  readonly line: number;
  /** As many as there are headers, trimmed. */
  readonly cells: readonly string[];
}

export interface CsvTable {
  /** Trimmed; an empty one is named after its place, a repeated one is numbered. */
  readonly headers: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly separator: string;
  readonly problems: readonly Problem[];
}

export type CsvResult = { readonly table: CsvTable } | { readonly error: readonly Problem[] };

export function readCsv(text: string, { locale }: ReadOptions = {}): CsvResult {
  if (text.length > MAX_CHARACTERS) return { error: [{ path: '', text: formatText('tooBig', locale) }] };
  const whole = text.replace(/^\ufeff/, '');
  const said = EXCEL_SEPARATOR.exec(whole);
  const body = whole.slice(said?.[0].length ?? 0);
  const separator = said?.[1] ?? separatorOf(body);
  const problems: Problem[] = [];
  const rows: CsvRow[] = [];
  let headers: string[] | undefined;
  /** A first line with one cell: the only column's name, or a title if more cells follow. */
  let alone: readonly string[] | undefined;
  let line = said ? 2 : 1;
  let at = 0;
  Papa.parse<string[]>(body, {
    delimiter: separator,
    skipEmptyLines: false,
    step: ({ data, errors, meta }, parser) => {
      const start = line;
      line += lineBreaks(body, at, meta.cursor);
      at = meta.cursor;
      const cells = data.map((cell) => readCell(cell.trim()));
      if (errors.length > 0) problems.push({ path: '', line: start, text: formatText('quotes', locale) });
      if (cells.every((cell) => cell === '')) return;
      if (headers === undefined) {
        const many = cells.filter((cell) => cell !== '').length > 1;
        if (!many && alone === undefined) {
          alone = cells;
          return;
        }
        headers = headersOf((many ? cells : (alone ?? cells)).slice(0, MAX_COLUMNS));
        if (many) return;
      }
      if (cells.slice(headers.length).some((cell) => cell !== '')) {
        problems.push({ path: '', line: start, text: formatText('tooManyCells', locale, { count: cells.length, headers: headers.length }) });
      }
      rows.push({ line: start, cells: headers.map((_, index) => cells[index] ?? '') });
      if (rows.length >= MAX_ROWS) {
        problems.push({ path: '', line: start, text: formatText('tooManyRows', locale, { count: MAX_ROWS }) });
        parser.abort();
      }
    },
  });
  if (headers === undefined && alone) headers = headersOf(alone.slice(0, MAX_COLUMNS));
  if (headers === undefined) return { error: [{ path: '', text: formatText('noHeader', locale) }] };
  return { table: { headers, rows, separator, problems } };
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** `sep=;`, by which Excel says how a file is written. */
const EXCEL_SEPARATOR = /^"?sep=([,;\t])"?[^\S\n]*\r?\n/i;

/** What stands most often in the header line, outside quotes; in the next line when the first one, a title, has none. Never `|`: it separates the values of one cell. */
function separatorOf(text: string): string {
  const [first = '', second = ''] = /^\s*([^\r\n]*)\s*([^\r\n]*)/.exec(text)?.slice(1).map((line) => line.replace(/"[^"]*"/g, '')) ?? [];
  const most = (line: string): { readonly separator: string; readonly count: number } =>
    [',', ';', '\t'].map((separator) => ({ separator, count: line.split(separator).length })).reduce((best, each) => (each.count > best.count ? each : best));
  return (most(first).count > 1 ? most(first) : most(second)).separator;
}

function headersOf(cells: readonly string[]): string[] {
  const seen = new Set<string>();
  return cells.map((cell, index) => {
    const base = cell === '' ? `colonne ${String(index + 1)}` : cell;
    let header = base;
    for (let again = 2; seen.has(header); again++) header = `${base} (${String(again)})`;
    seen.add(header);
    return header;
  });
}

/** A text that begins as a formula is written with a `'` before, which says "text"; `readCell` takes it off again. */
export const writeCell = (text: string): string => (FORMULA.test(text.replace(/^'+/, '')) ? `'${text}` : text);

/** For `toCsv`, which neutralises formulas; what already looks neutralised gets one more `'`, so that reading gives it back. */
export const textCell = (text: string | undefined): string | null => (text === undefined ? null : text.startsWith("'") ? writeCell(text) : text);

/** The national export writes `''` for "nothing". */
export function readCell(text: string): string {
  if (text === "''") return '';
  return text.startsWith("'") && FORMULA.test(text.replace(/^'+/, '')) ? text.slice(1) : text;
}

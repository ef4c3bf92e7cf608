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
  const body = text.replace(/^\ufeff/, '');
  const separator = separatorOf(body);
  const problems: Problem[] = [];
  const rows: CsvRow[] = [];
  let headers: string[] | undefined;
  let line = 1;
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
        headers = headersOf(cells.slice(0, MAX_COLUMNS));
        return;
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
  if (headers === undefined) return { error: [{ path: '', text: formatText('noHeader', locale) }] };
  return { table: { headers, rows, separator, problems } };
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** What stands most often in the header line, outside quotes. Never `|`: it separates the values of one cell. */
function separatorOf(text: string): string {
  const header = (/^\s*[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((separator) => ({ separator, count: header.split(separator).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).separator;
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

/** The national export writes `''` for "nothing". */
export function readCell(text: string): string {
  if (text === "''") return '';
  return text.startsWith("'") && FORMULA.test(text.replace(/^'+/, '')) ? text.slice(1) : text;
}

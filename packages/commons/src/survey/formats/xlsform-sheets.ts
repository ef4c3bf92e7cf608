/** The sheets of an XLSForm workbook: columns by name and language, rows with the address of each cell. */
import type { LocalizedText } from '../definition/model.ts';

const MAX_BYTES = 10_000_000;
const MAX_UNPACKED = 100_000_000;
const MAX_ROWS = 20_000;

type Value = string | number | boolean | Date | null;

export interface Column {
  /** Lower case, without its language: `label`, `media::image`. */
  readonly key: string;
  readonly lang: string | undefined;
  readonly index: number;
  readonly header: string;
}

export class Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];

  constructor(name: string, data: readonly (readonly Value[])[]) {
    this.name = name;
    this.columns = (data[0] ?? []).map((header, index) => ({ ...heading(cellText(header)), index, header: cellText(header) }));
    this.rows = data.slice(1, MAX_ROWS).map((cells, i) => new Row(this, i + 2, cells)).filter((row) => !row.blank);
  }

  has(key: string): boolean {
    return this.columns.some((column) => column.key === key);
  }

  /** `survey!C5` */
  address(index: number, row: number): string {
    let letters = '';
    for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    return `${this.name}!${letters}${String(row)}`;
  }
}

export class Row {
  readonly #sheet: Sheet;
  readonly #number: number;
  readonly #cells: readonly Value[];

  constructor(sheet: Sheet, number: number, cells: readonly Value[]) {
    this.#sheet = sheet;
    this.#number = number;
    this.#cells = cells;
  }

  get blank(): boolean {
    return this.#cells.every((cell) => cellText(cell) === '');
  }

  /** The cell of a column as text; `''` when empty or when there is no such column. */
  text(key: string): string {
    const column = this.#sheet.columns.find((each) => each.key === key);
    return column ? cellText(this.#cells[column.index]) : '';
  }

  /** The columns that hold something in this row. */
  get filled(): readonly Column[] {
    return this.#sheet.columns.filter(({ index }) => cellText(this.#cells[index]) !== '');
  }

  /** A text by language: `label::Français (fr)`. */
  localized(key: string): LocalizedText | undefined {
    const texts: Record<string, string> = {};
    for (const { key: own, lang, index } of this.#sheet.columns) {
      const text = own === key ? cellText(this.#cells[index]) : '';
      if (text !== '') texts[lang ?? 'default'] = text;
    }
    const langs = Object.keys(texts);
    if (langs.length === 0) return undefined;
    return langs.length === 1 && langs[0] === 'default' ? texts.default ?? '' : texts;
  }

  /** `survey!C5` */
  address({ index }: Column): string {
    return this.#sheet.address(index, this.#number);
  }

  /** The address of a column's cell; of the row's first one without such a column. */
  at(key: string): string {
    return this.#sheet.address(this.#sheet.columns.find((column) => column.key === key)?.index ?? 0, this.#number);
  }
}

/** The sheets by lower-case name, or why the file cannot be read. */
export async function readWorkbook(file: Uint8Array | ArrayBuffer | Blob): Promise<Map<string, Sheet> | 'tooBig' | 'notXlsx'> {
  const bytes = new Uint8Array(file instanceof Blob ? await file.slice(0, MAX_BYTES + 1).arrayBuffer() : file);
  if (bytes.length > MAX_BYTES || unpackedSize(bytes) > MAX_UNPACKED) return 'tooBig';
  try {
    const { default: read } = await import('read-excel-file/universal');
    const sheets = await read(bytes.slice().buffer);
    return new Map(sheets.map(({ sheet, data }) => [sheet.trim().toLowerCase(), new Sheet(sheet, data as unknown as Value[][])]));
  } catch {
    // Not a zip, or a zip that is no workbook: the person can only save it again.
    return 'notXlsx';
  }
}

/** What the entries of a zip say they unpack to (their central directory): a small file must not fill the memory. */
export function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = 0; at + 46 <= bytes.length; at++) {
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== 0x02014b50) continue;
    total += view.getUint32(at + 24, true);
    at += 45;
  }
  return total;
}

const ALIASES: Readonly<Record<string, string>> = {
  caption: 'label', relevance: 'relevant', readonly: 'read_only', 'read only': 'read_only', calculate: 'calculation', image: 'media::image',
  'list name': 'list_name', 'constraint message': 'constraint_message', 'required message': 'required_message', 'repeat count': 'repeat_count', value: 'name',
};

/** `label::Français (fr)`, `label:fr` or `label`. */
function heading(header: string): { key: string; lang: string | undefined } {
  const [start = '', ...rest] = header.split(/::?/).map((part) => part.trim());
  const first = start.toLowerCase();
  const hasKind = /^(media|bind|body|instance)$/.test(first);
  const key = hasKind ? `${first}::${(rest.shift() ?? '').toLowerCase()}` : first;
  return { key: ALIASES[key] ?? key, lang: rest[0] === undefined || rest[0] === '' ? undefined : languageCode(rest[0]) };
}

const LANGUAGES: Readonly<Record<string, string>> = {
  french: 'fr', français: 'fr', francais: 'fr', english: 'en', anglais: 'en', nederlands: 'nl', dutch: 'nl', español: 'es', spanish: 'es', deutsch: 'de', german: 'de', arabic: 'ar',
};

export function languageCode(name: string): string {
  const code = /\(\s*([a-z]{2,3}(?:-[a-z0-9]+)*)\s*\)\s*$/i.exec(name)?.[1] ?? name.trim();
  return LANGUAGES[code.toLowerCase()] ?? code.replace(/[^A-Za-z0-9-]+/g, '-').toLowerCase();
}

/** Days as `2026-11-23`, the rest as it reads. */
function cellText(value: Value | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, value.getTime() % 86_400_000 === 0 ? 10 : 16);
  return String(value).replace(/\u00a0/g, ' ').trim();
}

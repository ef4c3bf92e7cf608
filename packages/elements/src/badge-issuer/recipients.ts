/** A list of recipients as people have them: a spreadsheet's export, cells pasted from it, addresses out of a mail program. Each line is judged before anything is signed. */
import type { Awarded, People } from './model.ts';
import { tools } from './tools.ts';

export type LineProblem = 'noEmail' | 'badEmail' | 'noName' | 'badUrl' | 'double' | 'awarded' | 'broken';

export interface Line {
  /** In the text, from 1. */
  readonly number: number;
  readonly email: string;
  /** Of an organisation: in the badge. Of a person: for the mail merge only, never in the badge. */
  readonly name: string;
  readonly url: string;
  readonly narrative: string;
  readonly evidenceUrl: string;
  readonly evidenceName: string;
  readonly problems: readonly LineProblem[];
  /** The line that it doubles, or the day of the earlier award. */
  readonly detail: string;
}

export interface ReadList {
  readonly lines: readonly Line[];
  /** Columns that were not understood, by their titles. */
  readonly ignored: readonly string[];
  /** More lines than are signed at once: the rest was left out. */
  readonly cut: boolean;
}

/** At once: more would keep the page's memory full of pictures. */
export const MOST_LINES = 5000;

type Column = 'email' | 'name' | 'url' | 'narrative' | 'evidenceUrl' | 'evidenceName';

const TITLES: Readonly<Record<Column, RegExp>> = {
  email: /^(?:e-?mail|courriel|mail|adresse(?: (?:e-?mail|electronique|mail))?|email address|identifier|recipient_email)$/,
  name: /^(?:nom|name|prenom|nom (?:complet|et prenom)|organisation|organization|structure|collectivite|commune)$/,
  url: /^(?:site|site web|url|adresse web|website)$/,
  narrative: /^(?:recit|narrative|motif|texte|description|commentaire|comment)$/,
  evidenceUrl: /^(?:preuve|evidence|lien|link|lien de (?:la )?preuve|evidence url)$/,
  evidenceName: /^(?:nom de la preuve|titre de la preuve|evidence name)$/,
};

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();

const columnOf = (title: string): Column | undefined => (Object.keys(TITLES) as Column[]).find((column) => TITLES[column].test(plain(title)));

/** `Accueil <accueil@commune.example>` */
const ADDRESS = /^(.*?)\s*<([^<>]*@[^<>]*)>$/;

/** Cells without titles: an address is known by its @, a link by its beginning; the first other text is the name, the second the story. */
function guess(cells: readonly string[], kind: People['kind']): Partial<Record<Column, string>> {
  const found: Partial<Record<Column, string>> = {};
  for (const cell of cells) {
    const [, name, address] = ADDRESS.exec(cell) ?? [];
    if (/^https?:/i.test(cell)) found[kind === 'organisation' && found.url === undefined ? 'url' : 'evidenceUrl'] ??= cell;
    else if (found.email === undefined && cell.includes('@')) {
      found.email = address ?? cell;
      if (name) found.name ??= name.replace(/^"|"$/g, '');
    } else if (found.name === undefined) found.name = cell;
    else found.narrative ??= cell;
  }
  return found;
}

interface Row {
  readonly number: number;
  readonly found: Partial<Record<Column, string>>;
  readonly broken: boolean;
}

/** Lines with several addresses and nothing else, as a mail program lists them: taken apart here, and left empty in the rest. */
function takeAddressLists(text: string): { readonly rows: Row[]; readonly rest: string } {
  const rows: Row[] = [];
  const rest = text.split(/\r?\n/).map((line, at) => {
    const parts = line.split(/[,;]/).map((part) => part.trim()).filter((part) => part !== '');
    if (parts.length < 2 || !parts.every((part) => tools().isEmail(ADDRESS.exec(part)?.[2] ?? part))) return line;
    rows.push(...parts.map((part) => ({ number: at + 1, found: guess([part], 'person'), broken: false })));
    return '';
  });
  return { rows, rest: rest.join('\n') };
}

export async function readList({ text, kind, again }: People, earlier: readonly Awarded[]): Promise<ReadList> {
  const { default: Papa } = await import('papaparse');
  const { rows: listed, rest } = kind === 'person' ? takeAddressLists(text.replace(/^\ufeff/, '')) : { rows: [], rest: text.replace(/^\ufeff/, '') };
  const guessed = Papa.parse<string[]>(rest, { delimitersToGuess: [';', '\t', ',', '|'], preview: MOST_LINES + 2 });
  // Lines with and without a name agree on no separator: then it is the one that a line shows.
  const unsure = guessed.errors.some(({ type }) => type === 'Delimiter');
  const { data, errors } = unsure ? Papa.parse<string[]>(rest, { delimiter: [';', '\t'].find((each) => rest.includes(each)) ?? ',', preview: MOST_LINES + 2 }) : guessed;
  const broken = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
  const rows = data.map((row, at) => ({ number: at + 1, cells: row.map((cell) => cell.trim()) })).filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first] = rows;
  const titles = first && !first.cells.some((cell) => cell.includes('@')) ? first.cells.map(columnOf) : [];
  const titled = titles.some((title) => title === 'email' || title === 'name');
  const ignored = titled ? (first?.cells.filter((cell, at) => cell !== '' && titles[at] === undefined) ?? []) : [];
  const read = (titled ? rows.slice(1) : rows).map(({ number, cells }): Row => ({
    number, found: titled ? byTitle(cells, titles) : guess(cells.filter((cell) => cell !== ''), kind), broken: broken.has(number - 1),
  }));
  const all = [...listed, ...read].toSorted((one, other) => one.number - other.number);
  const seen = new Map<string, number>();
  const before = new Map(again ? [] : earlier.filter(({ revoked, recipient }) => !revoked && recipient.kind === kind).map(({ recipient: { email, name }, issuedAt }) => [recipientKey(kind, email, name), issuedAt]));
  const lines = all.slice(0, MOST_LINES).map(({ number, found, broken: isBroken }) => judge(number, found, isBroken, { kind, seen, before }));
  return { lines, ignored, cut: all.length > MOST_LINES || data.length > MOST_LINES + 1 };
}

function byTitle(cells: readonly string[], titles: readonly (Column | undefined)[]): Partial<Record<Column, string>> {
  const found: Partial<Record<Column, string>> = {};
  cells.forEach((cell, at) => {
    const column = titles[at];
    if (column === undefined || cell === '') return;
    // A first name and a name are one.
    found[column] = column === 'name' && found.name !== undefined ? `${found.name} ${cell}` : cell;
  });
  return found;
}

interface Judging {
  readonly kind: People['kind'];
  /** Recipients read so far, with their lines. */
  readonly seen: Map<string, number>;
  /** Those that have this badge already, with the day. */
  readonly before: ReadonlyMap<string, string>;
}

/** What makes two recipients one. */
export const recipientKey = (kind: People['kind'], email: string, name: string): string => (kind === 'person' ? tools().normalEmail(email) : plain(name));

function judge(number: number, found: Partial<Record<Column, string>>, isBroken: boolean, { kind, seen, before }: Judging): Line {
  const { email: given = '', name = '', url = '', narrative = '', evidenceUrl = '', evidenceName = '' } = found;
  const email = ADDRESS.exec(given)?.[2] ?? given.replace(/^mailto:/i, '');
  const problems: LineProblem[] = isBroken ? ['broken'] : [];
  if (kind === 'person' && email === '') problems.push('noEmail');
  if (email !== '' && !tools().isEmail(email)) problems.push('badEmail');
  if (kind === 'organisation' && name === '') problems.push('noName');
  if ([url, evidenceUrl].some((address) => address !== '' && !tools().isWebAddress(address))) problems.push('badUrl');
  let detail = '';
  if (problems.length === 0) {
    const key = recipientKey(kind, email, name);
    const double = seen.get(key);
    const awarded = before.get(key);
    if (double !== undefined) problems.push('double');
    else if (awarded !== undefined) problems.push('awarded');
    detail = double === undefined ? (awarded ?? '') : String(double);
    if (double === undefined) seen.set(key, number);
  }
  return { number, email, name, url, narrative, evidenceUrl, evidenceName, problems, detail };
}

/** Those that a badge will be made for. */
export const goodLines = ({ lines }: ReadList): readonly Line[] => lines.filter(({ problems }) => problems.length === 0);

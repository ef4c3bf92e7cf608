/** What a record holds and a table has no column for: as JSON in one column of ours, so that a copy read elsewhere loses nothing. */
export const MORE_COLUMN = 'asb_more';

type Members = Readonly<Record<string, unknown>>;

/** `named`: members that other columns say. Undefined when nothing is left. */
export function moreOf(record: Members & { readonly derivedFrom: readonly string[] }, named: ReadonlySet<string>): Members | undefined {
  const left = Object.entries(record).filter(([name, value]) => name !== 'id' && !named.has(name) && value !== undefined && !(name === 'derivedFrom' && record.derivedFrom.length === 0));
  return left.length === 0 ? undefined : Object.fromEntries(left);
}

/** Takes it out of the cells; what is no such thing stays there, as a column that we do not know. */
export function moreIn(cells: Map<string, unknown>, named: ReadonlySet<string>): Members {
  const value = cells.get(MORE_COLUMN);
  const more = typeof value === 'string' ? parsed(value) : value;
  if (typeof more !== 'object' || more === null || Array.isArray(more)) return {};
  cells.delete(MORE_COLUMN);
  return Object.fromEntries(Object.entries(more).filter(([name, each]) => name !== 'id' && !named.has(name) && (name !== 'derivedFrom' || isTexts(each))));
}

/** From one cell; `unread`: somebody broke it. */
export function moreInCell(cell: string, named: ReadonlySet<string>): { readonly more: Members; readonly unread: boolean } {
  const cells = new Map<string, unknown>(cell === '' ? [] : [[MORE_COLUMN, cell]]);
  return { more: moreIn(cells, named), unread: cells.size > 0 };
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

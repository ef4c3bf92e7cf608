/** Which version of the national standard a file follows. One row may tell: files leave out what is empty, and are half converted. */
import { canonical } from './standard-cell.ts';
import { successorOf } from './standard-v0-values.ts';
import type { OldListColumn } from './standard-v0-values.ts';

/** What only version 0.1 has. */
export const OLD_COLUMNS: readonly string[] = ['publics_accueillis', 'conditions_acces', 'conditions_access', 'labels_nationaux', 'labels_autres'];

/** Lists that both versions have, with other values. */
const SHARED = ['services', 'modalites_accompagnement'] as const satisfies readonly OldListColumn[];

/** `rows`: cells by the name of their column. */
export const isOldVersion = (rows: readonly { readonly cells: ReadonlyMap<string, unknown> }[]): boolean =>
  rows.some(({ cells }) => OLD_COLUMNS.some((column) => cells.has(column)) || SHARED.some((column) => valuesOf(cells.get(column)).some((value) => isOldValue(column, value))));

const valuesOf = (cell: unknown): string[] =>
  (Array.isArray(cell) ? (cell as readonly unknown[]) : [cell]).flatMap((item) => (typeof item === 'string' ? item.split(/[|;]/) : []));

const isOldValue = (column: (typeof SHARED)[number], value: string): boolean => {
  const text = value.trim();
  return text !== '' && canonical(column, text) === undefined && successorOf(column, text) !== undefined;
};

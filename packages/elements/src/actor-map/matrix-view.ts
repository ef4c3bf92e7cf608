/** Libraries by operators: what binds each two, how many each has, and where nobody is. A grid, moved in with the arrows. */
import { type Actor, type Link, existing } from '@assembleurs/commons/actors';
import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { ViewContext } from './context.ts';
import type { Work } from './work.ts';

/** A table with more than this is read by nobody at once: the rest comes when it is asked for. */
const AT_ONCE = { rows: 100, columns: 40 } as const;
type Side = keyof typeof AT_ONCE;

/** How many show, once somebody asked for more. */
const shown = new WeakMap<Work, Readonly<Record<Side, number>>>();

interface Cells {
  /** Those that were found, the ones with links first when there are more than show at once. */
  readonly libraries: readonly Actor[];
  readonly operators: readonly Actor[];
  readonly of: (library: string, operator: string) => readonly Link[];
  /** Existing links only: how many operators a library has, wherever they are; how many of these libraries an operator has. */
  readonly operatorsOf: (library: string) => number;
  readonly librariesOf: (operator: string) => number;
}

/**
 * The filters narrow both sides, and an operator that works with a library that was found is there too, whatever its own seat. When they leave
 * nobody on one side ("libraries only"), that side stays whole: it is what the other is crossed with. Totals never depend on what shows.
 */
function cellsOf({ work, words: { compare } }: ViewContext): Cells {
  const { data: { actors, links }, found: { entries } } = work;
  const ofKind = (list: readonly Actor[], wanted: Actor['kind']): readonly Actor[] => list.filter(({ kind }) => kind === wanted);
  const narrowed = entries.map(({ actor }) => actor);
  const [everyLibrary, everyOperator] = [ofKind(actors, 'bibliotheque'), ofKind(actors, 'operateur_mediation')];
  const [foundLibraries, foundOperators] = [ofKind(narrowed, 'bibliotheque'), ofKind(narrowed, 'operateur_mediation')];
  const neither = foundLibraries.length === 0 && foundOperators.length === 0;
  const libraries = foundLibraries.length > 0 || neither ? foundLibraries : everyLibrary;

  const operatorIds = new Set(everyOperator.map(({ id }) => id));
  const libraryIds = new Set(libraries.map(({ id }) => id));
  const between = new Map<string, Link[]>();
  const [operatorsOf, librariesOf] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const add = (sets: Map<string, Set<string>>, key: string, value: string): void => { sets.set(key, (sets.get(key) ?? new Set()).add(value)); };
  const [boundLibraries, boundOperators] = [new Set<string>(), new Set<string>()];
  for (const link of links) {
    for (const [library, operator] of [[link.source, link.target], [link.target, link.source]] as const) {
      if (!libraryIds.has(library) || !operatorIds.has(operator)) continue;
      const key = `${library} ${operator}`;
      between.set(key, [...(between.get(key) ?? []), link]);
      boundLibraries.add(library);
      boundOperators.add(operator);
      if (link.status !== 'existant') continue;
      add(operatorsOf, library, operator);
      add(librariesOf, operator, library);
    }
  }
  const wanted = new Set(foundOperators.map(({ id }) => id));
  const operators = foundOperators.length === 0 && !neither ? everyOperator : everyOperator.filter(({ id }) => wanted.has(id) || (foundLibraries.length > 0 && boundOperators.has(id)));
  const place = ({ commune }: Actor): string => work.communeName(commune);
  const boundFirst = (list: readonly Actor[], side: Side, bound: ReadonlySet<string>, order: (a: Actor, b: Actor) => number): readonly Actor[] =>
    list.toSorted((a, b) => (list.length > AT_ONCE[side] ? Number(bound.has(b.id)) - Number(bound.has(a.id)) : 0) || order(a, b));
  return {
    libraries: boundFirst(libraries, 'rows', boundLibraries, (a, b) => compare(place(a), place(b)) || compare(a.name, b.name)),
    operators: boundFirst(operators, 'columns', boundOperators, (a, b) => compare(a.name, b.name)),
    of: (library, operator) => between.get(`${library} ${operator}`) ?? [],
    operatorsOf: (library) => operatorsOf.get(library)?.size ?? 0,
    librariesOf: (operator) => librariesOf.get(operator)?.size ?? 0,
  };
}

/** Arrows, Home and End move in the grid, where one cell is a tab stop. */
function move(event: KeyboardEvent): void {
  const cell = (event.target as HTMLElement).closest<HTMLElement>('td, th');
  const row = cell?.parentElement;
  const table = cell?.closest('table');
  if (!cell || !row || !table) return;
  const rows = [...table.querySelectorAll('tbody tr')];
  const [column, line] = [[...row.children].indexOf(cell), rows.indexOf(row)];
  const to = (down: number, across: number): HTMLElement | null | undefined => rows[down]?.children[across]?.querySelector<HTMLElement>('button');
  const next = ({
    ArrowRight: () => to(line, column + 1), ArrowLeft: () => to(line, column - 1), ArrowDown: () => to(line + 1, column), ArrowUp: () => to(line - 1, column), Home: () => to(line, 0), End: () => to(line, row.children.length - 2),
  } as const)[event.key as 'Home'] as (() => HTMLElement | null | undefined) | undefined;
  const button = next?.();
  if (!button) return;
  event.preventDefault();
  for (const each of table.querySelectorAll<HTMLElement>('tbody button')) each.tabIndex = -1;
  button.tabIndex = 0;
  button.focus();
}

/** The cell that Tab reached may be gone with its row: the first one takes its place. */
function keepTabStop(foot: Element | undefined): void {
  const body = foot?.parentElement?.querySelector('tbody');
  if (body && !body.querySelector('button[tabindex="0"]')) body.querySelector<HTMLElement>('td button')?.setAttribute('tabindex', '0');
}

/** What does not show of one side, and the way to it. */
function renderMore(side: Side, { libraries, operators }: Cells, { work, words: { t, number }, focusOn }: ViewContext): unknown {
  const all = side === 'rows' ? libraries : operators;
  const limits = shown.get(work) ?? AT_ONCE;
  const hidden = all.length - limits[side];
  if (hidden <= 0) return nothing;
  const more = (): void => {
    const next = all[limits[side]];
    shown.set(work, { ...limits, [side]: limits[side] + AT_ONCE[side] });
    work.show({});
    if (next) focusOn(`[part=matrix] [data-${side}="${next.id}"]`);
  };
  return html`<p class="row" data-hidden=${side}><span>${t(side === 'rows' ? 'rowsHidden' : 'columnsHidden', { count: hidden, number: number(hidden) })}</span>
    <button type="button" class="secondary" part="button" @click=${more}>${t(side === 'rows' ? 'moreLibraries' : 'moreOperators', { count: Math.min(hidden, AT_ONCE[side]) })}</button></p>`;
}

export function renderMatrix(context: ViewContext): unknown {
  const { work, words: { t, number, percent, linkKind, status }, editable, openActor, focusOn } = context;
  const cells = cellsOf(context);
  const { of, operatorsOf, librariesOf } = cells;
  if (cells.libraries.length === 0 || cells.operators.length === 0) return html`<div class="empty"><p>${t(cells.libraries.length === 0 ? 'noLibrary' : 'noOperator')}</p></div>`;
  const limits = shown.get(work) ?? AT_ONCE;
  const [libraries, operators] = [cells.libraries.slice(0, limits.rows), cells.operators.slice(0, limits.columns)];
  const open = (library: Actor, operator: Actor, links: readonly Link[]): void => {
    if (links.length > 0 || !editable) openActor(library.id);
    else {
      work.show({ selected: library.id, editing: { type: 'link', actor: library.id, with: operator.id } });
      focusOn('#f-linkKind');
    }
  };
  const stands = (links: readonly Link[]): string => (existing(links).length > 0 ? 'existant' : (links[0]?.status ?? ''));
  const cell = (library: Actor, operator: Actor, first: boolean): unknown => {
    const links = of(library.id, operator.id);
    const said = links.length === 0 ? t(editable ? 'cellEmptyEdit' : 'cellEmpty') : `${t('itsLinks', { count: links.length })}, ${links.map((link) => `${linkKind(link.kind)} (${status(link.status)})`).join(', ')}`;
    return html`<td class=${stands(links)}><button type="button" class="cell" tabindex=${first ? '0' : '-1'} data-links=${links.length} data-columns=${library === libraries[0] ? operator.id : nothing} aria-label=${t('cell', { library: library.name, operator: operator.name, said })} title=${said} @click=${() => { open(library, operator, links); }}><span aria-hidden="true">${links.length === 0 ? '·' : stands(links) === 'existant' ? number(existing(links).length) : stands(links) === 'souhaite' ? '?' : '×'}</span></button></td>`;
  };
  const covered = cells.libraries.filter(({ id }) => operatorsOf(id) > 0).length;
  return html`<p>${t('matrixHelp')}</p><p data-coverage><strong>${t('coverage', { count: covered, all: number(cells.libraries.length), share: percent(covered / cells.libraries.length) })}</strong></p>
    ${renderMore('columns', cells, context)}
    <div class="scroll matrix" role="region" aria-label=${t('title_matrix')} tabindex="-1"><table part="matrix" role="grid" @keydown=${move}><thead><tr><th scope="col">${t('libraryHead')}</th>${operators.map(({ name }) => html`<th scope="col"><span class="column">${name}</span></th>`)}<th scope="col">${t('totalHead')}</th></tr></thead>
      <tbody>${libraries.map((library, row) => html`<tr><th scope="row"><button type="button" class="name" tabindex="-1" data-actor=${library.id} data-rows=${library.id} @click=${() => { openActor(library.id); }}>${library.name}</button></th>
        ${operators.map((operator, column) => cell(library, operator, row === 0 && column === 0))}
        <td class="num">${number(operatorsOf(library.id))}</td></tr>`)}</tbody>
      <tfoot ${ref((foot) => { keepTabStop(foot); })}><tr><th scope="row">${t('reachedHead')}</th>${operators.map(({ id }) => html`<td class="num">${number(librariesOf(id))}</td>`)}<td class="num">${number(covered)}</td></tr></tfoot></table></div>
    ${renderMore('rows', cells, context)}
    <p class="soft">${t('matrixKey')}</p>`;
}

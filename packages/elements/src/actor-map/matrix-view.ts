/** Libraries by operators: what binds each two, how many each has, and where nobody is. A grid, moved in with the arrows. */
import { type Actor, type Link, existing } from '@assembleurs/commons/actors';
import { html } from 'lit';
import type { ViewContext } from './context.ts';

/** More columns than this is no table any more: the filters narrow it. */
const MAX_COLUMNS = 60;
const MAX_ROWS = 500;

interface Cells {
  readonly libraries: readonly Actor[];
  readonly operators: readonly Actor[];
  readonly of: (library: string, operator: string) => readonly Link[];
}

/** Rows and columns follow the filters of words and communes; what is asked of kinds or links would take away one side. */
function cellsOf({ work, words: { compare } }: ViewContext): Cells {
  const actors = work.index.find({ ...work.filters, kind: [], linking: [] }).entries.map(({ actor }) => actor);
  const places = (code: string | undefined): string => work.communeName(code);
  const sort = (list: readonly Actor[]): Actor[] => list.toSorted((a, b) => compare(places(a.commune), places(b.commune)) || compare(a.name, b.name));
  const between = new Map<string, Link[]>();
  for (const link of work.data.links) {
    for (const key of [`${link.source} ${link.target}`, `${link.target} ${link.source}`]) between.set(key, [...(between.get(key) ?? []), link]);
  }
  return {
    libraries: sort(actors.filter(({ kind }) => kind === 'bibliotheque')).slice(0, MAX_ROWS),
    // Operators work over many communes: all of them are columns, wherever they have their seat.
    operators: work.data.actors.filter(({ kind }) => kind === 'operateur_mediation').toSorted((a, b) => compare(a.name, b.name)).slice(0, MAX_COLUMNS),
    of: (library, operator) => between.get(`${library} ${operator}`) ?? [],
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

export function renderMatrix(context: ViewContext): unknown {
  const { work, words: { t, number, percent, linkKind, status }, editable, openActor, focusOn } = context;
  const { libraries, operators, of } = cellsOf(context);
  if (libraries.length === 0 || operators.length === 0) return html`<div class="empty"><p>${t(libraries.length === 0 ? 'noLibrary' : 'noOperator')}</p></div>`;
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
    return html`<td class=${stands(links)}><button type="button" class="cell" tabindex=${first ? '0' : '-1'} data-links=${links.length} aria-label=${t('cell', { library: library.name, operator: operator.name, said })} title=${said} @click=${() => { open(library, operator, links); }}><span aria-hidden="true">${links.length === 0 ? '·' : stands(links) === 'existant' ? number(existing(links).length) : stands(links) === 'souhaite' ? '?' : '×'}</span></button></td>`;
  };
  const reached = (list: readonly Actor[], others: readonly Actor[], pair: (a: Actor, b: Actor) => readonly Link[]): number => list.filter((a) => others.some((b) => existing(pair(a, b)).length > 0)).length;
  const covered = reached(libraries, operators, (a, b) => of(a.id, b.id));
  return html`<p>${t('matrixHelp')}</p><p data-coverage><strong>${t('coverage', { count: covered, all: number(libraries.length), share: percent(covered / libraries.length) })}</strong></p>
    <div class="scroll matrix" role="region" aria-label=${t('title_matrix')} tabindex="-1"><table part="matrix" role="grid" @keydown=${move}><thead><tr><th scope="col">${t('libraryHead')}</th>${operators.map(({ name }) => html`<th scope="col"><span class="column">${name}</span></th>`)}<th scope="col">${t('totalHead')}</th></tr></thead>
      <tbody>${libraries.map((library, row) => html`<tr><th scope="row"><button type="button" class="name" tabindex="-1" data-actor=${library.id} @click=${() => { openActor(library.id); }}>${library.name}</button></th>
        ${operators.map((operator, column) => cell(library, operator, row === 0 && column === 0))}
        <td class="num">${number(operators.filter(({ id }) => existing(of(library.id, id)).length > 0).length)}</td></tr>`)}</tbody>
      <tfoot><tr><th scope="row">${t('reachedHead')}</th>${operators.map((operator) => html`<td class="num">${number(reached(libraries, [operator], (a, b) => of(a.id, b.id)))}</td>`)}<td class="num">${number(covered)}</td></tr></tfoot></table></div>
    <p class="soft">${t('matrixKey')}</p>`;
}

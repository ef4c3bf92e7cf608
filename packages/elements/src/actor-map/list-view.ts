/** The list: every actor that was found, in the order that the person asks for. */
import type { ActorEntry } from '@assembleurs/commons/actors';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ViewContext } from './context.ts';
import { SORTS, type Sort } from './work.ts';

/** How many more rows show at a time. */
const MORE = 100;

const numbers: Partial<Record<Sort, (entry: ActorEntry) => number>> = {
  places: ({ places }) => places.length,
  links: ({ links }) => links.length,
};

function sorted({ work, words }: ViewContext): ActorEntry[] {
  const { by, down } = work.sort;
  const { entries } = work.index;
  const number = numbers[by];
  const text = (entry: ActorEntry): string => (by === 'kind' ? words.kind(entry.actor.kind) : by === 'commune' ? communes(entry, work.communeName.bind(work)) : entry.actor.name);
  // A text is made once an actor, not once a comparison.
  const keyed = entries.map((entry) => ({ entry, number: number?.(entry) ?? 0, text: number ? entry.actor.name : text(entry) }));
  keyed.sort((a, b) => (a.number - b.number || (number ? 0 : words.compare(a.text, b.text))) * (down ? -1 : 1) || words.compare(a.entry.actor.name, b.entry.actor.name));
  return keyed.map(({ entry }) => entry);
}

const communes = ({ values }: ActorEntry, nameOf: (code: string) => string): string => {
  const names = values.commune.map(nameOf);
  return names.length > 3 ? `${names.slice(0, 3).join(', ')}…` : names.join(', ');
};

/** All actors in the order that is asked for: filters take from it, and the list is drawn again at each key of a form. */
const orders = new WeakMap<object, { readonly key: readonly unknown[]; readonly all: readonly ActorEntry[] }>();
const founds = new WeakMap<object, { readonly key: readonly unknown[]; readonly rows: readonly ActorEntry[] }>();

const same = (one: readonly unknown[] | undefined, two: readonly unknown[]): boolean => one?.every((each, at) => each === two[at]) ?? false;

function rowsOf(context: ViewContext): readonly ActorEntry[] {
  const { work, words } = context;
  const order = [work.index, work.sort, words];
  let ordered = orders.get(work);
  if (!ordered || !same(ordered.key, order)) orders.set(work, (ordered = { key: order, all: sorted(context) }));
  const key = [work.found, ordered.all];
  let found = founds.get(work);
  if (found && same(found.key, key)) return found.rows;
  const shown = new Set(work.found.entries);
  founds.set(work, (found = { key, rows: shown.size === ordered.all.length ? ordered.all : ordered.all.filter((entry) => shown.has(entry)) }));
  return found.rows;
}

export function renderList(context: ViewContext): unknown {
  const { work, words: { t, number, kind }, focusOn, openActor } = context;
  const rows = rowsOf(context);
  if (rows.length === 0) return html`<div class="empty"><p>${t('noneFound')}</p></div>`;
  const { by, down } = work.sort;
  const head = (sort: Sort): unknown => html`<th scope="col" aria-sort=${by === sort ? (down ? 'descending' : 'ascending') : 'none'}><button type="button" class="sort" part="button" @click=${() => {
    work.show({ sort: { by: sort, down: by === sort ? !down : sort === 'places' || sort === 'links' } });
  }}>${t(`head_${sort}`)}<span aria-hidden="true">${by === sort ? (down ? ' ↓' : ' ↑') : ''}</span></button></th>`;
  return html`<div class="scroll" role="region" aria-label=${t('title_list')} tabindex="0"><table part="list" class="list"><thead><tr>${SORTS.map(head)}</tr></thead>
    <tbody>${repeat(rows.slice(0, work.rows), ({ actor }) => actor.id, (entry) => html`<tr aria-current=${entry.actor.id === work.selected ? 'true' : 'false'}>
      <th scope="row"><button type="button" class="name" part="button" data-actor=${entry.actor.id} @click=${() => { openActor(entry.actor.id); }}>${entry.actor.name}</button></th>
      <td>${kind(entry.actor.kind)}</td><td>${communes(entry, (code) => work.communeName(code))}</td><td class="num">${number(entry.places.length)}</td>
      <td class="num">${number(entry.links.length)}</td></tr>`)}</tbody></table></div>
    ${rows.length > work.rows ? html`<div class="row"><button type="button" class="secondary" part="button" @click=${() => {
      const next = rows[work.rows];
      work.show({ rows: work.rows + MORE });
      if (next) focusOn(`[data-actor="${next.actor.id}"]`);
    }}>${t('moreRows', { count: Math.min(MORE, rows.length - work.rows) })}</button><span class="soft">${t('rowsOf', { shown: number(work.rows), all: number(rows.length) })}</span></div>` : nothing}`;
}

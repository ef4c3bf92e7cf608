/** What a file would bring, before anything is taken: new records, fields that differ, and those of which a person must say whether they are the same. */
import { type Actor, type ActorRecord, type Change, type Doubt, type Place, applyHolders, applyMerge, matchText } from '@assembleurs/commons/actors';
import { html, nothing } from 'lit';
import type { ViewContext } from './context.ts';
import { tell } from './importing.ts';
import { withHolders } from './loading.ts';
import { type ActorMapKey, actorMapFr } from './messages/fr.ts';
import { type Review, waitingAfter } from './work.ts';

/** More than these on one screen nobody reads; what is not shown follows the same rule as what is. */
const SHOWN = 200;

const nameOf = (record: ActorRecord, { work }: ViewContext): string => {
  if (record.type === 'actor') return record.name;
  if (record.type === 'place') return record.nom;
  const end = (id: string): string => work.index.get(id)?.actor.name ?? '…';
  return `${end(record.source)} → ${end(record.target)}`;
};

function fieldName(field: string, { words: { t } }: ViewContext): string {
  const key = `f_${field}`;
  return key in actorMapFr ? t(key as ActorMapKey) : field.replace(/^extra\./, '');
}

function valueOf(value: unknown, { work, words: { t } }: ViewContext): string {
  if (value === undefined || value === null || value === '') return t('nothing');
  if (Array.isArray(value)) return value.map(String).join(', ');
  if (typeof value === 'string') return work.index.get(value)?.actor.name ?? value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}

function renderChange({ mine, fields }: Change<ActorRecord>, review: Review, context: ViewContext): unknown {
  const { work, words: { t } } = context;
  const taken = review.fields[mine.id] ?? fields.filter(({ kind }) => kind === 'filled').map(({ field }) => field);
  const toggle = (field: string): void => {
    const next = taken.includes(field) ? taken.filter((each) => each !== field) : [...taken, field];
    work.show({ review: { ...review, fields: { ...review.fields, [mine.id]: next } } });
  };
  return html`<fieldset class="card"><legend>${nameOf(mine, context)}</legend><table><thead><tr><th scope="col">${t('takeHead')}</th><th scope="col">${t('hereHead')}</th><th scope="col">${t('fileHead')}</th></tr></thead>
    <tbody>${fields.filter(({ field }) => field !== 'derivedFrom').map(({ field, before, after, kind }) => html`<tr><th scope="row"><label class="value"><input type="checkbox" .checked=${taken.includes(field)} @change=${() => { toggle(field); }}><span>${fieldName(field, context)}</span></label></th>
      <td>${valueOf(before, context)}</td><td>${valueOf(after, context)}${kind === 'replaced' ? html` <span class="tag warn">${t('replaces')}</span>` : nothing}</td></tr>`)}</tbody></table></fieldset>`;
}

/** `holds`: the place of which a person says who holds it. */
function renderDoubt({ incoming, candidates, place: holds }: (Doubt<Actor> | Doubt<Place>) & { readonly place?: Place }, review: Review, context: ViewContext): unknown {
  const { work, words: { t, lang } } = context;
  const decided = review.doubts[incoming.id];
  const set = (value: string | null | undefined): void => {
    const others = Object.entries(review.doubts).filter(([id]) => id !== incoming.id);
    work.show({ review: { ...review, doubts: Object.fromEntries(value === undefined ? others : [...others, [incoming.id, value]]) } });
  };
  const choice = (value: string | null | undefined, text: unknown): unknown => html`<li><label class="value"><input type="radio" name="doubt-${incoming.id}" .checked=${decided === value} @change=${() => { set(value); }}><span>${text}</span></label></li>`;
  const where = incoming.type === 'place' ? (incoming.commune ?? work.communeName(incoming.code_insee)) : work.communeName(incoming.commune);
  return html`<fieldset class="card"><legend>${holds ? t('whoHolds', { name: holds.nom }) : nameOf(incoming, context)}${where ? html` <span class="soft">${where}</span>` : nothing}</legend><ul class="values one">
    ${candidates.slice(0, 5).map((candidate) => choice(candidate.mine.id, html`${t('sameAs', { name: nameOf(candidate.mine, context) })} <span class="soft">${matchText(candidate, lang)}</span>`))}
    ${choice(null, t(holds ? 'anotherHolder' : 'another'))}${choice(undefined, t('later'))}</ul></fieldset>`;
}

export function renderReview(review: Review, context: ViewContext): unknown {
  const { work, words: { t, number }, focusOn } = context;
  const { merge: { actors, places, links }, holders } = review;
  const changed: readonly Change<ActorRecord>[] = [...actors.changed, ...places.changed, ...links.changed].filter(({ fields }) => fields.some(({ field }) => field !== 'derivedFrom'));
  // Who holds a place that may be one of ours is asked once it is said to be another.
  const unsaid = new Set(places.doubtful.map(({ incoming }) => incoming.id).filter((id) => review.doubts[id] !== null));
  const doubtful = [...actors.doubtful, ...places.doubtful, ...holders.doubtful.filter(({ place }) => !unsaid.has(place.id))];
  const left = doubtful.filter(({ incoming }) => !(incoming.id in review.doubts)).length;
  const cancel = (): void => {
    work.show({ review: undefined, notice: undefined });
    focusOn('[data-focus=title]');
  };
  const apply = async (): Promise<void> => {
    const { data, waiting } = applyHolders(applyMerge(work.data, review.merge, review), work.data, review.merge, holders, review);
    const held = await withHolders(data);
    work.edit(t('merging', { name: review.file }), () => held, { waiting: waitingAfter(work.waiting, review.merge.incoming, waiting) });
    work.show({ review: undefined, view: 'list', filters: {} });
    const rest = waiting.actors.length + waiting.places.length + waiting.links.length;
    tell('info', `${t('merged', { name: review.file })}${rest > 0 ? ` ${t('rest', { count: rest })}` : ''}`, context);
  };
  const added = actors.added.length + places.added.length + links.added.length;
  return html`<div class="view"><p>${t('reviewHelp', { name: review.file })}</p>
    <ul class="plainlist"><li>${t('reviewAdded', { actors: number(actors.added.length), places: number(places.added.length), links: number(links.added.length) })}</li>
      <li>${t('reviewSame', { count: actors.same.length + places.same.length + links.same.length })}</li><li>${t('reviewChanged', { count: changed.length })}</li><li>${t('reviewDoubtful', { count: doubtful.length })}</li>
      ${links.waiting.length > 0 ? html`<li>${t('reviewWaiting', { count: links.waiting.length })}</li>` : nothing}</ul>
    ${added > 0 ? html`<details class="more"><summary>${t('seeAdded', { count: added })}</summary><ul class="plainlist">${[...actors.added, ...places.added].slice(0, SHOWN).map((record) => html`<li>${nameOf(record, context)}</li>`)}</ul></details>` : nothing}
    ${doubtful.length > 0 ? html`<h4>${t('doubts')}</h4><p class="soft">${t('doubtsHelp')}</p>${doubtful.slice(0, SHOWN).map((doubt) => renderDoubt(doubt, review, context))}` : nothing}
    ${changed.length > 0 ? html`<h4>${t('changes')}</h4><p class="soft">${t('changesHelp')}</p>${changed.slice(0, SHOWN).map((change) => renderChange(change, review, context))}` : nothing}
    <div class="row"><button type="button" class="primary" part="button button-primary" @click=${() => { void apply(); }}>${t('merge')}</button><button type="button" class="secondary" part="button" @click=${cancel}>${t('cancel')}</button>
      ${left > 0 ? html`<span class="soft">${t('left', { count: left })}</span>` : nothing}</div></div>`;
}

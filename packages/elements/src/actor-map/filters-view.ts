/** What narrows the one set that every view shows: words, facets with counts, and what is chosen, each to be taken off. */
import { FACETS, type Facet, LINKINGS } from '@assembleurs/commons/actors/facets';
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ViewContext } from './context.ts';

/** A facet with more values than this has a field to look among them. */
const MANY = 12;

/** Text typed in a facet's own field, by facet; it is nobody's data. */
const lookedFor = new WeakMap<object, Partial<Record<Facet, string>>>();

function valueText(facet: Facet, value: string, { work, words }: ViewContext): string {
  return facet === 'commune' ? work.communeName(value) : words.value(facet, value);
}

function renderFacet(facet: Facet, context: ViewContext): unknown {
  const { work, words: { t, number, compare } } = context;
  const chosen = work.filters[facet] ?? [];
  const counts = work.found.counts[facet];
  const values = [...new Set([...counts.keys(), ...chosen])].map((value) => ({ value, text: valueText(facet, value, context), count: counts.get(value) ?? 0 }));
  if (values.length === 0 || (values.length === 1 && chosen.length === 0 && facet !== 'linking')) return nothing;
  const order: readonly string[] = facet === 'linking' ? LINKINGS : [];
  values.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value) || compare(a.text, b.text));
  const typed = lookedFor.get(work)?.[facet] ?? '';
  const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const seen = values.length > MANY ? values.filter(({ text, value }) => chosen.includes(value) || plain(text).includes(plain(typed))) : values;
  const toggle = (value: string): void => {
    work.filter({ [facet]: chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value] });
    context.announce(t('found', { count: work.found.entries.length, number: number(work.found.entries.length) }));
  };
  return keyed(facet, html`<details class="facet" name="facet"><summary>${t(`facet_${facet}`)}${chosen.length > 0 ? html` <span class="count">${number(chosen.length)}<span class="vh"> ${t('chosen', { count: chosen.length })}</span></span>` : nothing}</summary>
    <div class="choices">${values.length > MANY ? html`<label class="vh" for="look-${facet}">${t('lookIn', { facet: t(`facet_${facet}`) })}</label><input class="input" id="look-${facet}" type="search" autocomplete="off" placeholder=${t('lookIn', { facet: t(`facet_${facet}`) })} .value=${typed} @input=${({ target }: Event) => {
      lookedFor.set(work, { ...lookedFor.get(work), [facet]: (target as HTMLInputElement).value });
      work.show({});
    }}>` : nothing}
      <ul class="values">${seen.map(({ value, text, count }) => html`<li><label class="value"><input type="checkbox" .checked=${chosen.includes(value)} @change=${() => { toggle(value); }}><span>${text}</span><span class="soft">${number(count)}</span></label></li>`)}</ul>
      ${seen.length === 0 ? html`<p class="soft">${t('nothingThere')}</p>` : nothing}</div></details>`);
}

export function renderFilters(context: ViewContext): unknown {
  const { work, words: { t, number }, focusOn } = context;
  const { filters, found: { entries }, data: { actors } } = work;
  const chosen = FACETS.flatMap((facet) => (filters[facet] ?? []).map((value) => ({ facet, value })));
  const narrowed = chosen.length > 0 || (filters.text ?? '') !== '';
  return html`<section class="filters" part="filters" aria-label=${t('filters')}>
    <div class="search"><label for="words">${t('words')}</label><input class="input" id="words" type="search" autocomplete="off" .value=${filters.text ?? ''} @input=${({ target }: Event) => {
      work.filter({ text: (target as HTMLInputElement).value });
      context.announce(t('found', { count: work.found.entries.length, number: number(work.found.entries.length) }));
    }}></div>
    <div class="facets">${FACETS.map((facet) => renderFacet(facet, context))}</div>
    <p class="row" part="count"><strong>${narrowed ? t('foundOf', { count: entries.length, number: number(entries.length), all: number(actors.length) }) : t('found', { count: entries.length, number: number(entries.length) })}</strong>
      ${chosen.map(({ facet, value }) => html`<button type="button" class="taken" part="button" aria-label=${t('takeOff', { value: valueText(facet, value, context) })} @click=${() => {
        work.filter({ [facet]: (filters[facet] ?? []).filter((each) => each !== value) });
        focusOn('#words');
      }}>${valueText(facet, value, context)} <span aria-hidden="true">×</span></button>`)}
      ${narrowed ? html`<button type="button" class="plain" part="button" @click=${() => { work.show({ filters: {}, rows: 50 }); focusOn('#words'); }}>${t('showAll')}</button>` : nothing}</p>
  </section>`;
}

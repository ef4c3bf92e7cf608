/** Somebody's own table: what each column is, guessed, shown, and corrected by a person before anything is read. */
import { STANDARD_COLUMNS } from '@assembleurs/commons/actors';
import type { ActorField, ColumnUse, PlaceField } from '@assembleurs/commons/actors/formats/free-csv';
import { html, nothing } from 'lit';
import { newRecordId } from '../internal/record-id.ts';
import type { ViewContext } from './context.ts';
import { takeIn } from './importing.ts';
import type { Problem } from './loading.ts';
import { type ActorMapKey, actorMapFr } from './messages/fr.ts';
import { renderProblems } from './problems-view.ts';
import type { Mapping } from './work.ts';

const PREVIEW = 5;
/** Rows that are read to tell what is wrong with them, at each choice. */
const TRIED = 1000;

function read({ tools, as, uses }: Mapping, table: Mapping['table'], { work, words: { lang } }: ViewContext): Pick<Parameters<typeof takeIn>[1], 'data' | 'problems'> {
  const options = { newId: newRecordId, territory: work.territory, locale: lang };
  if (as === 'actors') {
    const { actors, problems } = tools.readActorTable(table, uses as readonly ColumnUse<ActorField>[], options);
    return { data: { actors, places: [], links: [] }, problems };
  }
  const { places, problems } = tools.readPlaceTable(table, uses as readonly ColumnUse<PlaceField>[], options);
  return { data: { actors: [], places, links: [] }, problems };
}

/** A drawing does not read them again. */
const tried = new WeakMap<Mapping, readonly Problem[]>();

function problemsOf(mapping: Mapping, context: ViewContext): readonly Problem[] {
  const known = tried.get(mapping) ?? read(mapping, mapping.tools.firstRows(mapping.table, TRIED), context).problems;
  tried.set(mapping, known);
  return known;
}

export function renderMapping(mapping: Mapping, context: ViewContext): unknown {
  const { work, words: { t, kind, number }, focusOn } = context;
  const { tools, table, as, uses } = mapping;
  const fields: readonly string[] = as === 'actors' ? tools.ACTOR_FIELDS : STANDARD_COLUMNS;
  const fieldName = (field: string): string => (`f_${field}` in actorMapFr ? t(`f_${field}` as ActorMapKey) : field);
  const choose = (next: Mapping['as']): void => {
    const guesses = next === 'actors' ? tools.guessActorColumns(table, work.territory) : tools.guessPlaceColumns(table, work.territory);
    work.show({ mapping: { ...mapping, as: next, uses: guesses.map(({ use }) => use) } });
  };
  const use = (index: number, value: string): void => {
    // One field, one column: the column that had it is kept beside.
    work.show({ mapping: { ...mapping, uses: uses.map((each, at) => (at === index ? value : each === value && value !== 'keep' && value !== 'ignore' ? 'keep' : each)) } });
  };
  const named = uses.includes(as === 'actors' ? 'name' : 'nom');
  const preview = read(mapping, tools.firstRows(table, PREVIEW), context).data;
  const problems = named ? problemsOf(mapping, context) : [];
  const apply = (): void => { void takeIn(mapping.file, { ...read(mapping, table, context), losses: [] }, context); };
  const example = (index: number): string => [...new Set(table.rows.slice(0, 50).map(({ cells }) => cells[index] ?? '').filter((cell) => cell !== ''))].slice(0, 3).join(' · ');
  return html`<div class="view"><p>${t('mappingHelp', { name: mapping.file, count: table.rows.length })}</p>
    <fieldset class="row"><legend>${t('eachRow')}</legend>${(['actors', 'places'] as const).map((each) => html`<label class="value"><input type="radio" name="as" .checked=${as === each} @change=${() => { choose(each); }}><span>${t(`row_${each}`)}</span></label>`)}</fieldset>
    <div class="scroll" role="region" aria-label=${t('columns')} tabindex="0"><table><thead><tr><th scope="col">${t('columnHead')}</th><th scope="col">${t('exampleHead')}</th><th scope="col">${t('useHead')}</th></tr></thead>
      <tbody>${table.headers.map((header, index) => html`<tr><th scope="row">${header}</th><td class="soft">${example(index)}</td><td><select class="input" aria-label=${t('useOf', { column: header })} @change=${({ target }: Event) => { use(index, (target as HTMLSelectElement).value); }}>
        ${['keep', 'ignore', ...fields].map((value) => html`<option value=${value} .selected=${uses[index] === value}>${value === 'keep' || value === 'ignore' ? t(`use_${value}`) : fieldName(value)}</option>`)}</select></td></tr>`)}</tbody></table></div>
    <h4>${t('preview')}</h4><ul class="plainlist">${preview.actors.map((actor) => html`<li>${[actor.name, kind(actor.kind), work.communeName(actor.commune), actor.email].filter(Boolean).join(' · ')}</li>`)}
      ${preview.places.map((place) => html`<li>${[place.nom, place.adresse, place.commune].filter(Boolean).join(' · ')}</li>`)}</ul>
    ${problems.length === 0 ? nothing : html`<h4>${t('tried', { count: problems.length, rows: number(Math.min(TRIED, table.rows.length)) })}</h4>${renderProblems(problems, context.words)}`}
    ${named ? nothing : html`<p class="error" role="alert">${t('nameColumn')}</p>`}
    <div class="row"><button type="button" class="primary" part="button button-primary" ?disabled=${!named} @click=${apply}>${t('readTable')}</button><button type="button" class="secondary" part="button" @click=${() => {
      work.show({ mapping: undefined });
      focusOn('[data-focus=title]');
    }}>${t('cancel')}</button></div></div>`;
}

/** Two to four territories side by side, for the hub: in alphabetical order, without a rank. */
import { scoreOf } from '@assembleurs/commons/assessment';
import { html, nothing } from 'lit';
import type { ViewContext } from './context.ts';
import { fileButton } from './parts.ts';

export const MOST_OTHERS = 3;

export function renderCompare(context: ViewContext): unknown {
  const { work, words: { t, number, lang }, say } = context;
  const collator = new Intl.Collator(lang);
  const all = [{ file: '', assessment: work.assessment }, ...work.others]
    .map(({ file, assessment }) => ({ file, name: assessment.territory.name || file || t('thisTerritory'), result: scoreOf(work.grid, assessment) }))
    .sort((a, b) => collator.compare(a.name, b.name));
  const cell = (score: number | null | undefined, done: number, applicable: number): unknown =>
    html`<td>${score === null || score === undefined ? '–' : number(Math.round(score))} <span class="soft">${t('doneOf', { done, all: applicable })}</span></td>`;
  return html`<div class="card" data-focus="compare" tabindex="-1"><h4 id="compare-title">${t('compare')}</h4>
    <p class="soft">${t('compareHelp')}</p>
    ${work.others.length === 0 ? nothing : html`<div class="scroll" role="region" aria-labelledby="compare-title" tabindex="0"><table part="compare"><thead><tr><th scope="col">${t('axis')}</th>${all.map(({ name, file }) => html`<th scope="col">${name}
      ${file ? html`<button type="button" class="plain" part="button" aria-label=${t('removeTerritory', { name })} @click=${() => { work.show({ others: work.others.filter((each) => each.file !== file) }); context.focusOn('[data-focus=compare]'); }}>${t('remove')}</button>` : nothing}</th>`)}</tr></thead>
      <tbody>${work.axes.map(({ axis: { id, name } }) => html`<tr><th scope="row">${say(name)}</th>${all.map(({ result }) => {
        const { score, answered = 0, applicable = 0 } = result.dimensions[id] ?? {};
        return cell(score, answered, applicable);
      })}</tr>`)}
      <tr><th scope="row">${t('whole')}</th>${all.map(({ result: { score, answered, applicable } }) => cell(score, answered, applicable))}</tr></tbody></table></div>`}
    ${work.others.length < MOST_OTHERS ? html`<div class="row">${fileButton(t('compareAdd'), '.json,application/json', (file) => { void context.compareWith(file); })}</div>` : nothing}</div>`;
}

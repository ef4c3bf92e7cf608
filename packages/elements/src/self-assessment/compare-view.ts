/** Two to four territories side by side, for the hub: in alphabetical order, without a rank. */
import { type Assessment, scoreOf } from '@assembleurs/commons/assessment';
import { html, nothing } from 'lit';
import type { ViewContext } from './context.ts';
import { fileButton } from './parts.ts';

export const MOST_OTHERS = 3;

interface Column {
  /** Empty: the one that stands. */
  readonly file: string;
  readonly name: string;
  readonly assessment: Assessment;
  readonly result: ReturnType<typeof scoreOf>;
}

function columns({ work, words: { t, lang } }: ViewContext): Column[] {
  const collator = new Intl.Collator(lang);
  return [{ file: '', assessment: work.assessment }, ...work.others]
    .map(({ file, assessment }) => ({ file, assessment, name: assessment.territory.name || file || t('thisTerritory'), result: scoreOf(work.grid, assessment) }))
    .sort((a, b) => collator.compare(a.name, b.name));
}

/** What tells apart what is compared: the date, and whether one question an axis or all were asked. */
function renderHead({ file, name, assessment: { mode, updatedAt } }: Column, { work, words: { t, date }, focusOn }: ViewContext): unknown {
  return html`<th scope="col">${name}<span class="soft block">${t(mode === 'quick' ? 'comparedQuick' : 'comparedFull', { date: date(new Date(updatedAt)) })}</span>
    ${file ? html`<button type="button" class="plain" part="button" aria-label=${t('removeTerritory', { name })} @click=${() => { work.show({ others: work.others.filter((each) => each.file !== file) }); focusOn('[data-focus=compare]'); }}>${t('remove')}</button>` : nothing}</th>`;
}

function renderTable(all: readonly Column[], { work, words: { t, number }, say }: ViewContext): unknown {
  const cell = (score: number | null | undefined, answered: number, applicable: number): unknown =>
    (applicable === 0 ? html`<td class="soft">${t('notTaken')}</td>`
      : html`<td>${score === null || score === undefined ? t('noScore') : html`<strong>${number(Math.round(score))}</strong> ${t('outOf100')}`}<span class="soft block">${t('criteriaDone', { count: answered, all: applicable })}</span></td>`);
  const axes = work.grid.dimensions.filter(({ id }) => all.some(({ result }) => (result.dimensions[id]?.applicable ?? 0) > 0));
  return axes.map(({ id, name }) => html`<tr><th scope="row">${say(name)}</th>${all.map(({ result }) => {
    const { score, answered = 0, applicable = 0 } = result.dimensions[id] ?? {};
    return cell(score, answered, applicable);
  })}</tr>`).concat(html`<tr><th scope="row">${t('whole')}</th>${all.map(({ result: { score, answered, applicable } }) => cell(score, answered, applicable))}</tr>`);
}

export function renderCompare(context: ViewContext): unknown {
  const { work, words: { t }, records, focusOn } = context;
  const all = columns(context);
  const modes = new Set(all.map(({ assessment: { mode } }) => mode));
  const standing = new Set(all.map(({ assessment: { id } }) => id));
  const add = (assessment: Assessment): void => {
    work.show({ others: [...work.others, { file: assessment.territory.name || assessment.id, assessment }] });
    focusOn('[data-focus=compare]');
  };
  return html`<div class="card" data-focus="compare" tabindex="-1"><h4 id="compare-title">${t('compare')}</h4>
    <p class="soft">${t('compareHelp')}</p>
    ${work.others.length > 0 && modes.size > 1 ? html`<p class="note">${t('modesApart')}</p>` : nothing}
    ${work.others.length === 0 ? nothing : html`<div class="scroll" role="region" aria-labelledby="compare-title" tabindex="0"><table part="compare"><thead><tr><th scope="col">${t('axis')}</th>${all.map((each) => renderHead(each, context))}</tr></thead>
      <tbody>${renderTable(all, context)}</tbody></table></div>`}
    ${work.others.length < MOST_OTHERS ? html`<div class="row">${records.filter(({ id }) => !standing.has(id)).map((each) => html`<button type="button" class="secondary" part="button" @click=${() => { add(each); }}>${t('compareWith', { name: each.territory.name || t('unnamed') })}</button>`)}
      ${fileButton(t('compareAdd'), '.json,application/json', (file) => { void context.compareWith(file); })}</div>` : nothing}</div>`;
}

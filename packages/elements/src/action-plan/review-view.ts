/** A table that somebody brings, looked at before it is taken: its first actions as they are read, and which column is which. */
import type { Action, Plan } from '@assembleurs/commons/plan';
import { COLUMN_LABELS, type Column } from '@assembleurs/commons/plan/formats/columns';
import { textOf } from '@assembleurs/commons/plan/formats/cells';
import type { TableSource } from '@assembleurs/commons/plan/formats/read-rows';
import { html, nothing } from 'lit';
import type { PlanContext } from './context.ts';
import { datesText } from './parts.ts';

const FIRST = 5;

function renderFirst(actions: readonly Action[], { words }: PlanContext): unknown {
  const { t, status, list } = words;
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${t('reviewFirst')}><table><caption>${t('reviewFirst')}</caption><thead><tr>${(['title', 'status', 'pilots', 'dates'] as const).map((key) => html`<th scope="col">${t(key)}</th>`)}</tr></thead><tbody>
    ${actions.slice(0, FIRST).map((action) => html`<tr><th scope="row">${action.parent === undefined ? nothing : html`<span class="soft">${t('part')}</span> `}${action.title}</th><td>${status(action.status)}</td><td>${list(action.pilots) || '–'}</td><td>${datesText(action, words)}</td></tr>`)}</tbody></table></div>`;
}

function renderColumns({ table, heading, headings, columns, guessed }: TableSource, put: (columns: readonly (Column | undefined)[]) => void, { words: { t } }: PlanContext, open: boolean): unknown {
  const sample = (at: number): string => {
    const values = table.slice(heading + 1).map((row) => textOf(row[at])).filter(Boolean).slice(0, 2).join(', ');
    return values.length > 80 ? `${values.slice(0, 80)}…` : values;
  };
  const choose = (at: number, value: string): void => {
    const column = value === '' ? undefined : value as Column;
    // One column is one thing: what had it before has it no more.
    put(columns.map((each, index) => (index === at ? column : each === column ? undefined : each)));
  };
  return html`<details class="item" ?open=${open}><summary>${t('reviewColumns')}</summary><div class="inside"><p class="soft">${t('reviewHelp')}</p><div class="fields">
    ${headings.map((name, at) => (name === '' && sample(at) === '' ? nothing : html`<div class="field"><label><span>${name || t('reviewNoName', { n: at + 1 })}</span><select class="input" part="field" aria-describedby="review-${at}" @change=${(event: Event) => { choose(at, (event.currentTarget as HTMLSelectElement).value); }}>
      <option value="" ?selected=${columns[at] === undefined}>${t('reviewNotes')}</option>${[...COLUMN_LABELS].map(([key, label]) => html`<option value=${key} ?selected=${columns[at] === key}>${label}</option>`)}</select></label>
      <span class="soft" id="review-${at}">${guessed.has(at) ? html`<strong>${t('reviewGuessed')}</strong> ` : nothing}${sample(at) ? t('reviewSample', { values: sample(at) }) : t('empty')}</span></div>`))}
  </div></div></details>`;
}

export const renderReview = (source: TableSource, plan: Plan | undefined, put: (columns: readonly (Column | undefined)[]) => void, context: PlanContext): unknown =>
  html`${plan ? renderFirst(plan.actions, context) : nothing}${renderColumns(source, put, context, plan === undefined || source.guessed.size > 0)}`;

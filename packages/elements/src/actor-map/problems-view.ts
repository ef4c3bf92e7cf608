import { html, nothing } from 'lit';
import type { Problem } from './loading.ts';
import type { Words } from './words.ts';

/** More at once hide what else is on the page; the others are one step away. */
const SHOWN = 10;

const renderOne = ({ path, text, line }: Problem, { t }: Words): unknown => html`<li>${line === undefined ? nothing : html`<strong>${t('line', { line })}</strong> `}${path ? html`<code>${path}</code> ` : nothing}${text}</li>`;

/** All of them, by line where a file has lines. */
export function renderProblems(problems: readonly Problem[], words: Words): unknown {
  if (problems.length === 0) return nothing;
  const others = problems.slice(SHOWN);
  return html`<ul class="plainlist">${problems.slice(0, SHOWN).map((each) => renderOne(each, words))}</ul>
    ${others.length === 0 ? nothing : html`<details class="more"><summary>${words.t('andMore', { count: others.length })}</summary><ul class="plainlist all" tabindex="0" aria-label=${words.t('andMore', { count: others.length })}>${others.map((each) => renderOne(each, words))}</ul></details>`}`;
}

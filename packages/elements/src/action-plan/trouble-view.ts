/** A plan that could not be opened: what happened, what to do, and nothing lost. */
import { html, nothing } from 'lit';
import { saveFile } from '../internal/save-file.ts';
import type { PlanContext } from './context.ts';
import type { PlanDocument } from './document.ts';

export function renderTrouble({ words: { t } }: PlanContext, plan: PlanDocument, src: string): unknown {
  const { trouble, unreadable } = plan;
  if (!trouble) return nothing;
  return html`<div class="note trouble" role="alert"><h2>${t('failed')}</h2>
    ${'trouble' in trouble ? html`<p>${t(trouble.trouble, { status: trouble.status ?? '' })}</p>` : html`<ul class="marks">${trouble.problems.map((each) => html`<li>${each}</li>`)}</ul>`}
    ${unreadable === undefined ? nothing : html`<p>${t('keptUnreadable')}</p><div class="row"><button type="button" class="primary" part="button button-primary" @click=${() => { saveFile('plan.json', 'application/json', JSON.stringify(unreadable)); }}>${t('downloadKept')}</button>
      <button type="button" class="secondary" part="button" @click=${() => { plan.fromPage(); }}>${t('startAnew')}</button></div>`}
    ${src && unreadable === undefined ? html`<button type="button" class="secondary" part="button" @click=${() => { void plan.begin(); }}>${t('retry')}</button>` : nothing}</div><slot></slot>`;
}

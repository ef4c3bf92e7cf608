import type { ElementNode } from '@assembleurs/commons/survey';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { renderDraft, renderStatus } from './draft-view.ts';
import { renderElement } from './fields/index.ts';
import type { LaterContext } from './later.ts';

const IN_PANELS = (element: ElementNode): readonly ElementNode[] =>
  element.kind === 'panel' ? element.elements.flatMap(IN_PANELS) : element.type === 'html' || element.type === 'image' ? [] : [element];

/** Every answer in words, page by page; `editable`: each with the way back to its question. */
export function renderAnswers({ run, fields }: LaterContext, editable: boolean): unknown {
  const { session, words: { t } } = run;
  return session?.visiblePages.map((page) => html`<section class="read" aria-labelledby="${page.id}-r">
    <h4 id="${page.id}-r">${page.navigationTitle || page.title}</h4>
    ${repeat(page.elements.flatMap(IN_PANELS).filter((node) => node.visible), (node) => node.id, (node) => html`<div class="line">${renderElement(node, fields)}
      ${editable && node.enabled ? html`<button type="button" class="plain" part="button" aria-label=${t('editOf', { title: node.title })} @click=${() => { run.edit(node); }}>${t('edit')}</button>` : nothing}</div>`)}
  </section>`);
}

/** Three ways to keep a copy. */
export const renderCopies = ({ run: { words: { t } }, host }: LaterContext): unknown => html`<div class="nav copies" part="copies">
  <button type="button" class="plain" part="button" @click=${() => { host.download('pdf'); }}>${t('print')}</button>
  <button type="button" class="plain" part="button" @click=${() => { host.download('json'); }}>${t('json')}</button>
  <button type="button" class="plain" part="button" @click=${() => { host.download('csv'); }}>${t('csv')}</button>
</div>`;

/** The page to read everything again before sending. */
export function renderReview(context: LaterContext): unknown {
  const { run, host: { settings }, later } = context;
  const { words: { t }, refusal, session } = run;
  const sends = settings.action !== '';
  return html`<div class="top"><h3 part="page-title" tabindex="-1" data-focus="page">${t('reviewTitle')}</h3>${renderStatus(context)}</div>
    ${refusal ? html`<div class="summary" part="errors" role="group" tabindex="-1" data-focus="refusal" aria-labelledby="asb-refused"><h4 id="asb-refused">${t('refused')}</h4><p>${refusal}</p></div>` : nothing}
    <p class="lead">${t(sends ? 'reviewHelp' : 'reviewDone')}</p>
    ${renderAnswers(context, true)}
    <div class="nav" part="navigation">
      <button type="button" class="primary" part="button button-primary" @click=${() => { void later.sender.send(); }}>${sends ? t('send') : session?.text('completeText') ?? t('finish')}</button>
      <button type="button" class="secondary" part="button" @click=${() => { run.previous(); }}>${t('previous')}</button>
    </div>${renderCopies(context)}${renderDraft(context)}`;
}

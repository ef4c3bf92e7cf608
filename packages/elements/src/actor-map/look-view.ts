/** A file that a reader looks at in this map: nothing is kept, nothing is sent. */
import { html } from 'lit';
import { fileButton } from '../internal/file-button.ts';
import type { ViewContext } from './context.ts';
import { ACCEPTED } from './files-view.ts';
import type { Looking } from './work.ts';

export function renderLookAt({ words: { t }, openFile }: ViewContext): unknown {
  return html`<section class="card" aria-labelledby="look-title"><h4 id="look-title">${t('lookAt')}</h4><p class="soft">${t('lookAtHelp')}</p><div class="row">${fileButton(t('openFile'), ACCEPTED, openFile)}</div></section>`;
}

/** That it is what shows, and the way back. */
export function renderLooking({ file }: Looking, { work, words: { t }, announce, focusOn }: ViewContext): unknown {
  return html`<div class="note" part="note" role="note"><p>${t('looking', { name: file })}</p><button type="button" class="secondary" part="button" @click=${() => {
    work.look();
    work.show({ filters: {}, notice: undefined });
    announce(t('lookedBack'));
    focusOn('[data-focus=title]');
  }}>${t('lookBack')}</button></div>`;
}

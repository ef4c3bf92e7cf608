import { html } from 'lit';
import type { KeepingState } from './keeping.ts';
import type { Words } from './words.ts';

export interface Choice {
  readonly mine: () => void;
  readonly theirs: () => void;
}

/** Whether what the person did is kept, and what to do when it is not. */
export function renderStatus(kept: KeepingState, { t, time }: Words, { mine, theirs }: Choice): unknown {
  switch (kept.kind) {
    case 'none': return html`<p class="status soft" part="status">${t('notKeptYet')}</p>`;
    case 'saving': return html`<p class="status soft" part="status">${t('saving')}</p>`;
    case 'saved': return html`<p class="status soft ok" part="status">${t('saved', { time: time(kept.at) })}</p>`;
    case 'shared': return html`<p class="status soft ok" part="status">${t('inWorkspace')}</p>`;
    case 'refused': return html`<p class="status bad" part="status">${t('refused', { where: kept.problems[0]?.path ?? '' })}</p>`;
    case 'trouble': return html`<p class="status bad" part="status">${t(kept.trouble === 'absent' ? 'storageAbsent' : kept.trouble === 'full' ? 'storageFull' : 'storageFailed')}</p>`;
    case 'conflict': return html`<div class="note trouble" part="status" role="alert"><p>${t('conflict')}</p><div class="row">
      <button type="button" class="secondary" part="button" @click=${mine}>${t('keepMine')}</button>
      <button type="button" class="secondary" part="button" @click=${theirs}>${t('takeTheirs')}</button></div></div>`;
  }
}

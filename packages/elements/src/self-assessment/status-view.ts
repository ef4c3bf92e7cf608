/** Whether what people did is kept, and where. */
import type { Assessment } from '@assembleurs/commons/assessment';
import { html } from 'lit';
import type { Keeping } from './keeping.ts';
import type { Words } from './words.ts';

export function renderStatus(keeping: Keeping, { t, time }: Words, assessment: Assessment, adopt: (value: unknown) => void): unknown {
  const { state } = keeping;
  const theirs = async (): Promise<void> => {
    const value = await keeping.takeTheirs();
    if (value !== undefined) adopt(value);
  };
  switch (state.kind) {
    case 'none': return html`<p class="status soft" part="status">${t('notKeptYet')}</p>`;
    case 'saving': return html`<p class="status soft" part="status">${t('saving')}</p>`;
    case 'saved': return html`<p class="status soft ok" part="status">${t('saved', { time: time(state.at) })}</p>`;
    case 'shared': return html`<p class="status soft ok" part="status">${t('inWorkspace')}</p>`;
    case 'refused': return html`<p class="status bad" part="status">${t('refused', { where: state.problems[0]?.path ?? '' })}</p>`;
    case 'trouble': return html`<p class="status bad" part="status">${t(state.trouble === 'absent' ? 'storageAbsent' : state.trouble === 'full' ? 'storageFull' : 'storageFailed')}</p>`;
    case 'conflict': return html`<div class="note trouble" part="status" role="alert"><p>${t('conflict')}</p><div class="row">
      <button type="button" class="secondary" part="button" @click=${() => { keeping.keepMine(assessment); }}>${t('keepMine')}</button>
      <button type="button" class="secondary" part="button" @click=${() => { void theirs(); }}>${t('takeTheirs')}</button></div></div>`;
  }
}

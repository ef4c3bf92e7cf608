/** The part that speaks to a collector, which comes only where the page names one. */
import { html } from 'lit';
import type { Desk } from './desk.ts';

type Part = typeof import('./publish-view.ts');

let part: Part | undefined;
let coming: Promise<void> | undefined;
let failed = false;

async function load({ host }: Desk): Promise<void> {
  try {
    part = await import('./publish-view.ts');
  } catch {
    failed = true; // no network
  }
  coming = undefined;
  host.requestUpdate();
}

export function renderLater(desk: Desk, withLinks: boolean): unknown {
  const { t } = desk.host.words;
  if (part) return part.renderPublish(desk, withLinks);
  const again = (): void => {
    failed = false;
    desk.host.requestUpdate();
  };
  if (failed) return html`<div class="note trouble" role="alert"><p>${t('partFailed')}</p><button type="button" class="secondary" part="button" @click=${again}>${t('retry')}</button></div>`;
  coming ??= load(desk);
  return html`<p class="soft" aria-busy="true">${t('collectorComing')}</p>`;
}

/** Screens that few people open: they come when they are first drawn, and say so when they cannot. */
import { html } from 'lit';
import type { Desk } from './desk.ts';

/** `load` brings the part; `render` draws it once it is there. */
export function comingLater<Part>(load: () => Promise<Part>, render: (part: Part, desk: Desk) => unknown): (desk: Desk) => unknown {
  let part: Part | undefined;
  let coming: Promise<void> | undefined;
  let failed = false;
  const bring = async ({ host }: Desk): Promise<void> => {
    try {
      part = await load();
    } catch {
      failed = true; // no network
    }
    coming = undefined;
    host.requestUpdate();
  };
  return (desk) => {
    const { t } = desk.host.words;
    if (part !== undefined) return render(part, desk);
    const again = (): void => {
      failed = false;
      desk.host.requestUpdate();
    };
    if (failed) return html`<div class="note trouble" role="alert"><p>${t('partFailed')}</p><button type="button" class="secondary" part="button" @click=${again}>${t('retry')}</button></div>`;
    coming ??= bring(desk);
    return html`<p class="soft" aria-busy="true">${t('partComing')}</p>`;
  };
}

const collector = () => import('./publish-view.ts');
const endorsing = () => import('./endorse-view.ts');

export const renderPublishWithLinks = comingLater(collector, (part, desk) => part.renderPublish(desk, true));
export const renderPublishAlone = comingLater(collector, (part, desk) => part.renderPublish(desk, false));
export const renderEndorse = comingLater(endorsing, (part, desk) => part.renderEndorse(desk));
export const renderEndorsements = comingLater(endorsing, (part, desk) => part.renderEndorsements(desk));

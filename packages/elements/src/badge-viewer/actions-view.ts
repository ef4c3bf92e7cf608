/** What a person does with a badge once it is read. */
import { linkedInUrl } from '@assembleurs/open-badges';
import { html, nothing } from 'lit';
import { printAlone } from '../internal/print-alone.ts';
import { saveFile } from '../internal/save-file.ts';
import type { Reading } from './reading.ts';
import { typeOf } from './source.ts';
import type { ViewContext } from './view.ts';

/** The badge as text, to paste elsewhere or to save. */
export const badgeText = ({ source, verdict }: Reading): string =>
  typeof source.data === 'string' && typeOf(source.data) === undefined ? source.data : JSON.stringify(verdict?.document ?? null, null, 2);

/** A file name out of a badge's: letters, digits and hyphens. */
const fileName = ({ facts }: Reading): string =>
  (facts?.name ?? '').normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').toLowerCase().slice(0, 60) || 'badge';

export function saveOriginal(reading: Reading): void {
  const { data, name } = reading.source;
  const type = typeOf(data);
  const ending = type === 'image/png' ? 'png' : type === 'image/svg+xml' ? 'svg' : 'json';
  saveFile(/\.\w{2,5}$/.test(name) && !name.includes('/') ? name : `${fileName(reading)}.${ending}`, type ?? 'application/json', data);
}

export const saveJson = (reading: Reading): void => {
  saveFile(`${fileName(reading)}.json`, 'application/json', JSON.stringify(reading.verdict?.document ?? null, null, 2));
};

const linkedIn = ({ facts, source }: Reading): string => linkedInUrl({ id: facts?.id, name: facts?.name, organisation: facts?.issuer.name, issued: facts?.dates.issued, until: facts?.dates.until, url: source.url });

async function copy(reading: Reading, text: string, done: string, context: ViewContext): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    reading.notice = done;
  } catch {
    reading.notice = context.words.t('copyFailed');
  }
  context.announce(reading.notice); // which draws it, too
}

async function share(reading: Reading, context: ViewContext): Promise<void> {
  const { t } = context.words;
  const { url = '' } = reading.source;
  const data = { title: reading.facts?.name ?? '', url };
  // Some browsers share without saying what they can share, and some not at all.
  const { canShare, share: offer } = navigator as Partial<Pick<Navigator, 'canShare' | 'share'>>;
  try {
    if (offer && (canShare?.call(navigator, data) ?? true)) {
      await offer.call(navigator, data);
      return;
    }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return; // the person changed their mind
  }
  await copy(reading, url, t('shared'), context);
}

export function renderActions(reading: Reading, context: ViewContext): unknown {
  const { words: { t } } = context;
  const button = (label: string, act: (event: Event) => void): unknown => html`<button type="button" class="plain" part="button" @click=${act}>${label}</button>`;
  const baked = typeOf(reading.source.data) !== undefined;
  return html`<section class="actions" part="actions"><h3 class="vh">${t('actions')}</h3><div class="row">
    ${button(t('print'), ({ currentTarget }) => { printAlone((currentTarget as Element).getRootNode()); })}
    ${button(t('copy'), () => { void copy(reading, badgeText(reading), t('copied'), context); })}
    ${baked ? button(t('download'), () => { saveOriginal(reading); }) : nothing}
    ${button(t('downloadJson'), () => { saveJson(reading); })}
    ${reading.source.url ? button(t('share'), () => { void share(reading, context); }) : nothing}
    ${reading.verdict?.state === 'verified' ? html`<a class="button plain" part="button" href=${linkedIn(reading)} target="_blank" rel="noopener noreferrer">${t('linkedIn')}</a>` : nothing}
  </div>${reading.notice ? html`<p class="soft">${reading.notice}</p>` : nothing}</section>`;
}

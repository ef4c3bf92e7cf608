/** A sheet to print for those present: a card a person, with a QR code once the badges have a place on the web. */
import { html, nothing, svg } from 'lit';
import { printAlone } from '../internal/print-alone.ts';
import type { Desk } from './desk.ts';
import { pictureAddress } from './designs.ts';
import { qrPath } from './qr-path.ts';

type Parts = typeof import('./handover.ts');

/** Cards that are drawn on the page; more would be slow to no use: they are printed in several batches. */
const MOST_CARDS = 200;

export function renderSheet(desk: Desk, parts: Parts): unknown {
  const { handing, issuer, hosting, host } = desk;
  const { t, date } = host.words;
  const { design, awards, pictures } = handing;
  if (!design || !issuer) return nothing;
  const picture = pictureAddress(design);
  const hosted = parts.hostedAt(awards[0] as typeof awards[number], hosting, pictures) !== '';
  return html`<details class="sheets" part="sheet" @toggle=${() => { host.requestUpdate(); }}><summary>${t('sheetTitle')}</summary><div class="stack">
    <p class="soft">${t(hosted ? 'sheetHelp' : 'sheetNoQr')}</p>
    <div class="row"><button type="button" class="secondary" part="button" @click=${({ currentTarget }: Event) => { printAlone((currentTarget as Element).getRootNode()); }}>${t('print')}</button></div>
    <ul class="cards">${awards.slice(0, MOST_CARDS).map((award) => {
      const address = parts.hostedAt(award, hosting, pictures);
      const code = address && handing.encodeQr ? qrPath(address, handing.encodeQr) : undefined;
      return html`<li class="badge-card"><img src=${picture} alt="" width="72" height="72"><div><strong>${award.achievement.name}</strong><span>${award.recipient.name || award.recipient.email}</span>
        <span class="soft">${issuer.profile.name} · ${date(new Date(award.validFrom))}</span></div>
        ${code ? html`<svg class="qr" viewBox="0 0 ${code.size} ${code.size}" role="img" aria-label=${t('qrOf', { url: address })}>${svg`<path fill="#fff" d="M0 0h${code.size}v${code.size}H0z"/><path fill="#000" d=${code.path}/>`}</svg>` : nothing}</li>`;
    })}</ul>
    ${awards.length > MOST_CARDS ? html`<p class="soft">${t('andMore', { count: awards.length - MOST_CARDS })}</p>` : nothing}
  </div></details>`;
}

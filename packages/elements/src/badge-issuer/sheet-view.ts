/** A sheet to print for those present: a card a person, with a QR code once the badges have a place on the web. */
import { html, nothing, svg } from 'lit';
import { printAlone } from '../internal/print-alone.ts';
import type { Desk } from './desk.ts';
import { pictureAddress } from './designs.ts';

type Parts = typeof import('./handover.ts');

/** Cards on the page at once: a thousand QR codes would hold it. The others come by a button, to be printed in turn. */
const MOST_CARDS = 100;

function cards(desk: Desk, parts: Parts): unknown {
  const { handing, issuer, hosting, host } = desk;
  const { t, date } = host.words;
  const { design, awards, pictures, sheetFrom } = handing;
  if (!design || !issuer) return nothing;
  const picture = pictureAddress(design);
  const left = awards.length - sheetFrom - MOST_CARDS;
  const show = (from: number): void => {
    handing.sheetFrom = from;
    host.requestUpdate();
  };
  return html`<div class="row"><button type="button" class="secondary" part="button" @click=${({ currentTarget }: Event) => { printAlone((currentTarget as Element).getRootNode()); }}>${t('print')}</button>
      ${left > 0 ? html`<button type="button" class="plain" part="button" @click=${() => { show(sheetFrom + MOST_CARDS); }}>${t('sheetNext', { count: Math.min(left, MOST_CARDS) })}</button>` : nothing}
      ${sheetFrom > 0 ? html`<button type="button" class="plain" part="button" @click=${() => { show(0); }}>${t('sheetFirst')}</button>` : nothing}</div>
    <ul class="cards">${awards.slice(sheetFrom, sheetFrom + MOST_CARDS).map((award) => {
      const address = desk.links.get(award.id) ?? parts.hostedAt(award, hosting, pictures);
      const code = address ? handing.qrOf(address) : undefined;
      return html`<li class="badge-card"><img src=${picture} alt="" width="72" height="72"><div><strong>${award.achievement.name}</strong><span>${award.recipient.name || award.recipient.email}</span>
        <span class="soft">${issuer.profile.name} · ${date(new Date(award.validFrom))}</span></div>
        ${code ? html`<svg class="qr" viewBox="0 0 ${code.size} ${code.size}" role="img" aria-label=${t('qrOf', { url: address })}>${svg`<path fill="#fff" d="M0 0h${code.size}v${code.size}H0z"/><path fill="#000" d=${code.path}/>`}</svg>` : nothing}</li>`;
    })}</ul>`;
}

export function renderSheet(desk: Desk, parts: Parts): unknown {
  const { handing, hosting, host } = desk;
  const [first] = handing.awards;
  const hosted = first !== undefined && (desk.links.has(first.id) || parts.hostedAt(first, hosting, handing.pictures) !== '');
  const toggle = (event: Event): void => {
    handing.sheetOpen = (event.target as HTMLDetailsElement).open;
    host.requestUpdate();
  };
  return html`<details class="sheets" part="sheet" .open=${handing.sheetOpen} @toggle=${toggle}><summary>${host.words.t('sheetTitle')}</summary><div class="stack">
    <p class="soft">${host.words.t(hosted ? 'sheetHelp' : 'sheetNoQr')}</p>
    ${handing.sheetOpen ? cards(desk, parts) : nothing}
  </div></details>`;
}

/** What goes to the collector that the page named, said before it goes. */
import { html, nothing } from 'lit';
import { hostOf } from './asking.ts';
import type { Desk } from './desk.ts';
import { renderCheck, renderField } from './field.ts';
import { perDesk } from './per-desk.ts';
import { Publishing } from './publishing.ts';

const publishingOf = perDesk((desk) => new Publishing(desk));

const button = (label: string, act: () => unknown, off: boolean, kind = 'secondary'): unknown => html`<button type="button" class=${kind} part="button" ?disabled=${off} @click=${act}>${label}</button>`;

function links(desk: Desk, publishing: Publishing): unknown {
  const { t } = desk.host.words;
  const count = publishing.collectable.length;
  if (count === 0) return nothing;
  const made = publishing.collectable.filter(({ id }) => publishing.links.has(id)).length;
  const wrong = !/^\d{1,3}$/.test(publishing.days.trim()) || Number(publishing.days) < 1 || Number(publishing.days) > 365;
  return html`<h4>${t('linksTitle')}</h4><p>${t('linksHelp', { url: hostOf(publishing.address) })}</p>
    ${renderField({ name: 'days', label: t('linksDays'), value: publishing.days, bare: true, type: 'number', help: t('linksDaysHelp'), input: (days) => {
      publishing.days = days;
      desk.host.requestUpdate();
    } }, desk.host.words)}
    ${made > 0 ? html`<p role="status"><span class="tag ok">${t('linksMade', { count: made })}</span></p>` : nothing}
    <div class="row">${made < count ? button(t(made > 0 ? 'linksRest' : 'linksDo', { count: count - made }), () => publishing.makeLinks(), publishing.busy || publishing.token.trim() === '' || wrong) : nothing}
      ${made > 0 ? button(t('linksSave'), () => publishing.saveLinks(), false, 'primary') : nothing}</div>`;
}

/** `withLinks`: also the links for the badges of this batch. */
export function renderPublish(desk: Desk, withLinks: boolean): unknown {
  const { issuer, host } = desk;
  const publishing = publishingOf(desk);
  const { words } = host;
  const { t } = words;
  if (!issuer) return nothing;
  const { address, busy, published, claims, comingBack } = publishing;
  const closed = busy || publishing.token.trim() === '';
  const canCopy = issuer.profile.url !== undefined && issuer.profile.email !== undefined && address.startsWith('https:');
  return html`<section class="note stack" part="collector" aria-labelledby="asb-collector-title"><h3 id="asb-collector-title" tabindex="-1" data-focus="collector">${t('collectorTitle', { url: hostOf(address) })}</h3>
    <p>${t('collectorWhat')}</p>
    <ul class="todo"><li>${t('collectorProfile')}</li>${issuer.id.startsWith('did:web:') ? html`<li>${t('collectorKeys')}</li>` : nothing}
      <li>${issuer.statusUrl.startsWith(`${address}/`) ? t('collectorStatus') : t(issuer.statusUrl ? 'collectorStatusElsewhere' : 'todoNoStatus', { url: issuer.statusUrl })}</li></ul>
    ${renderField({ name: 'token', label: t('token'), value: publishing.token, type: 'password', bare: true, help: t('tokenHelp'), input: (token) => {
      publishing.token = token;
      host.requestUpdate();
    } }, words)}
    ${canCopy ? renderCheck(html`${t('copies')}<span class="soft">${t('copiesHelp')}</span>`, publishing.copies, (copies) => { publishing.copies = copies; }) : nothing}
    ${publishing.trouble ? html`<p class="error" role="alert"><span aria-hidden="true">✕</span><span>${publishing.trouble}</span></p>` : nothing}
    ${publishing.outdated ? html`<p><span class="tag warn">${t('collectorOutdated')}</span></p>` : published.length > 0 && !busy && !publishing.trouble ? html`<p role="status"><span class="tag ok">${t('publishedCount', { count: published.length })}</span></p>` : nothing}
    <div class="row">${button(t(busy ? 'publishing' : 'publish'), () => publishing.publish(), closed)}
      ${comingBack > 0 && !busy ? button(t('publishAllTheSame', { count: comingBack }), () => publishing.publish(true), closed) : nothing}</div>
    ${withLinks ? links(desk, publishing) : html`${claims ? html`<p role="status">${t('claimsCount', claims)}</p>` : nothing}<div class="row">${button(t('claimsAsk'), () => publishing.count(), closed, 'plain')}</div>`}
  </section>`;
}

/** Fifth step: what goes to the recipients. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Desk } from './desk.ts';
import { renderField } from './field.ts';
import { renderPublishWithLinks } from './later.ts';
import { renderSheet } from './sheet-view.ts';

export function renderHand(desk: Desk): unknown {
  const { handing, issuer, hosting, host } = desk;
  const { words } = host;
  const { t } = words;
  const { awards, zipped, parts } = handing;
  const [first] = awards;
  if (!first || !issuer) return html`<div class="empty" part="empty"><h3>${t('nothingSigned')}</h3><p>${t('nothingSignedHelp')}</p><div class="row"><button type="button" class="primary" part="button button-primary" @click=${() => { desk.go('sign'); }}>${t('next_sign')}</button><button type="button" class="plain" part="button" @click=${() => { desk.go('register'); }}>${t('step_register')}</button></div></div>`;
  if (handing.failed || !parts) return html`<div class="note trouble" role="alert"><p>${t('partFailed')}</p><button type="button" class="secondary" part="button" @click=${() => { void handing.load(); }}>${t('retry')}</button></div>`;
  return html`<p class="note"><strong>${t('signedAll', { count: awards.length })}</strong> <span>${t('signedNote')}</span></p>
    <div class="row"><button type="button" class="primary" part="button button-primary" ?disabled=${zipped !== undefined} @click=${() => { void handing.saveZip(); }}>${zipped === undefined ? t('zipSave') : t('zipping', { done: zipped, total: awards.length })}</button>
      <button type="button" class="secondary" part="button" @click=${() => { void handing.saveMerge(); }}>${t('mergeSave')}</button></div>
    <p class="soft">${t(handing.pictures.png ? 'zipHelp' : 'zipHelpNoPng')}</p>
    ${renderField({ name: 'hosting', label: t('hosting'), value: hosting, type: 'url', help: t('hostingHelp'), input: (value) => { desk.setHosting(value); } }, words)}
    <section class="stack"><h3>${t('messageTitle')}</h3><p class="soft">${t('messageHelp')}</p>
      <textarea class="input" id="asb-message" readonly rows="9" aria-label=${t('messageTitle')} .value=${live(handing.message())}></textarea></section>
    <section class="stack"><h3>${t('webTodo')}</h3><ul class="todo">
      <li>${issuer.id.startsWith('did:web:') ? t('todoSite', { url: parts.siteFile(issuer)?.address ?? '' }) : t('todoNoSite')}</li>
      <li>${issuer.statusUrl ? t('todoStatus', { url: issuer.statusUrl }) : t('todoNoStatus')}</li>
      ${parts.hostedAt(first, hosting, handing.pictures) ? html`<li>${t('todoHosting', { url: hosting })}</li>` : nothing}</ul></section>
    ${host.collector ? renderPublishWithLinks(desk) : nothing}
    ${renderSheet(desk, parts)}
    <div class="row"><button type="button" class="plain" part="button" @click=${() => { desk.go('register'); }}>${t('next_register')}</button></div>`;
}

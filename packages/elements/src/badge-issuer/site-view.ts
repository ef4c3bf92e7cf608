/** What this issuer must put on its site, and when. */
import { html, nothing } from 'lit';
import type { Desk } from './desk.ts';
import type { Issuer } from './model.ts';
import { saveFile } from '../internal/save-file.ts';

export function siteView(issuer: Issuer, { handing, host: { words: { t } } }: Desk): unknown {
  if (!issuer.id.startsWith('did:web:')) return nothing;
  const { parts } = handing;
  if (!parts) {
    void handing.load();
    return nothing;
  }
  const file = parts.siteFile(issuer);
  if (!file) return nothing;
  return html`<div class="note" part="note"><h4>${t('siteTodo')}</h4><p>${t('siteTodoHelp')}</p><p><code>${file.address}</code></p>
    <button type="button" class="secondary" part="button" @click=${() => { saveFile(file.name, 'application/json', file.content); }}>${t('siteSave')}</button></div>`;
}

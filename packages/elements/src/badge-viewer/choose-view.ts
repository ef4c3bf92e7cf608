/** How a person gives a badge: drop, choose, a folder, a QR code, paste. */
import { html, nothing } from 'lit';
import type { Gate } from './gate.ts';
import type { Words } from './words.ts';

const pick = (event: Event, folder: boolean): void => {
  const input = (event.currentTarget as Element).parentElement?.querySelector<HTMLInputElement>(folder ? 'input[webkitdirectory]' : 'input:not([webkitdirectory])');
  input?.click();
};

/** Folders can be chosen on computers, not on most telephones. */
const canChooseFolders = 'webkitdirectory' in HTMLInputElement.prototype && !/android|iphone|ipad/i.test(navigator.userAgent);
const canFilm = 'mediaDevices' in navigator;

const renderPaste = (gate: Gate, { t }: Words): unknown => html`<form part="paste" @submit=${(event: SubmitEvent) => {
  event.preventDefault();
  const text = (event.target as HTMLFormElement).querySelector('textarea')?.value.trim() ?? '';
  if (text) gate.takeText(text);
}}>
  <div class="field"><label for="asb-paste">${t('pasteLabel')}</label><textarea class="input" id="asb-paste" data-focus="paste" aria-describedby="asb-paste-h" spellcheck="false" autocomplete="off" .value=${gate.text}
    @input=${(event: Event) => { gate.text = (event.target as HTMLTextAreaElement).value; }}></textarea>
    <span class="soft" id="asb-paste-h">${t('pasteHelp')}</span></div>
  <div class="row"><button class="primary" part="button button-primary">${t('check')}</button><button type="button" class="plain" part="button" @click=${() => { gate.open('files'); }}>${t('close')}</button></div>
</form>`;

const renderCamera = (gate: Gate, { t }: Words): unknown => html`<div class="note" part="camera">
  ${gate.cameraTrouble ? html`<p class="bad"><strong>${t(gate.cameraTrouble)}</strong></p>` : html`<p><strong>${t('cameraTitle')}</strong></p><p class="soft">${t('cameraHelp')}</p><video part="video" muted playsinline aria-hidden="true"></video>`}
  <div class="row">
    <input type="file" hidden accept="image/*" data-qr @change=${(event: Event) => { void gate.takeQrPicture(event); }}>
    <button type="button" class="secondary" part="button" @click=${(event: Event) => { pick(event, false); }}>${t('qrPicture')}</button>
    <button type="button" class="plain" part="button" data-focus="camera" @click=${() => { gate.open('files'); }}>${t(gate.cameraTrouble ? 'close' : 'cameraStop')}</button>
  </div>
</div>`;

export function renderChoose(gate: Gate, words: Words, again: boolean): unknown {
  const { t } = words;
  const plain = (label: string, way: 'paste' | 'camera'): unknown => html`<button type="button" class="plain" part="button" data-focus=${`open-${way}`} @click=${() => { gate.open(way); }}>${label}</button>`;
  return html`${gate.note ? html`<p class="note trouble" role="alert" part="note">${gate.note}</p>` : nothing}
  <div class="empty drop ${gate.over ? 'over' : ''}" part="drop">
    ${again ? html`<h3>${t('another')}</h3>` : html`<h2 tabindex="-1" data-focus="title">${t('title')}</h2><p class="soft">${t(gate.over ? 'drop' : 'intro')}</p>`}
    <div class="row">
      <input type="file" hidden multiple @change=${(event: Event) => { gate.takeInput(event, false); }}>
      <input type="file" hidden webkitdirectory @change=${(event: Event) => { gate.takeInput(event, true); }}>
      <button type="button" class=${again ? 'secondary' : 'primary'} part="button ${again ? '' : 'button-primary'}" @click=${(event: Event) => { pick(event, false); }}>${t('choose')}</button>
      ${canChooseFolders ? html`<button type="button" class="plain" part="button" @click=${(event: Event) => { pick(event, true); }}>${t('folder')}</button>` : nothing}
      ${canFilm ? plain(t('camera'), 'camera') : nothing}${plain(t('paste'), 'paste')}
    </div>
    ${gate.way === 'paste' ? renderPaste(gate, words) : gate.way === 'camera' ? renderCamera(gate, words) : nothing}
  </div>`;
}

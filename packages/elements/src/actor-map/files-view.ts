/** Files in and out. */
import { html, nothing } from 'lit';
import { fileButton } from '../internal/file-button.ts';
import { saveFile } from '../internal/save-file.ts';
import type { ViewContext } from './context.ts';
import { recordOf } from './record.ts';

export const ACCEPTED = '.csv,.tsv,.txt,.json,.geojson,text/csv,application/json,application/geo+json';

export function renderFiles(context: ViewContext): unknown {
  const { work, words: { t, number }, download, openFile, editable, hasSource, focusOn } = context;
  const { shown, data, waiting } = work;
  const button = (format: string, label: string): unknown => html`<button type="button" class="secondary" part="button" @click=${() => { download(format); }}>${label}</button>`;
  const rest = waiting.actors.length + waiting.places.length + waiting.links.length;
  return html`<div class="view">
    ${editable ? html`<section class="card" aria-labelledby="in-title"><h4 id="in-title">${t('open')}</h4><p class="soft">${t('openHelp')}</p>
      <div class="row">${fileButton(t('openFile'), ACCEPTED, openFile)}${hasSource ? html`<button type="button" class="secondary" part="button" @click=${context.compareSource}>${t('compareSource')}</button>` : nothing}</div>
      ${rest > 0 ? html`<p>${t('rest', { count: rest })}</p><div class="row"><button type="button" class="secondary" part="button" @click=${() => { saveFile('acteurs-en-attente.json', 'application/json', JSON.stringify(recordOf(waiting), null, 2)); }}>${t('saveRest')}</button></div>` : nothing}</section>` : nothing}
    <section class="card" aria-labelledby="out-title"><h4 id="out-title">${t('export')}</h4><p class="soft">${t('exportHelp', { actors: number(shown.actors.length), places: number(shown.places.length), links: number(shown.links.length) })}</p>
      <div class="row">${button('csv', t('exportCsv'))}${button('actors', t('exportActors'))}${button('geojson', t('exportGeojson'))}${button('links', t('exportLinks'))}${button('gexf', t('exportGexf'))}${button('print', t('print'))}</div></section>
    <section class="card" aria-labelledby="all-title"><h4 id="all-title">${t('all')}</h4><p class="soft">${t('allHelp', { actors: number(data.actors.length) })}</p><div class="row">${button('json', t('exportJson'))}</div></section>
    ${editable ? html`<section class="card" aria-labelledby="erase-title"><h4 id="erase-title">${t('eraseTitle')}</h4>
      ${work.erasing ? html`<p>${t(work.shared ? 'eraseSureShared' : 'eraseSure')}</p><div class="row"><button type="button" class="primary" part="button" data-focus="sure" @click=${context.erase}>${t('eraseYes')}</button>
          <button type="button" class="secondary" part="button" @click=${() => { work.show({ erasing: false }); focusOn('[data-focus=erase]'); }}>${t('cancel')}</button></div>`
        : html`<p class="soft">${t(work.shared ? 'eraseHelpShared' : 'eraseHelp')}</p><div class="row"><button type="button" class="secondary" part="button" data-focus="erase" @click=${() => { work.show({ erasing: true }); focusOn('[data-focus=sure]'); }}>${t('erase')}</button></div>`}</section>` : nothing}
  </div>`;
}

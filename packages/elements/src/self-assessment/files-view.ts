/** The report in the form that one needs, and the file that one keeps. */
import { html, nothing } from 'lit';
import type { ViewContext } from './context.ts';
import { fileButton } from './parts.ts';

export function renderFiles(context: ViewContext): unknown {
  const { work, words: { t }, download, openFile, readonly, focusOn } = context;
  const button = (format: string, label: string, primary = false): unknown =>
    html`<button type="button" class=${primary ? 'primary' : 'secondary'} part="button" @click=${() => { download(format); }}>${label}</button>`;
  return html`<div class="view">
    <section class="card" aria-labelledby="report-title"><h4 id="report-title">${t('report')}</h4><p class="soft">${t('reportHelp')}</p>
      <div class="row">${button('docx', t('reportDocx'), true)}${button('print', t('reportPrint'))}${button('html', t('reportHtml'))}${button('md', t('reportMarkdown'))}</div></section>
    <section class="card" aria-labelledby="file-title"><h4 id="file-title">${t('file')}</h4><p class="soft">${t('fileHelp')}</p>
      <div class="row">${button('json', t('save'))}${readonly ? nothing : fileButton(t('open'), '.json,application/json', (file) => { void openFile(file); })}</div></section>
    ${readonly ? nothing : html`<section class="card" aria-labelledby="erase-title"><h4 id="erase-title">${t('eraseTitle')}</h4>
      ${work.erasing ? html`<p>${t(work.shared ? 'eraseSureShared' : 'eraseSure')}</p><div class="row"><button type="button" class="primary" part="button" data-focus="sure" @click=${context.erase}>${t('eraseYes')}</button>
          <button type="button" class="secondary" part="button" @click=${() => { work.show({ erasing: false }); focusOn('[data-focus=erase]'); }}>${t('cancel')}</button></div>`
        : html`<p class="soft">${t(work.shared ? 'eraseHelpShared' : 'eraseHelp')}</p><div class="row"><button type="button" class="secondary" part="button" data-focus="erase" @click=${() => { work.show({ erasing: true }); focusOn('[data-focus=sure]'); }}>${t('erase')}</button></div>`}</section>`}
  </div>`;
}

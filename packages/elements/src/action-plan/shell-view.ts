/** The frame around the views: name, views, undo, files, what is kept. */
import type { Action, Plan } from '@assembleurs/commons/plan';
import type { Column } from '@assembleurs/commons/plan/formats/columns';
import { html, nothing } from 'lit';
import { type Panel, type PlanContext, type View, VIEWS } from './context.ts';
import { renderFilters } from './controls-view.ts';
import type { PlanDocument } from './document.ts';
import type { Arrival, Format } from './files.ts';
import { extrasHere } from './lazy.ts';
import type { PlanKey } from './messages/fr.ts';
import { renderTable } from './table-view.ts';

export interface Shell {
  readonly view: View;
  readonly panel: Panel | undefined;
  readonly opened: Action | undefined;
  readonly arrival: Arrival | undefined;
  readonly document: PlanDocument;
  readonly show: (view: View) => void;
  readonly togglePanel: (panel: Panel) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly openFile: (file: File) => void;
  readonly accept: (merge: boolean) => void;
  readonly remap: (columns: readonly (Column | undefined)[]) => void;
  readonly dismiss: () => void;
  readonly download: (format: Format, publicOnly: boolean) => void;
}

const FORMATS: readonly (readonly [Format, PlanKey])[] = [['json', 'asJson'], ['xlsx', 'asXlsx'], ['docx', 'asDocx'], ['national', 'asNational'], ['csv', 'asCsv'], ['ics', 'asIcs'], ['markdown', 'asMarkdown']];
const ACCEPT = '.json,.xlsx,.csv,application/json,text/csv';

function renderFile({ words: { t } }: PlanContext, shell: Shell): unknown {
  return html`<label class="button secondary file" part="button"><input type="file" class="vh" accept=${ACCEPT} @change=${(event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    // The same file again is a choice, too.
    input.value = '';
    if (file) shell.openFile(file);
  }}>${t('open')}</label>`;
}

function renderDownloads({ words: { t }, looking, plan, chosen }: PlanContext, shell: Shell): unknown {
  const save = (event: Event, format: Format): void => {
    const box = (event.currentTarget as HTMLElement).closest('details')?.querySelector<HTMLInputElement>('input');
    shell.download(format, box?.checked === true);
  };
  return html`<details class="menu"><summary>${t('download')}</summary><div class="menu-body">
    ${chosen.length < plan.actions.length && Object.keys(looking.filter).length > 0 ? html`<p class="soft">${t('onlyShown')}</p>` : nothing}
    <label class="check"><input type="checkbox"><span>${t('publicOnly')}</span></label>
    <ul>${FORMATS.map(([format, key]) => html`<li><button type="button" class="plain" part="button" @click=${(event: Event) => { save(event, format); }}>${t(key)}</button></li>`)}</ul>
  </div></details>`;
}

function renderKept({ words: { t } }: PlanContext, { document }: Shell): unknown {
  switch (document.keepState) {
    case 'idle': return nothing;
    case 'saving': return html`<span class="soft">${t('saving')}</span>`;
    case 'saved': return html`<span class="soft">${t('saved')}</span>`;
    case 'shared': return html`<span class="soft">${t('inWorkspace')}</span>`;
    case 'refused': return html`<p class="error" role="alert">${t('refused')}</p>`;
    case 'otherTab': return html`<div class="note trouble" role="alert"><p>${t('otherTab')}</p><div class="row"><button type="button" class="secondary" part="button" @click=${() => { void document.begin(); }}>${t('takeOther')}</button><button type="button" class="secondary" part="button" @click=${() => { document.takeOver(); }}>${t('keepMine')}</button></div></div>`;
    case 'absent': return html`<p class="soft">${t('keepsNothing')}</p>`;
    case 'full': return html`<p class="error" role="alert">${t('storageFull')}</p>`;
    case 'failed': return html`<p class="error" role="alert">${t('storageFailed')}</p>`;
  }
}

function renderArrival(context: PlanContext, { arrival, accept, remap, dismiss }: Shell): unknown {
  const { words: { t }, plan } = context;
  if (!arrival) return nothing;
  const close = (key: 'close' | 'fileCancel') => html`<button type="button" class="plain" part="button" @click=${dismiss}>${t(key)}</button>`;
  if ('losses' in arrival) return html`<section class="note" aria-labelledby="arrival"><h3 id="arrival" tabindex="-1" data-focus="arrival">${t('losses')}</h3><p>${t('lossesHelp')}</p><ul class="marks">${arrival.losses.map((each) => html`<li>${each}</li>`)}</ul>${close('close')}</section>`;
  const review = (read: Plan | undefined): unknown => (arrival.source ? extrasHere()?.renderReview(arrival.source, read, remap, context) : nothing);
  if ('problems' in arrival) return html`<section class="note trouble" aria-labelledby="arrival"><h3 id="arrival" tabindex="-1" data-focus="arrival">${t('fileProblem')}</h3><ul class="marks">${arrival.problems.map((each) => html`<li>${each}</li>`)}</ul>${review(undefined)}${close('close')}</section>`;
  return html`<section class="note" aria-labelledby="arrival"><h3 id="arrival" tabindex="-1" data-focus="arrival">${t('fileRead', { count: arrival.plan.actions.length, name: arrival.name })}</h3>
    ${arrival.notes.length > 0 ? html`<h4>${t('fileNotes')}</h4><ul class="marks">${arrival.notes.map((each) => html`<li>${each}</li>`)}</ul>` : nothing}
    ${review(arrival.plan)}
    <div class="row"><button type="button" class="primary" part="button button-primary" @click=${() => { accept(false); }}>${t(plan.actions.length > 0 ? 'fileReplace' : 'fileTake')}</button>
    ${plan.actions.length > 0 ? html`<button type="button" class="secondary" part="button" @click=${() => { accept(true); }}>${t('fileMerge')}</button>` : nothing}${close('fileCancel')}</div></section>`;
}

function renderEmpty(context: PlanContext, shell: Shell): unknown {
  const { words: { t }, readonly, plan } = context;
  if (plan.actions.length > 0) return html`<div class="empty"><h3>${t('noneTitle')}</h3><button type="button" class="secondary" part="button" @click=${() => { context.look({ filter: {} }); }}>${t('clear')}</button></div>`;
  if (readonly) return html`<p class="empty">${t('emptyReadonly')}</p>`;
  return html`<div class="empty"><h3>${t('emptyTitle')}</h3><p>${t('emptyHelp')}</p><div class="row"><button type="button" class="primary" part="button button-primary" @click=${() => { context.add(); }}>${t('add')}</button>${renderFile(context, shell)}</div></div>`;
}

function renderBody(context: PlanContext, shell: Shell): unknown {
  const { words: { t }, chosen } = context;
  const extras = extrasHere();
  const waiting = html`<p class="soft">${t('loading')}</p>`;
  if (shell.opened) return extras?.renderSheet(shell.opened, context) ?? waiting;
  if (shell.panel) return extras?.renderPanel(shell.panel, context) ?? waiting;
  if (chosen.length === 0) return renderEmpty(context, shell);
  return shell.view === 'table' ? renderTable(context) : extras?.renderView(shell.view, context) ?? waiting;
}

const PANELS = ['retro', 'changes', 'life', 'axes'] as const;
/** Nothing to filter there. */
const WHOLE: readonly (Panel | undefined)[] = ['axes', 'life'];

export function renderShell(context: PlanContext, shell: Shell): unknown {
  const { words: { t }, plan, readonly, chosen } = context;
  const { view, panel, opened } = shell;
  const all = plan.actions.length;
  const count = chosen.length < all ? t('countOf', { count: chosen.length, all }) : t('count', { count: all });
  const press = (on: boolean): 'true' | 'false' => (on ? 'true' : 'false');
  const name = (event: Event): void => {
    const { value } = event.currentTarget as HTMLInputElement;
    context.edit((now) => ({ ...now, name: value.trim() }));
  };
  return html`<div class="head">
      ${readonly ? html`<h2>${plan.name || t('plan')}</h2>` : html`<h2 class="vh">${plan.name || t('plan')}</h2><label class="name"><span class="vh">${t('name')}</span><input class="input" part="field" maxlength="500" placeholder=${t('plan')} .value=${plan.name} @change=${name}></label>`}
      <div class="row kept"><span class="soft">${count}</span>${renderKept(context, shell)}</div>
    </div>
    ${shell.document.fromKept ? html`<div class="note kept-note"><p>${t('keptVersion')}</p><button type="button" class="plain" part="button" @click=${() => { shell.document.fromPage(); }}>${t('pageVersion')}</button></div>` : nothing}
    <div class="toolbar"><div class="row views" part="views" role="group" aria-label=${t('views')} tabindex="-1" data-focus="views">
      ${VIEWS.map((each) => html`<button type="button" part="button" class="view" aria-pressed=${press(each === view && !panel && !opened)} @click=${() => { shell.show(each); }}>${t(each)}</button>`)}
      ${PANELS.filter((each) => each === 'changes' || each === 'life' || !readonly).map((each) => html`<button type="button" class="view side" part="button" aria-pressed=${press(panel === each)} @click=${() => { shell.togglePanel(each); }}>${t(each)}</button>`)}</div>
      <div class="row tools">
      ${readonly ? nothing : html`<button type="button" class="primary" part="button button-primary" data-focus="add" @click=${() => { context.add(); }}>${t('add')}</button>
        <button type="button" class="secondary" part="button" data-focus="undo" ?disabled=${!shell.document.canUndo} @click=${shell.undo}>${t('undo')}</button><button type="button" class="secondary" part="button" ?disabled=${!shell.document.canRedo} @click=${shell.redo}>${t('redo')}</button>${renderFile(context, shell)}`}
      <button type="button" class="plain" part="button" @click=${() => { context.print(); }}>${t('print')}</button>${renderDownloads(context, shell)}</div></div>
    ${renderArrival(context, shell)}
    ${opened || WHOLE.includes(panel) || all === 0 ? nothing : renderFilters(context, view)}
    ${renderBody(context, shell)}`;
}

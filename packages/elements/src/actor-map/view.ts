import type { ActorEntry } from '@assembleurs/commons/actors/facets';
import { html, nothing } from 'lit';
import type { ViewContext } from './context.ts';
import { renderFilters } from './filters-view.ts';
import { renderList } from './list-view.ts';
import { loadMapLibraries } from './map-libraries.ts';
import { renderProblems } from './problems-view.ts';
import { VIEWS, type View } from './work.ts';

type Later = typeof import('./later-views.ts');

let later: Later | undefined;
let loading: Promise<Later> | undefined;

/** Brings the views after the list, and the forms; true when they came now. A failure is tried again at the next call. */
export async function loadLaterViews(): Promise<boolean> {
  if (later) return false;
  try {
    later = await (loading ??= import('./later-views.ts'));
    return true;
  } catch {
    loading = undefined;
    return false;
  }
}

/** Reading many records keeps the page, and what comes meanwhile waits: it is let in first, for so long (ms). */
const PATIENCE = 150;

/** Brings what a view other than the list will ask for. Settles when it is here, did not come, or takes its time; never rejects. */
export async function prepareView(view: View): Promise<void> {
  if (view === 'list') return;
  if (view === 'map') loadMapLibraries().catch(() => undefined); // beside its view, not after it
  const here = loadLaterViews().then(() => (view === 'map' ? later?.prepareMap() : undefined));
  await Promise.race([here, new Promise((done) => { setTimeout(done, PATIENCE); })]);
}

/** What is not here yet is asked for again: the network may be back. */
function waiting({ work, words: { t } }: ViewContext): unknown {
  void loadLaterViews().then((came) => { if (came) work.show({}); });
  return html`<p class="soft" aria-busy="true">${t('loadingView')}</p>`;
}

function renderView(view: View, context: ViewContext): unknown {
  const { work } = context;
  if (view === 'list' && !work.review && !work.mapping) return renderList(context);
  if (!later) return waiting(context);
  if (work.mapping) return later.renderMapping(work.mapping, context);
  if (work.review) return later.renderReview(work.review, context);
  if (view === 'files' && !context.editable) return html`${later.renderLookAt(context)}${later.renderFiles(context)}`;
  return { list: renderList, map: later.renderMap, matrix: later.renderMatrix, network: later.renderNetwork, meshing: later.renderMeshing, files: later.renderFiles }[view](context);
}

/** What people say of an actor: only where they share a workspace. */
function renderSaid({ actor }: ActorEntry, context: ViewContext): unknown {
  if (!context.workspace) return nothing;
  return later ? later.renderComments(actor, context) : waiting(context);
}

/** The card of the actor that was chosen, or the form that stands open, beside any view. */
function renderPanel(context: ViewContext): unknown {
  const { work } = context;
  if (work.editing) return later ? later.renderEdit(work.editing, context) : waiting(context);
  if (!work.entry) return nothing;
  return later ? later.renderCard(work.entry, context, renderSaid(work.entry, context)) : waiting(context);
}

function renderNotice({ work, words, focusOn }: ViewContext): unknown {
  const { t } = words;
  const { notice } = work;
  if (!notice) return nothing;
  return html`<div class="note ${notice.tone}" part="note" role=${notice.tone === 'trouble' ? 'alert' : 'note'} data-focus="notice" tabindex="-1"><p>${notice.text}</p>
    ${renderProblems(notice.details ?? [], words)}
    <button type="button" class="plain" part="button" @click=${() => { work.show({ notice: undefined }); focusOn('[data-focus=title]'); }}>${t('close')}</button></div>`;
}

function renderTools(context: ViewContext): unknown {
  const { work, words: { t }, announce, focusOn } = context;
  const step = (label: string | undefined, name: 'undo' | 'redo', act: () => void): unknown => label === undefined ? nothing : html`<button type="button" class="plain" part="button" data-focus=${name} @click=${() => {
    act();
    announce(t(name === 'undo' ? 'undone' : 'redone', { what: label }));
  }}>${t(name, { what: label })}</button>`;
  return html`<div class="row tools"><button type="button" class="primary" part="button button-primary" @click=${() => {
    work.show({ editing: { type: 'actor' } });
    focusOn('#f-name');
  }}>${t('addActor')}</button>${step(work.undoable, 'undo', () => { work.undo(); })}${step(work.redoable, 'redo', () => { work.redo(); })}</div>`;
}

/** What is drawn can be taken away, or printed. */
function renderPictures({ work: { view }, words: { t }, download }: ViewContext): unknown {
  if (view !== 'map' && view !== 'network' && view !== 'matrix') return nothing;
  return html`<div class="row pictures" role="group" aria-label=${t('asPicture')}>${(['png', 'svg', 'print'] as const).map((format) => html`<button type="button" class="secondary" part="button" @click=${() => { download(format); }}>${t(({ png: 'asPng', svg: 'asSvg', print: 'print' } as const)[format])}</button>`)}</div>`;
}

export function renderWork(context: ViewContext): unknown {
  const { work, words: { t }, editable, focusOn } = context;
  const busy = work.review !== undefined || work.mapping !== undefined;
  const empty = work.data.actors.length === 0;
  const open = work.entry !== undefined || work.editing !== undefined;
  return html`${editable ? renderTools(context) : work.looking ? later?.renderLooking(work.looking, context) : nothing}${renderNotice(context)}
    ${busy ? nothing : html`<nav aria-label=${t('views')}><ul class="steps">${VIEWS.map((each) => html`<li><button type="button" class="step" part="button" aria-current=${each === work.view ? 'page' : 'false'} @click=${() => {
      work.show({ view: each });
      focusOn('[data-focus=title]');
    }}>${t(`view_${each}`)}</button></li>`)}</ul></nav>
    ${empty || work.view === 'files' ? nothing : renderFilters(context)}`}
    <div class=${open ? 'sides-by-side' : 'alone'}>
      <div class="view"><h3 tabindex="-1" data-focus="title">${busy ? t(work.mapping ? 'title_mapping' : 'title_review') : t(`title_${work.view}`)}</h3>
        ${empty && !busy && work.view !== 'files' ? renderEmpty(context) : html`${renderView(work.view, context)}${busy ? nothing : renderPictures(context)}`}</div>
      ${open ? html`<aside class="panel" aria-label=${t('panel')}>${renderPanel(context)}</aside>` : nothing}
    </div>`;
}

/** Nobody yet: what to do first. */
function renderEmpty({ work, words: { t }, editable, focusOn }: ViewContext): unknown {
  if (!editable) return html`<div class="empty"><p>${t('emptyReader')}</p></div>`;
  return html`<div class="empty"><p>${t('empty')}</p><div class="row">
    <button type="button" class="primary" part="button button-primary" @click=${() => { work.show({ view: 'files' }); focusOn('[data-focus=title]'); }}>${t('emptyOpen')}</button></div></div>`;
}

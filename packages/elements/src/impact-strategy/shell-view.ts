/** The frame around the views: name, views, undo, files, what is kept. */
import type { Stakeholder, StrategyNode } from '@assembleurs/commons/strategy';
import { html, nothing } from 'lit';
import { fileButton } from '../internal/file-button.ts';
import { saveFile } from '../internal/save-file.ts';
import { type StrategyContext, type View, VIEWS } from './context.ts';
import type { StrategyDocument } from './document.ts';
import { type Arrival, type Format, FORMATS } from './files.ts';
import { viewsHere } from './later.ts';
import { renderMap } from './map-view.ts';
import { startAdding } from './map-moves.ts';

export interface Shell {
  readonly view: View;
  readonly opened: StrategyNode | Stakeholder | undefined;
  readonly arrival: Arrival | undefined;
  readonly document: StrategyDocument;
  readonly show: (view: View) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly openFile: (file: File) => void;
  readonly accept: () => void;
  readonly dismiss: () => void;
  readonly useTemplate: () => void;
  readonly download: (format: Format) => void;
}

const button = (label: string, kind: 'primary' | 'secondary' | 'plain', click: () => void): unknown =>
  html`<button type="button" class=${kind} part=${kind === 'primary' ? 'button button-primary' : 'button'} @click=${click}>${label}</button>`;

function renderKept({ words: { t, time } }: StrategyContext, { document }: Shell): unknown {
  const state = document.keepState;
  switch (state.kind) {
    case 'none': return nothing;
    case 'saving': return html`<span class="soft">${t('saving')}</span>`;
    case 'saved': return html`<span class="soft">${t('saved', { time: time(state.at) })}</span>`;
    case 'shared': return html`<span class="soft">${t('inWorkspace')}</span>`;
    case 'refused': return html`<p class="error" role="alert">${t('refused')}</p>`;
    case 'trouble': return html`<p class=${state.trouble === 'absent' ? 'soft' : 'error'} role=${state.trouble === 'absent' ? nothing : 'alert'}>${t(state.trouble === 'absent' ? 'keepsNothing' : state.trouble === 'full' ? 'storageFull' : 'storageFailed')}</p>`;
    case 'conflict': return html`<div class="note trouble" role="alert"><p>${t('otherTab')}</p><div class="row">${button(t('takeOther'), 'secondary', () => { void document.takeTheirs(); })}${button(t('keepMine'), 'secondary', () => { document.keepMine(); })}</div></div>`;
  }
}

function renderArrival({ words: { t } }: StrategyContext, { arrival, accept, dismiss }: Shell): unknown {
  if (!arrival) return nothing;
  if ('problems' in arrival) return html`<section class="note trouble" aria-labelledby="arrival"><h3 id="arrival" tabindex="-1" data-focus="arrival">${t('fileProblem')}</h3><ul class="marks">${arrival.problems.map((each) => html`<li>${each}</li>`)}</ul>${button(t('close'), 'plain', dismiss)}</section>`;
  return html`<section class="note" aria-labelledby="arrival"><h3 id="arrival" tabindex="-1" data-focus="arrival">${t('fileRead', { name: arrival.name, count: arrival.strategy.nodes.length + arrival.strategy.stakeholders.length })}</h3>
    <div class="row">${button(t('fileReplace'), 'primary', accept)}${button(t('cancel'), 'plain', dismiss)}</div></section>`;
}

const isEmpty = ({ strategy: { nodes, stakeholders } }: StrategyContext): boolean => nodes.length === 0 && stakeholders.length === 0;

function renderEmpty(context: StrategyContext, shell: Shell): unknown {
  const { words: { t }, readonly } = context;
  if (readonly) return html`<p class="empty">${t('emptyReadonly')}</p>`;
  return html`<div class="empty"><h3>${t('emptyTitle')}</h3><p>${t(shell.document.inWorkspace ? 'emptyShared' : 'emptyHelp')}</p><div class="row">${button(t('useProgramme'), 'primary', shell.useTemplate)}
    ${button(t('useGuide'), 'secondary', () => { shell.show('guide'); })}${button(t('writeFirst'), 'secondary', () => { startAdding({ kind: 'objective', parent: undefined, after: undefined }, context); })}</div></div>`;
}

function renderBody(context: StrategyContext, shell: Shell): unknown {
  const { view, opened } = shell;
  const views = viewsHere();
  const waiting = html`<p class="soft">${context.words.t('loading')}</p>`;
  if (opened) return views ? (opened.type === 'stakeholder' ? views.renderPersonSheet(opened, context) : views.renderNodeSheet(opened, context)) : waiting;
  if (isEmpty(context) && view !== 'guide' && view !== 'stakeholders' && !context.looking.adding) return renderEmpty(context, shell);
  if (view === 'map') return renderMap(context);
  if (!views) return waiting;
  if (view === 'slides') return views.renderSlides(context, () => { shell.download('deck'); });
  return { theory: views.renderTheory, logic: views.renderLogic, stakeholders: views.renderPeople, guide: views.renderGuide }[view](context);
}

export function renderShell(context: StrategyContext, shell: Shell): unknown {
  const { words: { t }, strategy, readonly, edit, print } = context;
  const { view, opened, document } = shell;
  const name = (event: Event): void => { edit({ ...strategy, name: (event.currentTarget as HTMLInputElement).value.trim() }); };
  const title = strategy.name || t('strategy');
  const views = VIEWS.filter((each) => !readonly || each !== 'guide');
  return html`<div class="head">
      ${readonly ? html`<h2>${title}</h2>` : html`<h2 class="vh">${title}</h2><label class="name"><span class="vh">${t('name')}</span><input class="input" part="field" maxlength="500" autocomplete="off" placeholder=${t('strategy')} .value=${strategy.name} @change=${name}></label>`}
      <div class="row kept">${renderKept(context, shell)}</div></div>
    ${document.fromKept ? html`<div class="note kept-note"><p>${t('keptVersion')}</p>${button(t('pageVersion'), 'plain', () => { document.fromPage(); })}</div>` : nothing}
    <div class="toolbar"><div class="row views" part="views" role="group" aria-label=${t('views')} tabindex="-1" data-focus="views">
      ${views.map((each) => html`<button type="button" part="button" class="view" aria-pressed=${each === view && !opened ? 'true' : 'false'} @click=${() => { shell.show(each); }}>${t(each)}</button>`)}</div>
      <div class="row tools">${readonly ? nothing : html`<button type="button" class="secondary" part="button" data-focus="undo" ?disabled=${!document.canUndo} @click=${shell.undo}>${t('undo')}</button><button type="button" class="secondary" part="button" ?disabled=${!document.canRedo} @click=${shell.redo}>${t('redo')}</button>${fileButton(t('open'), '.json,application/json', shell.openFile)}`}
      ${button(t('print'), 'plain', () => { print('A4 landscape'); })}
      <details class="menu"><summary>${t('download')}</summary><div class="menu-body"><ul>${FORMATS.map(([format, key]) => html`<li>${button(t(key), 'plain', () => { shell.download(format); })}</li>`)}</ul></div></details></div></div>
    ${renderArrival(context, shell)}${renderBody(context, shell)}`;
}

/** What comes from outside and cannot be shown: why, and what to do. */
export function renderTrouble(context: StrategyContext, document: StrategyDocument): unknown {
  const { words: { t } } = context;
  const { trouble, unreadable } = document;
  if (!trouble) return nothing;
  if (unreadable !== undefined) {
    return html`<div class="note trouble" role="alert"><h2>${t('failed')}</h2><p>${t('keptUnreadable')}</p>${'problems' in trouble ? html`<ul class="marks">${trouble.problems.map((each) => html`<li>${each}</li>`)}</ul>` : nothing}
      <div class="row">${button(t('downloadKept'), 'secondary', () => { saveFile('strategie.json', 'application/json', JSON.stringify(unreadable, undefined, 2)); })}${button(t('startAnew'), 'plain', () => { document.fromPage(); })}</div></div>`;
  }
  const why = 'problems' in trouble ? html`<ul class="marks">${trouble.problems.map((each) => html`<li>${each}</li>`)}</ul>`
    : html`<p>${t(({ address: 'failAddress', network: 'failNetwork', status: 'failStatus', json: 'failJson', module: 'moduleFailed' } as const)[trouble.trouble], { status: trouble.status ?? '' })}</p>`;
  return html`<div class="note trouble" role="alert"><h2>${t('failed')}</h2>${why}${button(t('retry'), 'secondary', () => { void document.begin(); })}</div><slot></slot>`;
}

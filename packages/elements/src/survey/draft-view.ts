import { html, nothing } from 'lit';
import type { LaterContext } from './later.ts';
import type { Phase } from './state.ts';

/** Whether the answers are kept, beside the step. */
export function renderStatus({ run: { words: { t, time } }, later: { autosave: { state } } }: LaterContext): unknown {
  if (state.kind === 'saved') return html`<p class="status ok" part="status">${t('saved', { time: time(state.at) })}</p>`;
  if (state.kind === 'trouble') return html`<p class="status bad" part="status">${t(state.trouble === 'failed' ? 'lost' : state.trouble)}</p>`;
  return html`<p class="status" part="status">${state.kind === 'unsaved' ? t('unsaved') : nothing}</p>`;
}

/** Another tab wrote, sent or erased the same draft: nothing is written until the person chooses. */
export function renderConflict({ run, later: { autosave: { state }, drafting } }: LaterContext): unknown {
  const { t, time } = run.words;
  if (state.kind !== 'conflict' && state.kind !== 'gone') return nothing;
  return html`<div class="tell warn" part="note" role="alert" tabindex="-1" data-focus="conflict">
    <p>${state.kind === 'conflict' ? t(state.elsewhere ? 'conflictDevice' : 'conflict', { time: time(state.theirs.savedAt) }) : t('gone')}</p>
    <div class="nav">
      <button type="button" class="secondary" part="button" @click=${() => { void drafting.useOther(); }}>${t(state.kind !== 'conflict' ? 'restart' : state.elsewhere ? 'useDevice' : 'useOther')}</button>
      <button type="button" class="secondary" part="button" @click=${() => { void drafting.keepMine(); }}>${t('keepMine')}</button>
    </div></div>`;
}

/** A draft was found: go on with it, or not. */
export function renderResume({ run, later: { drafting } }: LaterContext, { draft, linked }: Extract<Phase, { kind: 'resume' }>): unknown {
  const { t, date } = run.words;
  const primary = (text: string, act: () => void): unknown => html`<button type="button" class="primary" part="button button-primary" @click=${act}>${text}</button>`;
  return html`<section class="card" part="resume" aria-labelledby="asb-resume"><h3 id="asb-resume" tabindex="-1" data-focus="page">${t('resumeTitle')}</h3>
    <p>${t(linked ? 'linkClash' : 'resumeHelp', { date: date(draft.savedAt) })}</p>
    <div class="nav">
      ${linked ? primary(t('takeLink'), () => { drafting.takeLinked(linked, draft); }) : nothing}
      ${primary(t('resume'), () => { drafting.resume(draft); })}
      <button type="button" class="secondary" part="button" @click=${() => { void drafting.restart(draft); }}>${t('restart')}</button>
    </div><p class="help">${t('restartHelp')} ${t('shared')}</p></section>`;
}

/** Erasing asks once more; inside the page, because a sandboxed frame shows no dialog. */
export function renderErase({ run, later: { drafting } }: LaterContext): unknown {
  const { t } = run.words;
  if (!drafting.erasing) {
    return html`<button type="button" class="plain" part="button" data-focus="erase" @click=${() => { drafting.askErase(true); }}>${t('erase')}</button>`;
  }
  return html`<div class="sure" role="group" aria-labelledby="asb-sure"><p id="asb-sure" tabindex="-1" data-focus="sure">${t('eraseSure')}</p>
    <div class="nav"><button type="button" class="secondary" part="button" @click=${() => { void drafting.erase(); }}>${t('eraseYes')}</button>
      <button type="button" class="plain" part="button" @click=${() => { drafting.askErase(false); }}>${t('cancel')}</button></div></div>`;
}

/** What the person may do with the draft, and what they should know of it. */
export function renderDraft(context: LaterContext): unknown {
  const { run, host: { settings }, later: { autosave: { state, start }, drafting } } = context;
  const { t } = run.words;
  if (settings.readOnly || !start) return nothing;
  const kept = state.kind !== 'trouble';
  return html`<details class="draft" part="draft" ?open=${drafting.erasing || drafting.link !== undefined}><summary>${t('draft')}</summary>
    ${kept ? html`<p>${t('draftKept', { count: settings.draftDays })} ${start.token === undefined ? '' : t('otherKept')} ${t('shared')}</p>` : html`<p>${t(state.trouble === 'failed' ? 'lost' : state.trouble)}</p>`}
    <div class="nav">
      ${settings.drafts && !drafting.link ? html`<button type="button" class="plain" part="button" @click=${() => { void drafting.share(); }}>${t('other')}</button>` : nothing}
      ${renderErase(context)}
    </div>${renderLink(context)}</details>`;
}

/** The whole link is selected, and what shows is its beginning. */
const fromStart = ({ target }: Event): void => {
  const field = target as HTMLInputElement;
  field.setSelectionRange(0, field.value.length, 'backward');
};

function renderLink({ run, host, later: { autosave, drafting: { link } } }: LaterContext): unknown {
  const { t, date } = run.words;
  if (!link) return nothing;
  const copy = async (event: Event): Promise<void> => {
    const field = (event.target as Element).closest('.link')?.querySelector('input');
    field?.focus();
    try {
      await navigator.clipboard.writeText(link.url);
      host.announce(t('copied'));
    } catch { /* the link stands selected, to be copied by hand */ }
  };
  return html`<div class="link"><label for="asb-link" class="t">${t('otherLink')}</label><p class="help" id="asb-link-d">${t('otherHelp', { date: date(link.expiresAt) })}</p>
    <div class="nav"><input class="input" part="input" id="asb-link" readonly aria-describedby="asb-link-d" .value=${link.url} @focus=${fromStart}>
    <button type="button" class="secondary" part="button" @click=${copy}>${t('copy')}</button></div>
    ${autosave.late ? html`<p class="tell warn">${t('otherLate')}</p>` : nothing}</div>`;
}

import { localized } from '@assembleurs/commons/survey/definition/frame';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { warnOnce } from '../internal/warn.ts';
import { fieldMessages, type FieldContext, renderElements } from './fields/index.ts';
import type { LoadFailure } from './loading.ts';
import { isTemplate, noticeOf, renderNotice } from './notice.ts';
import { fullTitle } from './nodes.ts';
import type { SurveyRun } from './run.ts';
import type { Settings } from './state.ts';

/** What the views ask of the element around them. */
export interface ViewHost {
  readonly settings: Settings;
  readonly online: boolean;
  announce(text: string): void;
  download(format: 'json' | 'csv' | 'pdf'): void;
}

export interface ViewContext {
  readonly run: SurveyRun;
  readonly host: ViewHost;
  readonly fields: FieldContext;
}

/** How the questions are drawn: `form` to answer, `summary` to read again. */
export const fieldContext = (run: SurveyRun, host: ViewHost, display: FieldContext['display']): FieldContext => ({
  lang: run.locale,
  t: fieldMessages(run.locale),
  territory: run.territory,
  readOnly: host.settings.readOnly,
  headingLevel: 4,
  announce: (text) => { host.announce(text); },
  display,
});

/** The whole survey, in whichever state it is. */
export function renderSurvey(run: SurveyRun, host: ViewHost): unknown {
  const { phase, words: { t } } = run;
  if (phase.kind === 'loading') return html`<p class="wait" part="loading">${t('loading')}</p>`;
  if (phase.kind === 'failed') return renderFailure(run, phase.failure);
  const context: ViewContext = { run, host, fields: fieldContext(run, host, phase.kind === 'answering' ? 'form' : 'summary') };
  return html`${renderHeader(context)}
    ${run.notes.map(({ kind, text }) => html`<p class="tell ${kind}" part="note" role=${ifDefined(kind === 'warn' ? 'alert' : undefined)} tabindex="-1" data-focus="note">${text}</p>`)}
    ${host.online || phase.kind === 'delivery' ? nothing : html`<p class="tell warn" part="note">${t('offline')}</p>`}
    ${run.renderProblems?.(run.problems, run.words) ?? nothing}${run.later?.renderConflict(context) ?? nothing}${renderBody(context)}${onFirst(context) ? nothing : notice(run, host, true)}`;
}

function renderBody(context: ViewContext): unknown {
  const { phase, later, words: { t } } = context.run;
  if (phase.kind === 'answering') return renderQuestions(context);
  return later ? later.renderBody(context, phase) : html`<p class="wait">${t('loading')}</p>`;
}

function renderFailure(run: SurveyRun, { key, status, details }: LoadFailure): unknown {
  const { t } = run.words;
  return html`<div class="summary" part="error" role="alert"><h2>${t('failed')}</h2><p>${t(key, { status: status ?? '' })}</p>
    <p><button type="button" class="secondary" part="button" @click=${() => { run.retry(); }}>${t('retry')}</button></p>
    ${details.length === 0 ? nothing : html`<details><summary>${t('details')}</summary>
      <ul>${details.map(({ path, text }) => html`<li>${path ? html`<code>${path}</code> ` : nothing}${text}</li>`)}</ul></details>`}
  </div>`;
}

/** Where the survey begins: what it is about and its notice show in full. */
const onFirst = ({ run: { phase, session }, host }: ViewContext): boolean =>
  phase.kind === 'answering' && (host.settings.display === 'single' || session?.currentPage === session?.visiblePages[0]);

/** Title, language, and on the first page what the survey is about. */
function renderHeader(context: ViewContext): unknown {
  const { run, host } = context;
  const { session, words: { t, lang } } = run;
  if (!session) return nothing;
  const first = onFirst(context);
  const other = lang === 'fr' ? 'en' : 'fr';
  return html`<header part="header">
    ${session.title ? html`<h2 class=${first ? 'title' : 'title small'} part="survey-title">${session.title}</h2>` : nothing}
    ${run.languages.has(other) ? html`<button type="button" class="plain lang" lang=${other} part="button" @click=${() => { run.setLanguage(other); }}>${t('language')}</button>` : nothing}
    ${first && session.description ? html`<p class="lead" part="survey-description">${session.description}</p>` : nothing}
  </header>${first ? notice(run, host) : nothing}`;
}

function notice({ definition, words }: SurveyRun, { settings }: ViewHost, later = false): unknown {
  const shown = noticeOf(definition?.rgpd, settings.rgpd);
  if (!shown) return nothing;
  if (isTemplate(localized(shown.responsable, words.lang))) {
    warnOnce('<asb-survey>: the information notice still holds a text between brackets; fill it with the attributes controller, dpo…, or in the definition’s "rgpd".');
  }
  return renderNotice(shown, words, later);
}

function renderQuestions(context: ViewContext): unknown {
  const { run, host: { settings } } = context;
  const { session, words: { t } } = run;
  if (!session) return nothing;
  const { page, pages, answered, questions } = session.progress;
  const single = settings.display === 'single';
  const shown = single ? session.visiblePages : session.currentPage ? [session.currentPage] : [];
  const last = single || page === pages;
  const label = run.returning ? t('toReview') : (single ? undefined : session.text(last ? 'completeText' : 'pageNextText')) ?? t(last ? 'review' : 'next');
  return html`<form novalidate part="form" @submit=${(event: Event) => { event.preventDefault(); if (!settings.readOnly || !last) run.next(); }}>
    <div class="top">
      <p class="stage" part="step">${single ? t('answered', { count: answered, questions }) : t('step', { page, pages })}</p>
      ${run.later ? run.later.renderStatus(context) : renderUnkept(context)}
      <progress part="progress" aria-label=${t('progress')} max=${single ? Math.max(questions, 1) : pages} value=${single ? answered : page}></progress>
    </div>
    ${renderErrors(context)}
    ${shown.map((node) => html`<section part="page" class="page" aria-labelledby="${node.id}-t">
      <h3 id="${node.id}-t" part="page-title" tabindex="-1" data-focus="page" class=${node.title ? '' : 'vh'}>${node.title || node.navigationTitle || t('step', { page, pages })}</h3>
      ${node.description ? html`<p class="lead">${node.description}</p>` : nothing}
      <div class="els">${renderElements(node.elements, context.fields)}</div>
    </section>`)}
    <div class="nav" part="navigation">
      ${settings.readOnly && last ? nothing : html`<button class="primary" part="button button-primary">${label}</button>`}
      ${!single && page > 1 ? html`<button type="button" class="secondary" part="button" @click=${() => { run.previous(); }}>${session.text('pagePrevText') ?? t('previous')}</button>` : nothing}
    </div>
  </form>${run.later?.renderDraft(context) ?? nothing}`;
}

/** While nothing keeps the answers: said once it is known that nothing will. */
const renderUnkept = ({ run: { alone, words: { t } } }: ViewContext): unknown =>
  html`<p class=${alone ? 'status bad' : 'status'} part="status">${alone ? t('alone') : nothing}</p>`;

/** What to correct, each a link to its question. */
function renderErrors({ run }: ViewContext): unknown {
  const { errors, refusal, session, words: { t, colon } } = run;
  if (errors.length === 0 || !session) return nothing;
  return html`<div class="summary" part="errors" role="group" tabindex="-1" data-focus="errors" aria-labelledby="asb-errors">
    <h3 id="asb-errors">${t('errors', { count: errors.length })}</h3>${refusal ? html`<p>${refusal}</p>` : nothing}
    <ul>${errors.map(({ question, text }) => {
      const title = fullTitle(session, question);
      return html`<li><a href="#${question.id}" @click=${(event: Event) => { event.preventDefault(); run.edit(question); }}>${title}</a>${colon(title)}${text}</li>`;
    })}</ul>
  </div>`;
}

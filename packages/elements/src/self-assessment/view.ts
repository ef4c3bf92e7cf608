import { html, nothing } from 'lit';
import { renderAnswer } from './answer-view.ts';
import type { ViewContext } from './context.ts';
import { renderPrepare } from './prepare-view.ts';
import { STEPS, type Step } from './work.ts';

type Later = typeof import('./later-views.ts');

let later: Later | undefined;
let loading: Promise<[Later, ...unknown[]]> | undefined;

/** Brings the steps after the answers; true when they came now. A failure is tried again at the next call. */
export async function loadLaterViews(): Promise<boolean> {
  if (later) return false;
  try {
    // What writes and reads files comes along: whoever loses the network can still save.
    [later] = await (loading ??= Promise.all([import('./later-views.ts'), loadDeeds(), import('@assembleurs/commons/assessment/read'), import('@assembleurs/commons/assessment/messages')]));
    return true;
  } catch {
    loading = undefined;
    return false;
  }
}

/** Rejects when that part of the script does not come. */
export const loadDeeds = (): Promise<typeof import('./deeds.ts')> => import('./deeds.ts');

function renderStep(step: Step, context: ViewContext): unknown {
  if (step === 'prepare') return renderPrepare(context);
  if (step === 'answer') return renderAnswer(context);
  if (!later) return html`<p class="soft" aria-busy="true">${context.words.t('loadingStep')}</p>`;
  const views = { agree: later.renderAgree, results: later.renderResults, advice: later.renderAdvice, interview: later.renderInterview, files: later.renderFiles };
  return views[step](context);
}

/** What can be done here: the interview is the hub's, and who only reads prepares nothing. */
export const stepsFor = ({ hub, readonly }: Pick<ViewContext, 'hub' | 'readonly'>): readonly Step[] =>
  STEPS.filter((step) => (step !== 'interview' || hub) && !(readonly && (step === 'prepare' || step === 'answer')));

const title = (step: Step, { work, words: { t }, say }: ViewContext): string => {
  const shown = work.axes[Math.min(work.axis, work.axes.length - 1)];
  return (step === 'answer' || (step === 'agree' && work.assessment.respondents.length > 1)) && shown ? t(step === 'agree' ? 'agreeAxisOf' : 'axisOf', { number: Math.min(work.axis, work.axes.length - 1) + 1, all: work.axes.length, name: say(shown.axis.name) }) : t(`title_${step}`);
};

/** A file is to be opened where something stands: replace it, or bring its people in. */
function renderOpening({ work, words: { t }, replaceBy, bringIn, focusOn }: ViewContext): unknown {
  const { opening } = work;
  if (!opening) return nothing;
  return html`<div class="note" part="note" role="group" aria-label=${t('opening', { name: opening.file })} data-focus="opening" tabindex="-1"><p>${t('opening', { name: opening.file })}</p>
    <div class="row"><button type="button" class="primary" part="button" @click=${() => { bringIn(opening); }}>${t('bringIn')}</button>
      <button type="button" class="secondary" part="button" @click=${() => { replaceBy(opening); }}>${t('replaceBy')}</button>
      <button type="button" class="plain" part="button" @click=${() => { work.show({ opening: undefined }); focusOn('[data-focus=title]'); }}>${t('cancel')}</button></div></div>`;
}

export function renderWork(context: ViewContext): unknown {
  const { work, words: { t }, focusOn } = context;
  const steps = stepsFor(context);
  const step = steps.includes(work.step) ? work.step : 'results';
  const { notice } = work;
  return html`<nav aria-label=${t('steps')}><ol class="steps">${steps.map((each) => html`<li><button type="button" class="step" part="button" aria-current=${each === step ? 'step' : 'false'} @click=${() => {
    work.show({ step: each, ...(each === 'agree' && work.step !== 'agree' ? { axis: 0 } : {}), ...(notice?.tone === 'info' ? { notice: undefined } : {}) });
    focusOn('[data-focus=title]');
  }}>${t(`step_${each}`)}</button></li>`)}</ol></nav>
    ${notice ? html`<div class="note ${notice.tone}" part="note" role=${notice.tone === 'trouble' ? 'alert' : 'note'} data-focus="notice" tabindex="-1"><p>${notice.text(context.words)}</p>
      ${notice.details && notice.details.length > 0 ? html`<ul class="plainlist">${notice.details.slice(0, 10).map(({ path, text }) => html`<li>${path ? html`<code>${path}</code> ` : nothing}${text}</li>`)}</ul>` : nothing}
      <button type="button" class="plain" part="button" @click=${() => { work.show({ notice: undefined }); focusOn('[data-focus=title]'); }}>${t('close')}</button></div>` : nothing}
    ${renderOpening(context)}
    <h3 tabindex="-1" data-focus="title" part="step-title">${title(step, context)}</h3>
    ${renderStep(step, context)}`;
}

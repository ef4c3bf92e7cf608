import { html, nothing } from 'lit';
import type { DeliveryState } from './delivery.ts';
import { renderErase } from './draft-view.ts';
import { renderRich } from './fields/rich.ts';
import { renderAnswers, renderCopies } from './review-view.ts';
import { WHY } from './sender.ts';
import type { LaterContext } from './later.ts';

const title = (text: string, kind = ''): unknown => html`<h3 class=${kind} part="page-title" tabindex="-1" data-focus="page">${text}</h3>`;

/** The answers again, for paper only: on screen the copies serve. */
const onPaper = (context: LaterContext): unknown =>
  html`<div class="paper"><h3>${context.run.words.t('yours')}</h3>${renderAnswers(context, false)}</div>`;

const thanks = ({ run: { session } }: LaterContext): unknown => {
  const text = session?.text('completedHtml');
  return text === undefined ? nothing : html`<div class="rich" part="completed">${renderRich(text, (name) => session?.display(name) ?? '')}</div>`;
};

const again = ({ run, later }: LaterContext): unknown =>
  html`<p><button type="button" class="secondary" part="button" @click=${() => { void later.drafting.erase(); }}>${run.words.t('again')}</button></p>`;

/** Finished on a page that sends nowhere. */
export const renderDone = (context: LaterContext): unknown =>
  html`${title(context.run.words.t('done'))}<p class="tell warn">${context.run.words.t('noAction')}</p>
    ${thanks(context)}${renderCopies(context)}${renderErase(context)}${onPaper(context)}`;

/** On the way, waiting, or received. */
export function renderDelivery(context: LaterContext, state: Exclude<DeliveryState, { kind: 'refused' }>): unknown {
  const { run } = context;
  const { t, time, date } = run.words;
  if (state.kind === 'sending') return html`<div aria-busy="true">${title(t('sending'))}</div>${onPaper(context)}`;
  if (state.kind === 'sent') {
    const { code, receivedAt } = state.receipt;
    return html`${title(t('sent'), 'good')}
      <dl class="receipt" part="receipt"><div><dt>${t('sentAt')}</dt><dd>${date(receivedAt)}</dd></div>
        ${code ? html`<div><dt>${t('receipt')}</dt><dd class="code">${code}</dd></div>` : nothing}</dl>
      ${code ? html`<p class="lead">${t('receiptHelp')}</p>` : nothing}
      ${thanks(context)}${renderCopies(context)}${again(context)}${onPaper(context)}`;
  }
  return html`${title(t('waiting'), 'late')}
    <p>${t(WHY[state.why], { status: state.status ?? '' })} ${t(state.trouble ? 'keptHere' : 'kept')} ${t('once')}</p>
    ${state.nextTry ? html`<p class="help">${t('nextTry', { time: time(state.nextTry) })}</p>` : nothing}
    <div class="nav"><button type="button" class="primary" part="button button-primary" @click=${() => { run.retry(); }}>${t('retryNow')}</button></div>
    ${renderCopies(context)}${renderErase(context)}${onPaper(context)}`;
}

/** Each one's answer, side by side, and the level that people set together. */
import { type AnswerValue, type Criterion, isWebAddress, LEVELS, type Level, positionsOn, spreadOn, withAgreement, withUnanimousAgreed } from '@assembleurs/commons/assessment';
import { html, nothing } from 'lit';
import type { ViewContext } from './context.ts';
import { axisList, personName, valueName } from './parts.ts';

const VALUES: readonly AnswerValue[] = [...LEVELS, 'na', 'dk'];

/** People under the level that they chose, from the lowest to the highest: a picture of the gap, which is a list. */
function renderPositions(criterion: Criterion, context: ViewContext): unknown {
  const { work, words: { t } } = context;
  const positions = positionsOn(work.assessment, criterion.id);
  const silent = positions.filter(({ answer }) => !answer);
  return html`<dl class="positions" aria-label=${t('positions', { criterion: context.say(criterion.name) })}>${VALUES.map((value) => {
    const people = positions.filter(({ answer }) => answer?.value === value);
    return html`<div class=${people.length > 0 ? 'here' : ''}><dt>${valueName(value, context)}</dt>${people.length > 0 ? people.map(({ respondent }) => html`<dd class="person">${personName(respondent.id, context)}</dd>`) : html`<dd><span aria-hidden="true">–</span><span class="vh">${t('nobody')}</span></dd>`}</div>`;
  })}</dl>
    ${silent.length > 0 ? html`<p class="soft">${t('silent', { names: silent.map(({ respondent }) => personName(respondent.id, context)).join(' ; ') })}</p>` : nothing}`;
}

function renderCriterion(criterion: Criterion, context: ViewContext): unknown {
  const { work, words: { t }, say, readonly } = context;
  const { id } = criterion;
  const spread = spreadOn(work.assessment, id);
  const agreed = work.assessment.agreed[id]?.value;
  const tag = spread.levels === 0 ? ['unknown', t('nobodyYet')] : spread.gap === 0 ? ['ok', t('sameLevel')] : [spread.gap > 1 ? 'bad' : 'warn', t('gap', { count: spread.gap })];
  const set = (value: AnswerValue | undefined): void => { work.edit((now) => withAgreement(now, id, value, new Date().toISOString())); };
  const { comment = '', evidence = '' } = work.assessment.notes[id] ?? {};
  return html`<fieldset class="card criterion" part="criterion" id="agree-${id}"><legend>${say(criterion.name)}</legend>
    <p class="row"><span class="tag ${tag[0] ?? ''}">${tag[1]}</span>${agreed === undefined ? html`<span class="soft">${t('notAgreed')}</span>` : html`<span><strong>${t('agreedOn', { value: valueName(agreed, context) })}</strong></span>`}</p>
    ${renderPositions(criterion, context)}
    <details class="more"><summary>${t('sentences')}</summary><ol class="sentences">${criterion.levels.map((level) => html`<li>${say(level)}</li>`)}</ol></details>
    ${comment || evidence ? html`<p class="soft">${comment} ${isWebAddress(evidence) ? html`<a href=${evidence} target="_blank" rel="noopener noreferrer">${t('evidenceLink')}</a>` : evidence}</p>` : nothing}
    <div class="set" role="group" aria-label=${t('setTogether', { criterion: say(criterion.name) })}><span class="soft" aria-hidden="true">${t('together')}</span>
      ${VALUES.map((value) => html`<label class="chip"><input type="radio" name="a-${id}" value=${value} ?disabled=${readonly} .checked=${agreed === value} @change=${() => { set(value); }}><span>${valueName(value, context)}</span></label>`)}
      ${agreed === undefined || readonly ? nothing : html`<button type="button" class="plain" part="button" aria-label=${t('undoAgreement', { criterion: say(criterion.name) })} @click=${() => { set(undefined); context.focusOn(`#agree-${id} input`); }}>${t('undo')}</button>`}</div>
    ${typeof agreed === 'number' ? html`<p class="chosen">${say(criterion.levels[(agreed satisfies Level) - 1])}</p>` : nothing}
  </fieldset>`;
}

export function renderAgree(context: ViewContext): unknown {
  const { work, words: { t }, readonly } = context;
  const { assessment, shares, axes } = work;
  const at = Math.min(work.axis, axes.length - 1);
  const go = (axis: number): void => {
    work.show(axis < axes.length ? { axis } : { step: 'results' });
    context.focusOn('[data-focus=title]');
  };
  if (assessment.respondents.length < 2) {
    return html`<div class="view"><div class="empty"><p>${t('aloneAgree')}</p>
      <button type="button" class="secondary" part="button" @click=${() => { work.show({ step: 'prepare' }); context.focusOn('[data-focus=add-person]'); }}>${t('addPerson')}</button></div></div>`;
  }
  const criteria = axes.flatMap(({ axis, criteria: all }) => all.filter(({ id }) => shares.get(id)?.aside !== 'rule').map((criterion) => ({ axis, criterion })));
  const left = criteria.filter(({ criterion: { id } }) => !assessment.agreed[id]);
  const unanimous = left.filter(({ criterion: { id } }) => spreadOn(assessment, id).unanimous !== undefined);
  const all = (): void => {
    work.edit((now) => withUnanimousAgreed(now, unanimous.map(({ criterion: { id } }) => id), new Date().toISOString()));
    context.announce(t('unanimousDone', { count: unanimous.length }));
    context.focusOn('[data-focus=title]');
  };
  return html`<div class="view">
    <p>${t('agreeHelp')}</p>
    <p><strong>${t('leftToAgree', { count: left.length, all: criteria.length })}</strong></p>
    ${unanimous.length > 0 && !readonly ? html`<div class="row"><button type="button" class="secondary" part="button" @click=${all}>${t('takeUnanimous', { count: unanimous.length })}</button></div>` : nothing}
    ${axisList(context, (some) => some.filter(({ id }) => assessment.agreed[id] ?? shares.get(id)?.aside === 'rule').length)}
    ${criteria.filter((each) => each.axis === axes[at]?.axis).map(({ criterion }) => renderCriterion(criterion, context))}
    <div class="row">
      ${at > 0 ? html`<button type="button" class="secondary" part="button" @click=${() => { go(at - 1); }}>${t('previous')}</button>` : nothing}
      <button type="button" class="primary" part="button button-primary" @click=${() => { go(at + 1); }}>${t(at + 1 < axes.length ? 'next' : 'toResults')}</button></div>
  </div>`;
}

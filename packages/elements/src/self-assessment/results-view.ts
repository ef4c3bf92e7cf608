/** Where the coordination stands: two numbers, a radar and its table, what helps, what hinders, what moved. */
import { type AnswerValue, bandOf, compareWith, countsByRole, findCriterion, LEVELS, pictureBefore, representationOf, scoreOf, snapshotsByDate, standingValues, strengthsAndObstacles } from '@assembleurs/commons/assessment';
import { html, nothing } from 'lit';
import { formText } from '../internal/form-text.ts';
import { renderCompare } from './compare-view.ts';
import type { ViewContext } from './context.ts';
import { bar, draftIn, valueName, valueSentence } from './parts.ts';
import { renderRadar } from './radar-view.ts';

type Result = ReturnType<typeof scoreOf>;
const VALUES: readonly AnswerValue[] = [...LEVELS, 'na', 'dk'];

function renderNumbers(result: Result, { work, words: { t, number }, say }: ViewContext): unknown {
  const band = bandOf(work.grid, result);
  const part = result.applicable > 0 ? (100 * result.answered) / result.applicable : 0;
  return html`<dl class="numbers" part="numbers">
    <div class="card"><dt>${t('score')}</dt><dd><span class="big">${result.score === null ? '–' : number(Math.round(result.score))}</span> ${result.score === null ? t('noScore') : t('outOf100')}
      ${bar(result.score)}${band ? html`<strong>${say(band.name)}</strong> ${band.text === undefined ? nothing : html`<span class="soft">${say(band.text)}</span>`}` : nothing}</dd></div>
    <div class="card"><dt>${t('completeness')}</dt><dd><span class="big">${number(result.answered)}</span> ${t('ofCriteria', { count: result.answered, all: result.applicable })}
      ${bar(part)}<span class="soft">${t(result.answered < result.applicable ? 'completenessHelp' : 'completenessWhole')}</span></dd></div>
  </dl>`;
}

function renderAxes(result: Result, context: ViewContext): unknown {
  const { work, words: { t, number, date }, say } = context;
  const axes = work.axes.filter(({ axis }) => (result.dimensions[axis.id]?.applicable ?? 0) > 0).map(({ axis }) => axis);
  const apart = work.axes.filter(({ axis }) => !axes.includes(axis)).map(({ axis }) => axis);
  const last = pictureBefore(work.grid, work.assessment);
  const comparable = last !== undefined && compareWith(work.grid, last, {}).comparable;
  const series = [{ name: t('now'), scores: axes.map(({ id }) => result.dimensions[id]?.score ?? null) },
    ...(comparable ? [{ name: date(new Date(last.at)), scores: axes.map(({ id }) => last.dimensions[id]?.score ?? null) }] : [])];
  return html`<div class="axes-results">
    ${renderRadar(t('radarLabel'), axes.length, series)}
    <div class="scroll" role="region" aria-label=${t('byAxis')} tabindex="0"><table part="table"><caption>${t('byAxis')}</caption>
      <thead><tr><th scope="col">${t('axis')}</th><th scope="col">${t('score')}</th><th scope="col">${t('completeness')}</th><th scope="col">${t('band')}</th></tr></thead>
      <tbody>${[...axes, ...apart].map(({ id, name }, at) => {
        const told = result.dimensions[id] ?? { score: null, answered: 0, applicable: 0 };
        const { score, answered, applicable } = told;
        if (applicable === 0) return html`<tr><th scope="row">${say(name)}</th><td colspan="3" class="soft">${t('axisApart')}</td></tr>`;
        return html`<tr><th scope="row"><span class="rank" aria-hidden="true">${at + 1}</span> ${say(name)}</th><td class="score">${score === null ? '–' : number(Math.round(score))}${bar(score)}</td>
          <td>${t('doneOf', { done: answered, all: applicable })}</td><td>${say(bandOf(work.grid, told)?.name)}</td></tr>`;
      })}</tbody></table></div></div>`;
}

function renderSides(context: ViewContext): unknown {
  const { work, words: { t }, say } = context;
  const values = standingValues(work.assessment);
  const { strengths, obstacles } = strengthsAndObstacles(work.grid, work.assessment);
  const side = (title: string, ids: readonly string[], tone: string): unknown => html`<section class="card" aria-label=${title}><h4>${title}</h4>
    ${ids.length === 0 ? html`<p class="soft">${t('noneYet')}</p>` : html`<ul class="sides ${tone}">${ids.map((id) => {
      const criterion = findCriterion(work.grid, id)?.criterion;
      return criterion ? html`<li><strong>${say(criterion.name)}</strong> <span class="soft">${valueName(values[id], context)}</span><br>${valueSentence(criterion, values[id], context)}</li>` : nothing;
    })}</ul>`}</section>`;
  return html`<div class="pair">${side(t('strengths'), strengths, 'high')}${side(t('obstacles'), obstacles, 'low')}</div>`;
}

function renderSince(context: ViewContext): unknown {
  const { work, words: { t, date, number }, say, readonly } = context;
  const snapshots = snapshotsByDate(work.assessment);
  const last = pictureBefore(work.grid, work.assessment);
  const found = last && compareWith(work.grid, last, standingValues(work.assessment));
  const draft = draftIn(work, 'snapshot');
  const take = (event: Event): void => {
    event.preventDefault();
    const label = formText(event.target as HTMLFormElement, 'label');
    draft.forget();
    context.snapshot(label);
  };
  return html`<div class="card" data-focus="since" tabindex="-1"><h4 id="since-title">${last ? t('since', { date: date(new Date(last.at)) }) : t('snapshots')}</h4>
    ${found ? html`${found.comparable ? nothing : html`<p class="note">${t('notComparable')}</p>`}
      ${found.changes.length === 0 ? html`<p>${t('nothingChanged')}</p>` : html`<div class="scroll" role="region" aria-labelledby="since-title" tabindex="0"><table class="since"><thead><tr><th scope="col">${t('criterion')}</th><th scope="col">${t('before')}</th><th scope="col">${t('now')}</th></tr></thead>
        <tbody>${found.changes.map(({ criterion: id, before, after }) => html`<tr><th scope="row">${say(findCriterion(work.grid, id)?.criterion.name)}</th><td>${valueName(before, context)}</td><td>${valueName(after, context)}</td></tr>`)}</tbody></table></div>`}
      ${found.lost.length > 0 ? html`<p class="soft">${t('lostCriteria', { names: found.lost.join(', ') })}</p>` : nothing}`
      : html`<p class="soft">${t('snapshotHelp')}</p>`}
    ${snapshots.length > 0 ? html`<details class="more"><summary>${t('snapshotList', { count: snapshots.length })}</summary><div class="scroll" role="region" aria-label=${t('snapshots')} tabindex="0"><table><thead><tr><th scope="col">${t('dateHead')}</th><th scope="col">${t('labelHead')}</th><th scope="col">${t('score')}</th><th scope="col">${t('completeness')}</th></tr></thead>
      <tbody>${snapshots.map(({ at, label, score, answered, applicable }) => html`<tr><th scope="row">${date(new Date(at))}</th><td>${label}</td><td>${score === null ? '–' : number(Math.round(score))}</td><td>${t('doneOf', { done: answered, all: applicable })}</td></tr>`)}</tbody></table></div></details>` : nothing}
    ${readonly ? nothing : html`<form class="row end" @submit=${take} @input=${draft.typed}><div><label for="snapshot-label">${t('snapshotLabel')}</label><input class="input" id="snapshot-label" name="label" maxlength="200" .value=${draft.value('label')}></div>
      <button type="submit" class="secondary" part="button">${t('takeSnapshot')}</button></form>`}</div>`;
}

/** Who answered; a role's answers apart only when enough people have it. */
function renderRoles(context: ViewContext): unknown {
  const { work, words: { t }, say } = context;
  if (work.assessment.respondents.length < 2) return nothing;
  const roles = representationOf(work.grid, work.assessment).filter(({ count }) => count > 0);
  const name = (role: string): string => say(work.grid.roles.find(({ id }) => id === role)?.name) || role || t('noRole');
  const shown = roles.filter(({ enough }) => enough);
  const criteria = work.axes.flatMap((each) => each.criteria);
  return html`<details class="card more"><summary>${t('byRole')}</summary>
    <ul class="sides">${roles.map(({ role, count, enough, minimum }) => html`<li>${t('roleCount', { role: name(role), count })}${enough ? nothing : html` <span class="soft">${t('tooFew', { count: minimum })}</span>`}</li>`)}</ul>
    ${shown.length === 0 ? nothing : html`<div class="scroll" role="region" aria-label=${t('byRole')} tabindex="0"><table><thead><tr><th scope="col">${t('criterion')}</th>${shown.map(({ role }) => html`<th scope="col">${name(role)}</th>`)}</tr></thead>
      <tbody>${criteria.map((criterion) => html`<tr><th scope="row">${say(criterion.name)}</th>${shown.map(({ role }) => {
        const counts = countsByRole(work.grid, work.assessment, criterion.id, role);
        return html`<td>${counts === undefined ? t('tooFewShort') : VALUES.filter((value) => counts[value] > 0).map((value) => t('valueCount', { value: valueName(value, context), count: counts[value] })).join(', ') || '–'}</td>`;
      })}</tr>`)}</tbody></table></div>`}</details>`;
}

export function renderResults(context: ViewContext): unknown {
  const { work, words: { t }, hub } = context;
  const result = scoreOf(work.grid, work.assessment);
  if (result.answered === 0 && work.assessment.snapshots.length === 0) {
    const waits = work.assessment.respondents.length > 1 && Object.values(work.assessment.answers).some((said) => Object.keys(said).length > 0);
    const step = waits ? 'agree' : 'answer';
    return html`<div class="view"><div class="empty"><p>${t(waits ? 'waitsForAgreement' : 'nothingAnswered')}</p>
      <button type="button" class="primary" part="button button-primary" @click=${() => { work.show({ step }); context.focusOn('[data-focus=title]'); }}>${t(waits ? 'toAgree' : 'toAnswer')}</button></div>${hub ? renderCompare(context) : nothing}</div>`;
  }
  const unchecked = Object.values(work.assessment.respondents.length === 1 ? (work.assessment.answers[work.assessment.respondents[0]?.id ?? ''] ?? {}) : {}).filter(({ from, checked }) => from !== undefined && checked !== true).length;
  return html`<div class="view">${renderNumbers(result, context)}
    ${unchecked > 0 ? html`<p class="note">${t('unchecked', { count: unchecked })}</p>` : nothing}
    <details class="more"><summary>${t('howScored')}</summary><p class="soft">${t('howScoredText')}</p></details>
    ${renderAxes(result, context)}${renderSides(context)}${renderSince(context)}${renderRoles(context)}
    ${hub ? renderCompare(context) : nothing}
    <div class="row"><button type="button" class="primary" part="button button-primary" @click=${() => { work.show({ step: 'advice' }); context.focusOn('[data-focus=title]'); }}>${t('toAdvice')}</button></div></div>`;
}

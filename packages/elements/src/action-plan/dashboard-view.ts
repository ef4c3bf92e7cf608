/** Where the plan stands, for a meeting: numbers, then tables with a picture in them. */
import { axisLookup, budgetTotals, daysLate, fundersOf, type Indicator, indicatorStanding, isLate, plannedMoney, standingOf, STATUSES } from '@assembleurs/commons/plan';
import { html, nothing, svg } from 'lit';
import type { PlanContext } from './context.ts';
import { meter, titleButton } from './parts.ts';

const tile = (label: string, value: string, kind = ''): unknown => html`<div class="tile ${kind}"><dt>${label}</dt><dd>${value}</dd></div>`;

function renderBudget({ words: { t, number }, chosen }: PlanContext): unknown {
  const actions = chosen.map(({ action }) => action);
  const totals = budgetTotals(actions);
  const funders = fundersOf(actions);
  if (totals.length === 0 && funders.length === 0) return html`<p class="soft">${t('noBudget')}</p>`;
  const most = (unit: string): number => Math.max(...totals.filter((each) => each.unit === unit).flatMap(({ planned, actual }) => [planned, actual]), 1);
  const missing = plannedMoney(actions) - funders.reduce((sum, { amount }) => sum + amount, 0);
  return html`<table><thead><tr><th scope="col">${t('budgetYear')}</th><th scope="col">${t('unit')}</th><th scope="col">${t('planned')}</th><th scope="col">${t('actual')}</th></tr></thead><tbody>
    ${totals.map(({ year, unit, planned, actual }) => html`<tr><th scope="row">${year ?? t('anyYear')}</th><td>${t(unit === 'HT' ? 'euros' : 'fte')}</td><td>${number(planned)}${meter(planned / most(unit))}</td><td>${number(actual)}${meter(actual / most(unit), 'actual')}</td></tr>`)}</tbody></table>
    ${funders.length > 0 ? html`<table><thead><tr><th scope="col">${t('funder')}</th><th scope="col">${t('amount')}</th></tr></thead><tbody>${funders.map(({ name, amount }) => html`<tr><th scope="row">${name}</th><td>${number(amount)}</td></tr>`)}
      ${missing > 0 ? html`<tr><th scope="row"><strong>${t('toFind')}</strong></th><td><strong>${number(missing)}</strong></td></tr>` : nothing}</tbody></table>` : nothing}`;
}

/** Its values over time and its target; the same values stand in the sheet. */
function sparkline({ values, target, baseline }: Indicator): unknown {
  const sorted = [...values].sort((a, b) => a.date.localeCompare(b.date));
  const first = Date.parse(sorted[0]?.date ?? '');
  const last = Date.parse(sorted.at(-1)?.date ?? '');
  const heights = [...sorted.map(({ value }) => value), ...(target === undefined ? [] : [target]), baseline ?? 0];
  const low = Math.min(...heights);
  const high = Math.max(...heights);
  const x = (date: string): number => (last === first ? 60 : 6 + ((Date.parse(date) - first) / (last - first)) * 108);
  const y = (value: number): number => (high === low ? 20 : 36 - ((value - low) / (high - low)) * 32);
  return html`<svg class="spark" width="120" height="40" viewBox="0 0 120 40" aria-hidden="true">${target === undefined ? nothing : svg`<line class="goal" x1="0" x2="120" y1=${y(target)} y2=${y(target)}/>`}
    <polyline points="${sorted.map(({ date, value }) => `${x(date).toFixed(1)},${y(value).toFixed(1)}`).join(' ')}"/>${sorted.map(({ date, value }) => svg`<circle cx=${x(date)} cy=${y(value)} r="3"/>`)}</svg>`;
}

function renderIndicators(context: PlanContext): unknown {
  const { words: { t, number, day }, chosen } = context;
  const rows = chosen.flatMap(({ action }) => action.indicators.map((indicator) => ({ action, indicator })));
  if (rows.length === 0) return html`<p class="soft">${t('noIndicators')}</p>`;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${t('indicators')} (${rows.length})"><table><thead><tr><th scope="col">${t('indicator')}</th><th scope="col">${t('action')}</th><th scope="col">${t('last')}</th><th scope="col">${t('target')}</th><th scope="col">${t('gap')}</th><td></td></tr></thead><tbody>
    ${rows.map(({ action, indicator }, at) => {
      const { last, gap, reached } = indicatorStanding(indicator);
      const unit = indicator.unit ? `\u00a0${indicator.unit}` : '';
      return html`<tr><th scope="row">${indicator.name || '–'}</th><td>${titleButton(action, context, `ind${String(at)}`)}</td><td>${last ? html`${number(last.value)}${unit} <span class="soft">(${day(last.date)})</span>` : '–'}</td><td>${indicator.target === undefined ? '–' : `${number(indicator.target)}${unit}`}</td>
        <td>${gap === undefined ? '–' : reached ? html`<span class="ok">✓ ${t('reached')}</span>` : `${number(gap)}${unit}`}</td><td>${indicator.values.length > 0 ? sparkline(indicator) : nothing}</td></tr>`;
    })}</tbody></table></div>`;
}

export function renderDashboard(context: PlanContext): unknown {
  const { words, chosen, plan, today } = context;
  const { t, number, percent, day } = words;
  const actions = chosen.map(({ action }) => action);
  const { count, done, late, progress, steps } = standingOf(actions, plan.actions, today);
  const axisOf = axisLookup(plan);
  const behind = actions.filter((action) => isLate(action, today)).sort((a, b) => daysLate(b, today) - daysLate(a, today));
  return html`<div class="dashboard" part="dashboard">
    <dl class="tiles">${tile(t('done'), t('outOf', { done, count }))}${tile(t('lateCount'), number(late), late > 0 ? 'bad' : '')}${tile(t('meanProgress'), progress === null ? '–' : percent(progress))}${tile(t('stepsDone'), t('outOf', { done: steps.done, count: steps.count }))}</dl>
    <section aria-labelledby="d-status"><h3 id="d-status">${t('byStatus')}</h3><table><thead><tr><th scope="col">${t('status')}</th><th scope="col">${t('number')}</th></tr></thead><tbody>
      ${STATUSES.flatMap((status) => { const n = actions.filter((action) => action.status === status).length; return n === 0 ? [] : [html`<tr><th scope="row">${words.status(status)}</th><td>${n}${meter(n / Math.max(count, 1), status === 'Réalisé' ? 'good' : '')}</td></tr>`]; })}</tbody></table></section>
    <section aria-labelledby="d-late"><h3 id="d-late">${t('lateActions')}</h3>${behind.length === 0 ? html`<p class="soft">${t('noLate')}</p>` : html`<table><thead><tr><th scope="col">${t('action')}</th><th scope="col">${t('pilots')}</th><th scope="col">${t('end')}</th></tr></thead><tbody>
      ${behind.map((action) => html`<tr><th scope="row">${titleButton(action, context, 'late')}<span class="soft">${axisOf(action)?.name ?? ''}</span></th><td>${words.list(action.pilots) || t('noPilot')}</td><td>${action.end === undefined ? '' : day(action.end)} <span class="bad">${t('lateBy', { count: daysLate(action, today) })}</span></td></tr>`)}</tbody></table>`}</section>
    <section aria-labelledby="d-budget"><h3 id="d-budget">${t('budget')}</h3>${renderBudget(context)}</section>
    <section aria-labelledby="d-indicators" class="whole"><h3 id="d-indicators">${t('indicators')}</h3>${renderIndicators(context)}</section>
  </div>`;
}

/** What changed since a date, as a page for the meeting with those who fund: read on the screen, printed as it is. */
import { type Change, changesSince, type Indicator, isDay, meetingsOf, type Plan, type Priority, standingOf, type Status } from '@assembleurs/commons/plan';
import { html, nothing } from 'lit';
import type { PlanContext } from './context.ts';
import type { PlanKey } from './messages/fr.ts';
import type { Words } from './words.ts';

const NAMES: Readonly<Record<string, PlanKey>> = { title: 'title', status: 'status', priority: 'priority', start: 'start', end: 'end', pilots: 'pilots', partners: 'partners', steps: 'stepsDone', planned: 'plannedBudget', actual: 'actualBudget', indicators: 'indicators' };

export function changeText({ field, from, to }: Change, { words }: PlanContext): string {
  const { t } = words;
  if (field === 'created' || field === 'removed') return t(field === 'created' ? 'created' : 'gone');
  const write = (text: string): string => {
    if (text === '') return t('nothing');
    if (field === 'start' || field === 'end') return isDay(text) ? words.day(text) : text;
    if (field === 'planned' || field === 'actual') return `${words.number(Number(text))}\u00a0${t('euros')}`;
    return field === 'status' ? words.status(text as Status) : field === 'priority' ? words.priority(text as Priority) : text;
  };
  return t('fromValue', { what: t(NAMES[field] ?? 'notes'), from: write(from), to: write(to) });
}

/** Values of that day or later, each with its action. */
function measured(plan: Plan, since: string, { number, day }: Words): readonly (readonly [string, string])[] {
  const line = ({ name, unit, target }: Indicator, date: string, value: number): string =>
    `${name}\u00a0: ${number(value)}${unit ? `\u00a0${unit}` : ''} (${day(date)})${target === undefined ? '' : ` / ${number(target)}`}`;
  return plan.actions.flatMap(({ title, indicators }) => indicators.flatMap((indicator) => indicator.values.filter(({ date }) => date >= since).map(({ date, value }) => [title, line(indicator, date, value)] as const)));
}

const block = (title: string, id: string, items: readonly unknown[]): unknown =>
  (items.length === 0 ? nothing : html`<section aria-labelledby="c-${id}"><h4 id="c-${id}">${title}</h4><ul class="marks">${items.map((item) => html`<li>${item}</li>`)}</ul></section>`);

export function renderChanges(context: PlanContext): unknown {
  const { words, looking: { since }, plan, today } = context;
  const { t, day, number, percent } = words;
  const known = isDay(since);
  const changed = known ? changesSince(plan, since) : [];
  const { count, done, late, progress } = standingOf(plan.actions, plan.actions, today);
  const tile = (label: string, value: string): unknown => html`<div class="tile"><dt>${label}</dt><dd>${value}</dd></div>`;
  const meetings = plan.committees.flatMap((committee) => meetingsOf(committee, today, 1).map((next) => [next, committee.name || t(`committee_${committee.type}`)] as const)).sort(([a], [b]) => a.localeCompare(b));
  const values = known ? measured(plan, since, words) : [];
  return html`<section class="panel" aria-labelledby="panel"><h3 id="panel" tabindex="-1" data-focus="panel">${t('changes')}</h3>
    <p class="screen">${t('changesHelp')}</p>${known ? html`<p class="paper-only">${t('period', { from: day(since), to: day(today) })}</p>` : nothing}
    <div class="fields screen"><label class="field"><span>${t('since')}</span><input class="input" part="field" type="date" .value=${since} @change=${(event: Event) => { context.look({ since: (event.currentTarget as HTMLInputElement).value }); }}></label>
      <div class="field"><button type="button" class="secondary" part="button" @click=${() => { context.print(); }}>${t('printPage')}</button></div></div>
    <dl class="tiles">${tile(t('done'), t('outOf', { done, count }))}${tile(t('lateCount'), number(late))}${tile(t('meanProgress'), progress === null ? '–' : percent(progress))}</dl>
    ${changed.length === 0 ? html`<p class="soft">${t('noChanges')}</p>` : html`<ul class="rows">${changed.map(({ title, changes }) => html`<li><div><strong>${title}</strong><ul class="marks">${changes.map((change) => html`<li>${changeText(change, context)}</li>`)}</ul></div></li>`)}</ul>`}
    ${block(t('indicators'), 'values', values.map(([title, line]) => html`<strong>${title}</strong>\u00a0: ${line}`))}
    ${block(t('decisions'), 'decisions', plan.decisions.filter(({ date }) => date >= since).sort((a, b) => a.date.localeCompare(b.date)).map(({ date, text }) => `${day(date)}\u00a0: ${text}`))}
    ${block(t('log'), 'log', plan.log.filter(({ date }) => date >= since).sort((a, b) => a.date.localeCompare(b.date)).map(({ date, type, title, attendance }) => `${day(date)}\u00a0: ${[t(`log_${type}`), title, attendance === undefined ? '' : t('present', { count: attendance })].filter(Boolean).join(', ')}`))}
    ${block(t('meetingsNext'), 'meetings', meetings.map(([next, name]) => `${day(next)}\u00a0: ${name}`))}
  </section>`;
}

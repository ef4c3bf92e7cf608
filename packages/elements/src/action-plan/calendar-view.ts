/** A month of deadlines, starts, steps and meetings; on a narrow page only the days that hold something. */
import { type Action, addDays, addMonths, holidayOn, isLate, meetingsOf, weekday } from '@assembleurs/commons/plan';
import { html, nothing } from 'lit';
import type { PlanContext } from './context.ts';
import { titleButton } from './parts.ts';

interface Entry {
  readonly kind: 'calStart' | 'calEnd' | 'calStep' | 'calMeeting' | 'calPivot';
  readonly text: string;
  readonly action?: Action;
  readonly late?: boolean;
  readonly done?: boolean;
}

function entriesOf({ chosen, plan, today }: PlanContext, last: string): Map<string, Entry[]> {
  const days = new Map<string, Entry[]>();
  const put = (day: string | undefined, entry: Entry): void => {
    if (day !== undefined) days.set(day, [...(days.get(day) ?? []), entry]);
  };
  for (const { action } of chosen) {
    const done = action.status === 'Réalisé';
    if (action.start !== action.end) put(action.start, { kind: 'calStart', text: action.title, action, done });
    put(action.end, { kind: 'calEnd', text: action.title, action, late: isLate(action, today), done });
    for (const step of action.steps) put(step.due, { kind: 'calStep', text: step.text, action, done: step.done });
  }
  for (const committee of plan.committees) for (const day of meetingsOf(committee, '0001-01-01', 600).filter((each) => each <= last)) put(day, { kind: 'calMeeting', text: committee.name || committee.type });
  put(plan.pivot?.date, { kind: 'calPivot', text: plan.pivot?.label ?? '' });
  return days;
}

function renderEntry({ kind, text, action, late = false, done = false }: Entry, day: string, at: number, context: PlanContext): unknown {
  const { words: { t } } = context;
  return html`<li class="${late ? 'is-late' : ''} ${done ? 'is-done' : ''}"><span class="soft">${t(kind)}${late ? `, ${t('late')}` : ''}</span> ${action ? titleButton({ ...action, title: text || action.title }, context, `${day} ${String(at)}`) : html`<strong>${text}</strong>`}</li>`;
}

export function renderCalendar(context: PlanContext): unknown {
  const { words, looking: { month }, today } = context;
  const { t } = words;
  const first = `${month.slice(0, 7)}-01`;
  const next = addMonths(first, 1);
  const monday = addDays(first, 1 - weekday(first));
  const entries = entriesOf(context, addDays(next, -1));
  const weeks: string[][] = [];
  for (let day = monday; day < next; day = addDays(day, 7)) weeks.push(Array.from({ length: 7 }, (_, at) => addDays(day, at)));
  const any = [...entries.keys()].some((day) => day >= first && day < next);
  const go = (day: string): void => { context.look({ month: day }); context.say(words.month(day)); };
  const cell = (day: string): unknown => {
    const inside = entries.get(day) ?? [];
    if (day < first || day >= next) return html`<td class="other"></td>`;
    return html`<td class="${inside.length > 0 ? 'full' : ''} ${holidayOn(day) !== undefined || weekday(day) > 5 ? 'off' : ''} ${day === today ? 'now' : ''}"><span class="date"><span class="short" aria-hidden="true">${Number(day.slice(8))}</span><span class="long">${words.day(day)}</span>${day === today ? html` <span class="soft">${t('today')}</span>` : nothing}</span>
      ${inside.length > 0 ? html`<ul>${inside.map((entry, at) => renderEntry(entry, day, at, context))}</ul>` : nothing}</td>`;
  };
  return html`<div class="row"><h3 class="month">${words.month(first)}</h3>
      <button type="button" class="secondary" part="button" @click=${() => { go(addMonths(first, -1)); }}><span aria-hidden="true">‹</span><span class="vh">${t('previous')}</span></button>
      <button type="button" class="secondary" part="button" @click=${() => { go(today); }}>${t('today')}</button>
      <button type="button" class="secondary" part="button" @click=${() => { go(next); }}><span aria-hidden="true">›</span><span class="vh">${t('next')}</span></button></div>
    ${any ? nothing : html`<p class="soft">${t('calendarEmpty')}</p>`}
    <table class="calendar" part="calendar"><caption class="vh">${words.month(first)}</caption><thead><tr>${words.weekdays.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead><tbody>${weeks.map((week) => html`<tr>${week.map(cell)}</tr>`)}</tbody></table>`;
}

/** What is said of a plan and its actions in a text for people, whatever the kind of file: plain text, which each format writes its own way. */
import { meetingsOf } from '../committees.ts';
import { budgetTotals, fundersOf, indicatorStanding, isLate } from '../follow.ts';
import type { Action } from '../model.ts';
import type { Committee, Plan } from '../plan-model.ts';
import { type FormatKey, formatText } from './messages.ts';

export interface WordingOptions {
  /** `2026-11-26` */
  readonly today: string;
  readonly locale: string;
}

export interface PlanWording {
  readonly t: (key: FormatKey, params?: Readonly<Record<string, string>>) => string;
  /** What stands between a name and its value. */
  readonly colon: string;
  readonly day: (day: string) => string;
  readonly dates: (action: Action) => string;
  readonly status: (action: Action) => string;
  /** Name and value, those that there are. */
  readonly facts: (action: Action) => (readonly [string, string])[];
  readonly budget: (action: Action) => { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } | undefined;
  readonly indicators: (action: Action) => { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } | undefined;
  readonly funders: (action: Action) => readonly string[];
  readonly committees: readonly string[];
  readonly decisions: readonly string[];
  readonly log: readonly string[];
}

const latest = <Item extends { readonly date: string }>(items: readonly Item[]): Item[] => [...items].sort((a, b) => b.date.localeCompare(a.date));

export function planWording(plan: Plan, { today, locale }: WordingOptions): PlanWording {
  const english = locale.startsWith('en');
  const t: PlanWording['t'] = (key, params) => formatText(key, locale, params);
  const colon = t('colon');
  const day = (each: string): string => (english ? each : each.split('-').reverse().join('/'));
  const numbers = new Intl.NumberFormat(english ? 'en-GB' : 'fr', { maximumFractionDigits: 2 });
  const amount = (value: number, unit: string): string => `${numbers.format(value)}\u00a0${unit === 'HT' ? '€' : unit}`;
  const dates = ({ start, end }: Action): string =>
    start !== undefined && end !== undefined ? t('between', { from: day(start), to: day(end) }) : end !== undefined ? t('until', { date: day(end) }) : start !== undefined ? t('from', { date: day(start) }) : '';
  const status = (action: Action): string => action.status + (isLate(action, today) ? ` (${t('late')})` : '');
  const committeeName = ({ name, type }: Committee): string => name || t(`com_${type}`);
  const titles = new Map(plan.actions.map(({ id, title }) => [id, title]));
  const inParentheses = (parts: readonly string[]): string => (parts.length > 0 ? ` (${parts.join(', ')})` : '');
  return {
    t, colon, day, dates, status,
    facts: (action) => ([
      ['status', status(action)], ['priority', action.priority ?? ''], ['dates', dates(action)], ['pilots', action.pilots.join(', ')], ['partners', action.partners.join(', ')],
      ['bodies', action.bodies.join(', ')], ['publics', action.publics.join(', ')], ['needs', action.needs.join(', ')],
    ] as const).flatMap(([key, value]) => (value === '' ? [] : [[t(key), value] as const])),
    budget: (action) => (action.budget.length === 0 ? undefined : {
      head: [t('year'), t('planned'), t('actual')],
      rows: budgetTotals([action]).map(({ year, unit, planned, actual }) => [year === undefined ? t('allYears') : String(year), amount(planned, unit), amount(actual, unit)]),
    }),
    indicators: (action) => (action.indicators.length === 0 ? undefined : {
      head: [t('indicator'), t('target'), t('last')],
      rows: action.indicators.map((indicator) => {
        const { last } = indicatorStanding(indicator);
        const value = (number: number | undefined): string => (number === undefined ? '' : `${numbers.format(number)} ${indicator.unit}`.trim());
        return [indicator.name, value(indicator.target), last ? `${value(last.value)} (${day(last.date)})` : ''];
      }),
    }),
    funders: (action) => fundersOf([action]).map(({ name, amount: sum }) => `${name}${sum > 0 ? `${colon}${amount(sum, 'HT')}` : ''}`),
    committees: plan.committees.map((committee) => `${committeeName(committee)}${meetingsOf(committee, today, 1).map((next) => `${colon}${day(next)}`).join('')}`),
    decisions: latest(plan.decisions).map(({ date, text, committee, actions }) => {
      const from = plan.committees.find(({ id }) => id === committee);
      return `${day(date)}${colon}${text}${inParentheses([...(from ? [committeeName(from)] : []), ...actions.flatMap((id) => titles.get(id) ?? [])])}`;
    }),
    log: latest(plan.log).map(({ date, type, title, duration, attendance, scale, themes, note }) => {
      const facts = [scale && t(`scale_${scale}`), duration === undefined ? '' : t('minutes', { count: numbers.format(duration) }), attendance === undefined ? '' : t('people', { count: numbers.format(attendance) }), ...themes.map((theme) => t(`theme_${theme}`))];
      return `${day(date)}${colon}${[t(`log_${type}`), title].filter(Boolean).join(', ')}${inParentheses(facts.filter((each): each is string => Boolean(each)))}${note && `. ${note}`}`;
    }),
  };
}

/** The plan as a text to paste in a wiki, a forum, La Base: headings, lists, tables; nothing of what people typed is markup. */
import { meetingsOf } from '../committees.ts';
import { budgetTotals, fundersOf, indicatorStanding, isLate } from '../follow.ts';
import type { Action } from '../model.ts';
import type { Plan } from '../plan-model.ts';
import { outlineOf, type PlacedAction } from '../tree.ts';
import { grouped } from '../select.ts';
import { type FormatKey, formatText } from './messages.ts';

export interface MarkdownOptions {
  readonly chosen?: readonly Action[];
  /** `2026-11-26` */
  readonly today: string;
  readonly locale?: string | undefined;
}

/** What could be read as markup stands for itself. */
const inline = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/^(\s*)(\d+)([.)])/gm, '$1$2\\$3').replace(/^(\s*)([-+=])/gm, '$1\\$2').replace(/&/g, '&amp;');
const oneLine = (text: string): string => inline(text.replace(/\s+/g, ' ').trim());
const block = (text: string): string => inline(text.trim()).replace(/\r?\n/g, '  \n');

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export function planToMarkdown(plan: Plan, { chosen = plan.actions, today, locale = 'fr' }: MarkdownOptions): string {
  const english = locale.startsWith('en');
  const t = (key: FormatKey, params?: Readonly<Record<string, string>>): string => formatText(key, locale, params);
  const colon = english ? ': ' : '\u00a0: ';
  const day = (each: string): string => (english ? each : each.split('-').reverse().join('/'));
  const numbers = new Intl.NumberFormat(english ? 'en-GB' : 'fr', { maximumFractionDigits: 2 });
  const amount = (value: number | undefined, unit: string): string => (value === undefined ? '' : `${numbers.format(value)}\u00a0${unit === 'HT' ? '€' : unit}`);

  const dates = ({ start, end }: Action): string =>
    start !== undefined && end !== undefined ? t('between', { from: day(start), to: day(end) }) : end !== undefined ? t('until', { date: day(end) }) : start !== undefined ? t('from', { date: day(start) }) : '';

  const facts = (action: Action): string[] => ([
    ['status', action.status + (isLate(action, today) ? ` (${t('late')})` : '')], ['priority', action.priority ?? ''], ['dates', dates(action)], ['pilots', action.pilots.join(', ')], ['partners', action.partners.join(', ')],
    ['bodies', action.bodies.join(', ')], ['publics', action.publics.join(', ')], ['needs', action.needs.join(', ')],
  ] as const).flatMap(([key, value]) => (value === '' ? [] : [`- **${t(key)}**${colon}${oneLine(value)}`]));

  const section = (title: string, content: string): string[] => (content === '' ? [] : [`**${title}**`, content]);

  const one = ({ action, depth }: PlacedAction): string[] => [
    `${'#'.repeat(Math.min(3 + depth, 6))} ${oneLine(action.title)}`,
    facts(action).join('\n'),
    ...section(t('context'), block(action.context)), ...section(t('goals'), block(action.goals)), ...(action.description ? [block(action.description)] : []),
    ...section(t('steps'), action.steps.map(({ text, done, due }) => `- [${done ? 'x' : ' '}] ${oneLine(text)}${due === undefined ? '' : ` (${day(due)})`}`).join('\n')),
    ...(action.budget.length > 0 ? [table([t('year'), t('planned'), t('actual')], budgetTotals([action]).map(({ year, unit, planned, actual }) => [year === undefined ? t('allYears') : String(year), amount(planned, unit), amount(actual, unit)]))] : []),
    ...section(t('funders'), fundersOf([action]).map(({ name, amount: sum }) => `- ${oneLine(name)}${sum > 0 ? `${colon}${amount(sum, 'HT')}` : ''}`).join('\n')),
    ...(action.indicators.length > 0 ? [table([t('indicator'), t('target'), t('last')], action.indicators.map((indicator) => {
      const { last } = indicatorStanding(indicator);
      const value = (number: number | undefined): string => (number === undefined ? '' : `${numbers.format(number)} ${oneLine(indicator.unit)}`.trim());
      return [oneLine(indicator.name), value(indicator.target), last ? `${value(last.value)} (${day(last.date)})` : ''];
    }))] : []),
    ...section(t('notes'), block(action.notes)),
    ...section(t('links'), action.links.map(({ label, url }) => `- ${label ? `${oneLine(label)}${colon}` : ''}<${url.replace(/[<>\s]/g, encodeURIComponent)}>`).join('\n')),
  ];

  const taken = new Set(chosen);
  const groups = grouped(plan, outlineOf(plan).filter(({ action }) => taken.has(action)), 'axis');
  const committees = plan.committees.map((committee) => `- ${oneLine(committee.name || committee.type)}${meetingsOf(committee, today, 1).map((next) => `${colon}${day(next)}`).join('')}`).join('\n');
  const decisions = [...plan.decisions].sort((a, b) => b.date.localeCompare(a.date)).map(({ date, text }) => `- ${day(date)}${colon}${oneLine(text)}`).join('\n');
  const parts = [
    `# ${oneLine(plan.name) || t('plan')}`,
    ...groups.flatMap(({ name, actions }) => [`## ${oneLine(name) || t(plan.axes.length > 0 ? 'withoutAxis' : 'plan')}`, ...actions.flatMap(one)]),
    ...(committees ? [`## ${t('committees')}`, committees] : []),
    ...(decisions ? [`## ${t('decisions')}`, decisions] : []),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

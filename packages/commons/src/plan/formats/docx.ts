/** The plan as a Word document: where it stands in one table, then each action, then committees, decisions and the logbook. */
import type { Block, Report } from '../../assessment/formats/report.ts';
import { reportDocx } from '../../assessment/formats/docx.ts';
import { progressIn, standingOf } from '../follow.ts';
import type { Action } from '../model.ts';
import type { Plan } from '../plan-model.ts';
import { grouped } from '../select.ts';
import { outlineOf, type PlacedAction } from '../tree.ts';
import { planWording } from './wording.ts';

export interface DocumentOptions {
  readonly chosen?: readonly Action[];
  /** `2026-11-26` */
  readonly today: string;
  readonly locale?: string | undefined;
}

const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, text });
const list = (title: string, items: readonly string[]): Block[] => (items.length === 0 ? [] : [{ kind: 'text', text: title }, { kind: 'list', items }]);
const paragraph = (title: string, text: string, colon: string): Block[] => (text.trim() === '' ? [] : [{ kind: 'text', text: `${title}${colon}${text.trim()}` }]);

/** The document's parts. */
export function planReport(plan: Plan, { chosen = plan.actions, today, locale = 'fr' }: DocumentOptions): Report {
  const { t, colon, day, dates, status, facts, budget, indicators, funders, committees, decisions, log } = planWording(plan, { today, locale });
  const percent = new Intl.NumberFormat(locale.startsWith('en') ? 'en-GB' : 'fr', { style: 'percent', maximumFractionDigits: 0 });
  const shareOf = progressIn(plan.actions);
  const progress = (action: Action): string => { const share = shareOf(action); return share === null ? '' : percent.format(share); };
  const cells = (caption: string, found: ReturnType<typeof budget>): Block[] => (found ? [{ kind: 'table', caption, ...found }] : []);

  const one = ({ action }: PlacedAction): Block[] => [
    heading(action.title, 3),
    { kind: 'list', items: facts(action).map(([name, value]) => `${name}${colon}${value}`) },
    ...paragraph(t('context'), action.context, colon), ...paragraph(t('goals'), action.goals, colon),
    ...(action.description.trim() ? [{ kind: 'text', text: action.description.trim() } as const] : []),
    ...list(t('steps'), action.steps.map(({ text, done, due }) => `${done ? '☑' : '☐'} ${text}${due === undefined ? '' : ` (${day(due)})`}`)),
    ...cells(t('budget'), budget(action)), ...list(t('funders'), funders(action)), ...cells(t('indicators'), indicators(action)),
    ...paragraph(t('notes'), action.notes, colon),
    ...action.links.map(({ label, url }): Block => ({ kind: 'link', text: label || url, url })),
  ];

  const taken = new Set(chosen);
  const placed = outlineOf(plan).filter(({ action }) => taken.has(action));
  const standing = standingOf(chosen, plan.actions, today);
  return {
    lang: locale.startsWith('en') ? 'en' : 'fr',
    title: plan.name || t('plan'),
    subtitle: t('standing', { date: day(today), done: String(standing.done), all: String(standing.count), late: String(standing.late) }),
    blocks: [
      heading(t('overview')),
      { kind: 'table', caption: t('overview'), head: [t('action'), t('pilots'), t('status'), t('dates'), t('progress')], rows: placed.map(({ action, depth }) => [`${'– '.repeat(depth)}${action.title}`, action.pilots.join(', '), status(action), dates(action), progress(action)]) },
      ...grouped(plan, placed, 'axis').flatMap(({ name, actions }) => [heading(name || t(plan.axes.length > 0 ? 'withoutAxis' : 'actions')), ...actions.flatMap(one)]),
      ...([['committees', committees], ['decisions', decisions], ['log', log]] as const).flatMap(([key, lines]): Block[] => (lines.length > 0 ? [heading(t(key)), { kind: 'list', items: lines }] : [])),
    ],
  };
}

/** The bytes of a .docx file. */
export const planToDocx = (plan: Plan, options: DocumentOptions): Promise<Uint8Array> => reportDocx(planReport(plan, options));

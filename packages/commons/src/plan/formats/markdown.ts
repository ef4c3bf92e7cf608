/** The plan as a text to paste in a wiki, a forum, La Base: headings, lists, tables; nothing of what people typed is markup. */
import type { Action } from '../model.ts';
import type { Plan } from '../plan-model.ts';
import { outlineOf, type PlacedAction } from '../tree.ts';
import { grouped } from '../select.ts';
import { planWording } from './wording.ts';

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
  const { t, colon, day, facts, budget, indicators, funders, committees, decisions, log } = planWording(plan, { today, locale });
  const section = (title: string, content: string): string[] => (content === '' ? [] : [`**${title}**`, content]);
  const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${oneLine(line)}`).join('\n');
  const cells = (found: ReturnType<typeof budget>): string[] => (found ? [table(found.head, found.rows.map((row) => row.map(oneLine)))] : []);

  const one = ({ action, depth }: PlacedAction): string[] => [
    `${'#'.repeat(Math.min(3 + depth, 6))} ${oneLine(action.title)}`,
    facts(action).map(([name, value]) => `- **${name}**${colon}${oneLine(value)}`).join('\n'),
    ...section(t('context'), block(action.context)), ...section(t('goals'), block(action.goals)), ...(action.description ? [block(action.description)] : []),
    ...section(t('steps'), action.steps.map(({ text, done, due }) => `- [${done ? 'x' : ' '}] ${oneLine(text)}${due === undefined ? '' : ` (${day(due)})`}`).join('\n')),
    ...cells(budget(action)),
    ...section(t('funders'), bullets(funders(action))),
    ...cells(indicators(action)),
    ...section(t('notes'), block(action.notes)),
    ...section(t('links'), action.links.map(({ label, url }) => `- ${label ? `${oneLine(label)}${colon}` : ''}<${url.replace(/[<>\s]/g, encodeURIComponent)}>`).join('\n')),
  ];

  const taken = new Set(chosen);
  const groups = grouped(plan, outlineOf(plan).filter(({ action }) => taken.has(action)), 'axis');
  const lists = ([['committees', committees], ['decisions', decisions], ['log', log]] as const).flatMap(([key, lines]) => (lines.length > 0 ? [`## ${t(key)}`, bullets(lines)] : []));
  const parts = [
    `# ${oneLine(plan.name) || t('plan')}`,
    ...groups.flatMap(({ name, actions }) => [`## ${oneLine(name) || t(plan.axes.length > 0 ? 'withoutAxis' : 'plan')}`, ...actions.flatMap(one)]),
    ...lists,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** The strategy as a deck: what each slide says. How it looks is the reader's business: the element's, or the file's. */
import { dayText, formatWord, type FormatWord } from './formats/words.ts';
import { graphOf, inOrder } from './graph.ts';
import type { Kind, Role } from './kinds.ts';
import { logicOf } from './logic.ts';
import type { Stakeholder, Strategy, StrategyNode } from './model.ts';
import { namesIn } from './names.ts';
import { isAnswered, theoryOf, unanswered } from './theory.ts';
import type { Traceable } from '../record/provenance.ts';

/** The lines of a cell. */
export type Cell = readonly string[];
export type Slide =
  | { readonly title: string; readonly kind: 'cover' }
  | { readonly title: string; readonly kind: 'list'; readonly lines: readonly string[] }
  | { readonly title: string; readonly kind: 'table'; readonly heads: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

/** What a room reads at a glance, from its last row. */
const MOST_LINES = 15;
const MOST_LETTERS = 1200;

const weight = (row: readonly Cell[]): { readonly lines: number; readonly letters: number } => ({
  lines: Math.max(1, ...row.map((cell) => cell.reduce((sum, line) => sum + 1 + Math.floor(line.length / 45), 0))),
  letters: row.flat().join('').length,
});

/** As many slides as it takes for each to be read. */
function paged<Row>(rows: readonly Row[], weigh: (row: Row) => { readonly lines: number; readonly letters: number }): readonly (readonly Row[])[] {
  const pages: Row[][] = [];
  let lines = 0;
  let letters = 0;
  for (const row of rows) {
    const more = weigh(row);
    const last = pages.at(-1);
    if (last && lines + more.lines <= MOST_LINES && letters + more.letters <= MOST_LETTERS) last.push(row);
    else {
      pages.push([row]);
      lines = letters = 0;
    }
    lines += more.lines;
    letters += more.letters;
  }
  return pages;
}

const texts = (nodes: readonly StrategyNode[]): Cell => nodes.map(({ text }) => text);

export interface SlidesOptions {
  readonly locale?: string | undefined;
  /** Actions of the plan: one that comes from an obstacle answers it. */
  readonly actions?: readonly Traceable[] | undefined;
}

export function slidesOf(strategy: Strategy, { locale = 'fr', actions = [] }: SlidesOptions = {}): readonly Slide[] {
  const t = (key: FormatWord, params?: Readonly<Record<string, string | number>>): string => formatWord(key, locale, params);
  const names = namesIn(locale);
  const graph = graphOf(strategy);
  /** `spanning`: columns whose empty cells go on with the one above; the first row of a slide says it again. */
  const table = (title: string, heads: readonly string[], rows: readonly (readonly Cell[])[], spanning: readonly number[] = []): readonly Slide[] => {
    const above = new Map<number, Cell>();
    return paged(rows, weight).map((page, at) => ({
      kind: 'table', title: at === 0 ? title : t('more', { title }), heads,
      rows: page.map((row, place) => row.map((cell, column) => {
        const last = above.get(column);
        if (cell.length > 0 || !spanning.includes(column)) above.set(column, cell);
        else if (place === 0 && last) return last;
        return cell;
      })),
    }));
  };
  const list = (title: string, lines: readonly string[]): readonly Slide[] =>
    paged(lines, (line) => weight([[line]])).map((page, at) => ({ kind: 'list', title: at === 0 ? title : t('more', { title }), lines: page }));

  const map = (objective: StrategyNode): readonly (readonly Cell[])[] => graph.under(objective, 'actor').flatMap((actor) => {
    const impacts = graph.under(actor, 'impact');
    return impacts.length === 0 ? [[[actor.text], [], []]] : impacts.map((impact, at) => [at === 0 ? [actor.text] : [], [impact.text], texts(graph.under(impact, 'deliverable'))]);
  });
  const heads = (...kinds: readonly Kind[]): readonly string[] => kinds.map((kind) => names.plurals[kind]);
  const asked = (kind: Kind): string => `${names.plurals[kind]} (${names.questions[kind].replace(/[\s\u00a0]*\?$/, '').toLocaleLowerCase(locale)})`;
  const obstacle = (node: StrategyNode): string => (isAnswered(node, actions) ? node.text : `${node.text} (${t('unansweredOne')})`);
  const theory = theoryOf(strategy).flatMap(({ actor, effects }) => effects.map(({ effect, facilitators, obstacles }): readonly Cell[] => [
    [actor?.text ?? t('noActor')], effect ? [effect.text, ...(effect.confidence ? [`(${names.confidences[effect.confidence]})`] : [])] : [], texts(facilitators), obstacles.map(obstacle),
  ]));
  const logic = logicOf(strategy).map(({ resources, activity, result, impact, resultRows, impactRows }): readonly Cell[] =>
    [texts(resources), activity ? [activity.text] : [], result && resultRows > 0 ? [result.text] : [], impact && impactRows > 0 ? [impact.text] : []]);
  const people = (role: Role): readonly Slide[] => table(names.roles[role], [t('who'), t('why'), t('how'), t('when'), ...(role === 'design' ? [t('validates')] : [])],
    inOrder<Stakeholder>(strategy.stakeholders).filter((each) => each.role === role).map(({ name, why, how, when, validates }) =>
      [[name], [why], [how], [when], ...(role === 'design' ? [validates.map(({ what, on }) => (on === undefined ? t('toValidate', { what }) : t('validatedOn', { what, date: dayText(on, locale) })))] : [])].map((cell) => cell.filter(Boolean))));

  return [
    { kind: 'cover', title: strategy.name || t('strategy') },
    ...list(asked('objective'), texts(graph.of('objective'))),
    ...graph.of('objective').flatMap((objective) => table(`${t('map')}${t('colon')}${objective.text}`, [asked('actor'), asked('impact'), asked('deliverable')], map(objective), [0])),
    ...table(t('theory'), heads('actor', 'effect', 'facilitator', 'obstacle'), theory),
    ...list(t('unanswered'), texts(unanswered(strategy, actions))),
    ...table(t('logic'), heads('resource', 'activity', 'result', 'impact'), logic, [2, 3]),
    ...people('design'), ...people('sharing'),
    ...list(t('tools'), strategy.tools.map(({ text }) => text)),
    ...list(t('sharing'), strategy.sharing.map(({ text }) => text)),
  ];
}

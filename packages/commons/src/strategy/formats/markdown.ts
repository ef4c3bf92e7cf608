/** The strategy as a text to paste in a wiki, a forum, La Base: headings, lists, tables; nothing of what people typed is markup. */
import { inOrder } from '../graph.ts';
import { ROLES } from '../kinds.ts';
import { logicOf } from '../logic.ts';
import type { Strategy, StrategyNode } from '../model.ts';
import { namesIn } from '../names.ts';
import { flat, outlineOf } from '../outline.ts';
import type { SlidesOptions } from '../slides.ts';
import { isAnswered, theoryOf } from '../theory.ts';
import { dayText, formatWord, type FormatWord } from './words.ts';

/** What could be read as markup stands for itself. */
const inline = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2').replace(/^([-+=])/, '\\$1').replace(/&/g, '&amp;');
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string => [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export function strategyToMarkdown(strategy: Strategy, { locale = 'fr', actions = [] }: SlidesOptions = {}): string {
  const t = (key: FormatWord, params?: Readonly<Record<string, string | number>>): string => formatWord(key, locale, params);
  const { kinds, plurals, roles, confidences } = namesIn(locale);
  const cell = (nodes: readonly StrategyNode[]): string => nodes.map(({ text }) => inline(text)).join('<br>');
  const section = (title: string, content: string): string[] => (content === '' ? [] : [`## ${title}`, content]);

  const map = flat(outlineOf(strategy)).map(({ node, depth, again }) => `${'  '.repeat(depth)}- **${kinds[node.kind]}**${t('colon')}${again ? t('again', { text: inline(node.text) }) : inline(node.text)}${node.note && !again ? ` (${inline(node.note)})` : ''}`).join('\n');
  const obstacle = (node: StrategyNode): string =>
    `${inline(node.text)} (${node.replies.length > 0 ? t('answeredBy', { titles: node.replies.map(({ title }) => inline(title)).join(', ') }) : isAnswered(node, actions) ? t('replies').toLocaleLowerCase(locale) : t('unansweredOne')})`;
  const theory = theoryOf(strategy).flatMap(({ actor, effects }) => effects.map(({ effect, facilitators, obstacles }) =>
    [actor ? inline(actor.text) : t('noActor'), inline(effect?.text ?? ''), cell(facilitators), obstacles.map(obstacle).join('<br>'), effect?.confidence ? confidences[effect.confidence] : '', inline(effect?.evidence ?? '')]));
  const logic = logicOf(strategy).map(({ resources, activity, result, impact }) => [cell(resources), cell(activity ? [activity] : []), cell(result ? [result] : []), cell(impact ? [impact] : [])]);
  const people = ROLES.flatMap((role) => {
    const rows = inOrder(strategy.stakeholders).filter((each) => each.role === role).map(({ name, why, how, when, validates }) => [name, why, how, when, validates.map(({ what, on }) => (on === undefined ? t('toValidate', { what }) : t('validatedOn', { what, date: dayText(on, locale) }))).join(' ; ')].map(inline));
    return rows.length > 0 ? [`### ${roles[role]}`, table([t('who'), t('why'), t('how'), t('when'), t('validates')], rows)] : [];
  }).join('\n\n');
  const lines = (items: Strategy['tools']): string => items.map(({ text }) => `- ${inline(text)}`).join('\n');

  return `${[
    `# ${inline(strategy.name) || t('strategy')}`,
    ...section(t('map'), map),
    ...section(t('theory'), theory.length > 0 ? table([plurals.actor, plurals.effect, plurals.facilitator, plurals.obstacle, t('confidence'), t('evidence')], theory) : ''),
    ...section(t('logic'), logic.length > 0 ? table([plurals.resource, plurals.activity, plurals.result, plurals.impact], logic) : ''),
    ...section(t('stakeholders'), people), ...section(t('tools'), lines(strategy.tools)), ...section(t('sharing'), lines(strategy.sharing)),
  ].join('\n\n')}\n`;
}

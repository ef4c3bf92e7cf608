/** The report of an assessment as plain parts (headings, paragraphs, lists, tables), which each format then writes its own way. */
import { localize } from '../../survey/session/texts.ts';
import { positionsOn, representationOf, spreadOn, standingValues } from '../agreement.ts';
import { CAPACITIES } from '../codes.ts';
import type { Criterion, Grid } from '../grid.ts';
import type { AnswerValue, Assessment } from '../model.ts';
import { type Suggestion, needsOf, strengthsAndObstacles, suggestionsFor } from '../recommend.ts';
import { bandOf, scoreOf } from '../score.ts';
import { compareWith, pictureBefore } from '../snapshots.ts';
import { criteriaOf, findCriterion } from '../tree.ts';
import { isWebAddress } from '../web-address.ts';
import { type ReportKey, type ReportWords, reportWords } from './report-texts.ts';

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly soft?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly ordered?: boolean }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** The first cell of a row names it. */
  | { readonly kind: 'table'; readonly caption: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** A picture of the table that follows it: formats without pictures leave it out. */
  | { readonly kind: 'radar'; readonly alt: string; readonly series: readonly RadarSeries[]; readonly axes: readonly string[] };

export interface RadarSeries {
  readonly name: string;
  readonly scores: readonly (number | null)[];
}

export interface Report {
  readonly lang: string;
  readonly title: string;
  readonly subtitle: string;
  readonly blocks: readonly Block[];
}

export interface ReportOptions {
  readonly locale: string;
  /** ISO 8601: the date that the report bears. */
  readonly now: string;
}

interface Writer {
  readonly grid: Grid;
  readonly assessment: Assessment;
  readonly words: ReportWords;
  readonly say: (text: unknown) => string;
}

const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, text });
const text = (words: string, soft = false): Block => ({ kind: 'text', text: words, soft });
const list = (items: readonly string[], ordered = false): Block => ({ kind: 'list', items, ordered });

/** "Level 2: Une personne suit le sujet…" */
export function valueText(criterion: Criterion, value: AnswerValue | undefined, { t }: ReportWords, say: (text: unknown) => string): string {
  if (value === undefined) return t('unanswered');
  if (typeof value !== 'number') return t(value);
  return t('levelText', { level: value, text: say(criterion.levels[value - 1]) });
}

/** What people wrote as an address and cannot be followed is said to be so, and kept: the reader may know what was meant. */
const evidenceText = (evidence: string, { t }: ReportWords): string => (evidence.trim() === '' || isWebAddress(evidence) ? evidence : t('evidenceWrong', { text: evidence }));

const scoreText = (score: number | null, { t, number }: ReportWords): string => (score === null ? t('noScore') : t('outOf100', { score: number(Math.round(score)) }));

function results({ grid, assessment, words, say }: Writer): Block[] {
  const { t, number, date } = words;
  const result = scoreOf(grid, assessment);
  const axes = grid.dimensions.filter(({ id }) => (result.dimensions[id]?.applicable ?? 0) > 0);
  const last = pictureBefore(grid, assessment);
  const band = bandOf(grid, result);
  const line = (id: string): readonly string[] => {
    const told = result.dimensions[id] ?? { score: null, answered: 0, applicable: 0 };
    return [scoreText(told.score, words), t('of', { done: number(told.answered), all: number(told.applicable) }), say(bandOf(grid, told)?.name ?? '')];
  };
  const series = [{ name: t('now'), scores: axes.map(({ id }) => result.dimensions[id]?.score ?? null) },
    ...(last ? [{ name: date(last.at), scores: axes.map(({ id }) => last.dimensions[id]?.score ?? null) }] : [])];
  return [
    heading(t('results')),
    text(band ? t('scoreLine', { score: scoreText(result.score, words), band: say(band.name) }) : t('scoreBare', { score: scoreText(result.score, words) })),
    ...(band?.text ? [text(say(band.text))] : []),
    text(t('completenessLine', { count: result.answered, all: number(result.applicable) })),
    ...(assessment.mode === 'quick' ? [text(t('quickMode'))] : []),
    text(t('howScored'), true),
    { kind: 'radar', alt: t('radarAlt'), axes: axes.map(({ name }) => say(name)), series },
    { kind: 'table', caption: t('byAxis'), head: [t('axis'), t('score'), t('completeness'), t('band')], rows: axes.map(({ id, name }) => [say(name), ...line(id)]) },
  ];
}

function lines({ grid, assessment, words: { t }, say }: Writer): Block[] {
  const values = standingValues(assessment);
  const { strengths, obstacles } = strengthsAndObstacles(grid, assessment);
  const line = (id: string): string => {
    const found = findCriterion(grid, id)?.criterion;
    const value = values[id];
    return found && typeof value === 'number' ? t('strengthLine', { name: say(found.name), text: say(found.levels[value - 1]) }) : id;
  };
  return [
    heading(t('strengths'), 3), strengths.length > 0 ? list(strengths.map(line)) : text(t('noneYet')),
    heading(t('obstacles'), 3), obstacles.length > 0 ? list(obstacles.map(line)) : text(t('noneYet')),
  ];
}

function since(writer: Writer): Block[] {
  const { grid, assessment, words, say } = writer;
  const { t, date } = words;
  const last = pictureBefore(grid, assessment);
  if (!last) return [];
  const { changes, lost, comparable } = compareWith(grid, last, standingValues(assessment));
  const short = (value: AnswerValue | undefined): string => (value === undefined ? t('unanswered') : typeof value === 'number' ? t('levelOnly', { level: value }) : t(value));
  return [
    heading(t('since', { date: date(last.at) }), 3),
    ...(comparable ? [] : [text(t('notComparable'))]),
    changes.length === 0
      ? text(t('nothingChanged'))
      : { kind: 'table', caption: t('changes'), head: [t('criterion'), t('before'), t('now')],
          rows: changes.map(({ criterion, before, after }) => [say(findCriterion(grid, criterion)?.criterion.name ?? criterion), short(before), short(after)]) },
    ...(lost.length > 0 ? [text(t('lost', { names: lost.join(', ') }), true)] : []),
  ];
}

function details({ grid, assessment, words, say }: Writer): Block[] {
  const { t } = words;
  const values = standingValues(assessment);
  const { shares } = scoreOf(grid, assessment);
  const blocks: Block[] = [heading(t('details'))];
  for (const axis of grid.dimensions) {
    const rows = criteriaOf(grid).filter((each) => each.axis === axis && !['option', 'mode'].includes(shares.get(each.criterion.id)?.aside ?? '')).map(({ criterion }) => {
      const share = shares.get(criterion.id);
      const { gap, lowest, highest, levels } = spreadOn(assessment, criterion.id);
      const apart = assessment.respondents.length < 2 ? '' : gap > 0 ? t('apart', { lowest: String(lowest), highest: String(highest) }) : levels > 1 ? t('together') : '';
      const discussed = assessment.respondents.length > 1 && positionsOn(assessment, criterion.id).some(({ answer }) => answer);
      const { comment = '', evidence = '' } = assessment.notes[criterion.id] ?? {};
      const value = share?.aside === 'rule' ? t('byRule', { why: say(criterion.deactivateWhy ?? '') }) : discussed && values[criterion.id] === undefined ? t('notAgreed') : valueText(criterion, values[criterion.id], words, say);
      return [say(criterion.name), value, apart, [comment, evidenceText(evidence, words)].filter(Boolean).join(' – ')];
    });
    if (rows.length > 0) blocks.push({ kind: 'table', caption: say(axis.name), head: [t('criterion'), t('agreed'), t('spread'), t('note')], rows });
  }
  return blocks;
}

/** Why one is shown, sentence by sentence. */
export function whySentences({ recommendation, why }: Suggestion, grid: Grid, { t }: ReportWords, say: (text: unknown) => string): string[] {
  const criterion = findCriterion(grid, recommendation.criterion)?.criterion;
  const need = why.need && grid.needs.find(({ id }) => id === why.need?.code);
  return [
    ...(typeof why.answer === 'number' ? [t('whyLevel', { criterion: say(criterion?.name ?? recommendation.criterion), level: why.answer, count: why.gap })]
      : why.answer === undefined ? [] : [t('whyAnswer', { criterion: say(criterion?.name ?? recommendation.criterion), answer: t(why.answer) })]),
    ...(recommendation.conditions ? [t(why.condition === 'unknown' ? 'whyUnknown' : 'whyCondition', { condition: say(recommendation.conditions) })] : []),
    ...(why.need ? [t('whyNeed', { need: say(need?.name ?? why.need.code), rank: why.need.rank })] : []),
    ...(why.after.length > 0 ? [t('whyAfter', { names: why.after.map((id) => say(grid.recommendations.find((each) => each.id === id)?.what ?? id)).join(' ; ') })] : []),
  ];
}

function advice({ grid, assessment, words, say }: Writer): Block[] {
  const { t } = words;
  const all = suggestionsFor(grid, assessment);
  const kept = all.filter(({ choice }) => choice?.state === 'kept');
  const shown = kept.length > 0 ? kept : all.filter(({ choice }) => choice?.state !== 'aside').slice(0, 10);
  const aside = all.filter(({ choice }) => choice?.state === 'aside');
  const own = assessment.own;
  const resource = ({ text: named, url }: NonNullable<Suggestion['recommendation']['resource']>): Block => {
    const words = t('resource', { name: say(named) });
    return url ? { kind: 'link', text: words, url } : text(words, true);
  };
  const one = (suggestion: Suggestion): Block[] => {
    const { recommendation, choice } = suggestion;
    const edits = choice?.edits ?? {};
    const months = edits.delayMonths ?? recommendation.delayMonths;
    return [
      heading(edits.what ?? say(recommendation.what), 3),
      text(edits.why ?? say(recommendation.why)),
      list([
        `${t('firstStep')} ${edits.firstStep ?? say(recommendation.firstStep)}`,
        `${t('who')} ${edits.who ?? say(recommendation.who)}`,
        `${t('effort')} ${t(`effort_${recommendation.effort}` as ReportKey)} ${t('delay', { count: months })}`,
        `${t(recommendation.actsOn.kind)} ${say(recommendation.actsOn.text)}`,
        `${t('why')} ${whySentences(suggestion, grid, words, say).join(' ')}`,
      ]),
      ...(recommendation.resource ? [resource(recommendation.resource)] : []),
    ];
  };
  return [
    heading(t(kept.length > 0 ? 'adviceKept' : 'advice')), text(t('howOrdered'), true),
    ...(shown.length === 0 && own.length === 0 ? [text(t(scoreOf(grid, assessment).answered === 0 ? 'noAdvice' : 'noAdviceLeft'))] : shown.flatMap(one)),
    ...own.flatMap((each) => [heading(each.what, 3), ...(each.why ? [text(each.why)] : []),
      list([...(each.firstStep ? [`${t('firstStep')} ${each.firstStep}`] : []), ...(each.who ? [`${t('who')} ${each.who}`] : []), t('ownOne')])]),
    ...(aside.length > 0 ? [heading(t('aside'), 3), list(aside.map(({ recommendation, choice }) => [say(recommendation.what), choice?.reason].filter(Boolean).join(' – ')))] : []),
  ];
}

function interview({ grid, assessment, words, say }: Writer): Block[] {
  const { t, day } = words;
  const { interview: { date, notes, capacity, appointments } } = assessment;
  const needs = needsOf(assessment);
  const told = CAPACITIES.filter((each) => capacity[each] !== '');
  const noted = grid.dimensions.filter(({ id }) => (notes[id] ?? '') !== '');
  if (!date && needs.length === 0 && told.length + noted.length + appointments.length === 0) return [];
  return [
    heading(t('interview')),
    ...(date ? [text(t('interviewDate', { date: day(date) }))] : []),
    ...noted.flatMap(({ id, name }) => [heading(say(name), 3), text(notes[id] ?? '')]),
    ...(told.length > 0 ? [heading(t('capacity'), 3), list(told.map((each) => `${t(each)} ${capacity[each]}`))] : []),
    ...(needs.length > 0 ? [heading(t('needs'), 3), list(needs.map((code) => say(grid.needs.find(({ id }) => id === code)?.name ?? code)), true)] : []),
    ...(appointments.length > 0 ? [heading(t('appointments'), 3), list(appointments.map(({ date: when, about }) => [when && day(when), about].filter(Boolean).join(' – ')))] : []),
  ];
}

function people({ grid, assessment, words: { t, number }, say }: Writer): Block[] {
  const rows = representationOf(grid, assessment).filter(({ count }) => count > 0)
    .map(({ role, count, enough, minimum }) => [say(grid.roles.find(({ id }) => id === role)?.name ?? (role || t('noRole'))), number(count), enough ? '' : t('tooFew', { count: minimum })]);
  return rows.length === 0 ? [] : [heading(t('respondents')), { kind: 'table', caption: t('byRole'), head: [t('role'), t('howMany'), t('note')], rows }];
}

export function reportOf(grid: Grid, assessment: Assessment, { locale, now }: ReportOptions): Report {
  const words = reportWords(locale);
  const say = (each: unknown): string => localize(each, locale);
  const writer: Writer = { grid, assessment, words, say };
  const { name, code } = assessment.territory;
  return {
    lang: words.lang,
    title: words.t('title', { territory: name || code || words.t('noTerritory') }),
    subtitle: words.t('subtitle', { grid: say(grid.title), version: assessment.grid.version, date: words.date(now) }),
    blocks: [...results(writer), ...lines(writer), ...since(writer), ...advice(writer), ...interview(writer), ...details(writer), ...people(writer),
      text(words.t('coordination'), true)],
  };
}

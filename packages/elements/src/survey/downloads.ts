import type { ElementNode, QuestionNode, SurveySession } from '@assembleurs/commons/survey';
import type { SurveySubmission } from './events.ts';
import { titlesOf } from './fields/choices.ts';
import type { TerritoryLookup } from './fields/index.ts';
import { titledIn } from './nodes.ts';
import type { Phase } from './state.ts';
import type { Words } from './words.ts';

/** A cell that no spreadsheet takes for a formula, quoted. */
export function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Questions that hold an answer of their own; a table or a repeated panel is told by its cells. */
const isLeaf = (entry: readonly [ElementNode, string]): entry is readonly [QuestionNode, string] => {
  const [node] = entry;
  return node.kind === 'question' && node.visible && !['html', 'image', 'paneldynamic', 'matrixdropdown', 'matrixdynamic', 'multipletext'].includes(node.type);
};

const inWords = (node: QuestionNode, territory: TerritoryLookup | undefined): string => {
  if (node.type === 'file' && Array.isArray(node.value)) return node.value.map((file: { name?: unknown }) => String(file.name)).join(', ');
  const commune = node.type === 'asb:commune' && typeof node.value === 'string' ? territory?.byCode(node.value) : undefined;
  const answer = commune ? `${commune.name} (${commune.code})` : node.displayValue;
  return node.comment && !answer.includes(node.comment) ? [answer, node.comment].filter(Boolean).join(' – ') : answer;
};

const rowsOf = (node: QuestionNode, title: string, territory: TerritoryLookup | undefined): (readonly [string, string, string])[] =>
  node.type === 'matrix'
    ? node.matrixRows.map((row) => [`${node.path}.${row.value}`, `${title} – ${row.text}`,
        titlesOf(node.columns, row.answer)])
    : [[node.path, title, inWords(node, territory)]];

/** The answers in words, one question a line: UTF-8 with its mark and semicolons, as French spreadsheets open it. */
export function answersCsv(session: SurveySession, territory: TerritoryLookup | undefined, { t }: Words): string {
  const lines = session.visiblePages.flatMap((page) =>
    page.elements.flatMap((element) => [...titledIn(element)]).filter(isLeaf)
      .flatMap(([node, title]) => rowsOf(node, title, territory)).map((row) => [page.title, ...row]));
  const head = [t('csvPage'), t('csvName'), t('csvQuestion'), t('csvAnswer')];
  return `\ufeff${[head, ...lines].map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** What the person keeps: what was sent and its receipt once it was, else what would be sent. */
export function answersJson(now: SurveySubmission, phase: Phase): object {
  if (phase.kind !== 'delivery') return now;
  const { state } = phase;
  const sent = state.sending.body ? JSON.parse(state.sending.body) as SurveySubmission : now;
  return state.kind === 'sent' ? { ...sent, receivedAt: state.receipt.receivedAt, receipt: state.receipt.code } : sent;
}

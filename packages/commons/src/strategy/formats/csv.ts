/** The strategy as a table for any spreadsheet: a row a node, then a row a stakeholder; no text is a formula. */
import { toCsv } from '../../survey/formats/table.ts';
import { graphOf, inOrder } from '../graph.ts';
import { KINDS } from '../kinds.ts';
import type { Strategy } from '../model.ts';
import { namesIn } from '../names.ts';
import { formatWord } from './words.ts';

const COLUMNS = ['id', 'kind', 'text', 'serves', 'note', 'confidence', 'evidence', 'replies', 'why', 'how', 'when', 'validates'] as const;

export function strategyToCsv(strategy: Strategy, { locale = 'fr' }: { readonly locale?: string | undefined } = {}): string {
  const { kinds, roles, confidences } = namesIn(locale);
  const graph = graphOf(strategy);
  const rows: readonly Partial<Record<(typeof COLUMNS)[number], string>>[] = [
    ...KINDS.flatMap((kind) => graph.of(kind)).map(({ replies, ...node }) => ({
      id: node.id, kind: kinds[node.kind], text: node.text, serves: graph.served({ ...node, replies }).map(({ text }) => text).join(' | '), note: node.note,
      confidence: node.confidence ? confidences[node.confidence] : '', evidence: node.evidence, replies: replies.map(({ title }) => title).join(' | '),
    })),
    ...inOrder(strategy.stakeholders).map(({ id, role, name, why, how, when, validates }) => ({
      id, kind: roles[role], text: name, why, how, when, validates: validates.map(({ what, on }) => (on === undefined ? what : `${what} (${on})`)).join(' | '),
    })),
  ];
  return toCsv({ columns: COLUMNS.map((key) => ({ key, title: key === 'id' ? 'id' : formatWord(key, locale) })), rows: rows.map((row) => COLUMNS.map((key) => row[key] ?? '')) });
}

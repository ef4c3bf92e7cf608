/** The report as Markdown (CommonMark with tables), to paste into La Base, a wiki or a forge. */
import type { Block, Report } from './report.ts';

/** A text in which nothing is taken for Markdown. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`).replace(/^(\s*)([-+]|\d+\.)(?=\s)/, '$1\\$2');
const cell = (text: string): string => plain(text).replaceAll(/\s*\n\s*/g, ' ');

function block(each: Block): string {
  switch (each.kind) {
    case 'heading': return `${'#'.repeat(each.level)} ${cell(each.text)}`;
    case 'text': return each.text.split(/\n+/).map((line) => plain(line)).map((line) => (each.soft ? `_${line}_` : line)).join('\n\n');
    case 'list': return each.items.map((item, at) => `${each.ordered ? `${String(at + 1)}.` : '-'} ${cell(item)}`).join('\n');
    case 'link': return `[${cell(each.text)}](<${each.url.replace(/[<>\s]/g, encodeURIComponent)}>)`;
    case 'radar': return '';
    case 'table': {
      const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
      return [`**${cell(each.caption)}**`, '', row(each.head), row(each.head.map(() => '---')), ...each.rows.map(row)].join('\n');
    }
  }
}

export const reportMarkdown = ({ title, subtitle, blocks }: Report): string =>
  `${[`# ${cell(title)}`, plain(subtitle), ...blocks.map(block).filter(Boolean)].join('\n\n')}\n`;

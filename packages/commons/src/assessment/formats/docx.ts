/** The report as a Word document with real headings, lists and table headers, which assistive technologies announce. */
import { AlignmentType, Document, ExternalHyperlink, Footer, HeadingLevel, ImageRun, LevelFormat, Packer, PageNumber, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import type { Block, Report } from './report.ts';

/** A picture that Word knows, and its size in pixels as it should show. */
export interface DocxPicture {
  readonly type: 'png' | 'jpg' | 'gif';
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

const BULLETS = 'asb-bullets';
const NUMBERS = 'asb-numbers';
const INK = '252D80';

/** XML 1.0 has no place for other control characters: Word refuses the file. */
const clean = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''); // eslint-disable-line no-control-regex -- these are what is taken out

const run = (text: string, more: object = {}): TextRun => new TextRun({ text: clean(text), ...more });

const picture = ({ type, data, width, height, alt }: DocxPicture): ImageRun => new ImageRun({ type, data, transformation: { width, height }, altText: { name: alt, description: alt, title: alt } });

/** Between the margins of an A4 page, in twentieths of a point. */
const PAGE_WIDTH = 9026;

/** A column is as wide as what it holds asks, within limits: a number takes little, a sentence no more than three times as much as a word. */
function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const asked = (rows[0] ?? []).map((_, at) => Math.min(45, Math.max(10, ...rows.map((cells) => cells[at]?.length ?? 0))));
  const all = asked.reduce((sum, each) => sum + each, 0);
  return asked.map((each) => Math.floor((PAGE_WIDTH * each) / all));
}

const cell = (text: string, header: boolean, width: number): TableCell =>
  new TableCell({ children: [new Paragraph({ children: [run(text, { bold: header })] })], width: { size: width, type: WidthType.DXA }, margins: { top: 40, bottom: 40, left: 80, right: 80 } });

function table({ caption, head, rows }: Extract<Block, { kind: 'table' }>): (Paragraph | Table)[] {
  const widths = columnWidths([head, ...rows]);
  const row = (cells: readonly string[], isHead: boolean): TableRow =>
    new TableRow({ ...(isHead ? { tableHeader: true } : { cantSplit: true }), children: cells.map((text, at) => cell(text, isHead || at === 0, widths[at] ?? 0)) });
  return [
    new Paragraph({ children: [run(caption, { bold: true })], keepNext: true, spacing: { before: 160, after: 60 } }),
    new Table({ width: { size: PAGE_WIDTH, type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED, rows: [row(head, true), ...rows.map((cells) => row(cells, false))] }),
  ];
}

/** The axes are numbered around the radar. */
const radar = (drawn: DocxPicture, axes: readonly string[], series: readonly { readonly name: string }[], lists: { count: number }): Paragraph[] => [
  new Paragraph({ alignment: AlignmentType.CENTER, children: [picture(drawn)], keepNext: true }),
  ...block({ kind: 'list', ordered: true, items: axes }, lists) as Paragraph[],
  ...(series.length > 1 ? block({ kind: 'text', soft: true, text: series.map(({ name }, at) => `${at === 0 ? '▬' : '╍'} ${name}`).join(' · ') }, lists) as Paragraph[] : []),
];

function block(each: Block, lists: { count: number }, drawn?: DocxPicture): (Paragraph | Table)[] {
  switch (each.kind) {
    case 'heading': return [new Paragraph({ heading: each.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, children: [run(each.text)] })];
    case 'text': return each.text.split(/\n+/).map((line) => new Paragraph({ children: [run(line, each.soft ? { color: '4C5178', size: 19 } : {})], spacing: { after: 120 } }));
    case 'list': {
      lists.count += 1; // each numbered list begins at 1
      return each.items.map((item) => new Paragraph({ children: [run(item)], numbering: { reference: each.ordered ? NUMBERS : BULLETS, level: 0, instance: lists.count } }));
    }
    case 'link': return [new Paragraph({ children: [new ExternalHyperlink({ link: each.url, children: [run(each.text, { style: 'Hyperlink' })] })], spacing: { after: 120 } })];
    case 'radar': return drawn ? radar(drawn, each.axes, each.series, lists) : [];
    case 'table': return table(each);
  }
}

/** The bytes of a .docx file. `radarPicture`: the report's own, drawn by who has a canvas; its table says the same without it. */
export async function reportDocx({ lang, title, subtitle, blocks }: Report, logos: readonly DocxPicture[] = [], radarPicture?: DocxPicture): Promise<Uint8Array> {
  const lists = { count: 0 };
  const pictures = logos.map(picture);
  const document = new Document({
    title: clean(title), creator: 'Assembleurs', description: clean(subtitle),
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, language: { value: lang === 'fr' ? 'fr-FR' : 'en-GB' } } },
        title: { run: { size: 40, bold: true, color: INK } },
        heading1: { run: { size: 30, bold: true, color: INK }, paragraph: { spacing: { before: 320, after: 120 } } },
        heading2: { run: { size: 25, bold: true, color: INK }, paragraph: { spacing: { before: 200, after: 80 } } },
      },
    },
    numbering: {
      config: [
        { reference: BULLETS, levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.START, style: { paragraph: { indent: { left: 400, hanging: 260 } } } }] },
        { reference: NUMBERS, levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START, style: { paragraph: { indent: { left: 400, hanging: 300 } } } }] },
      ],
    },
    sections: [{
      footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.END, children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })] })] }) },
      children: [
        ...(pictures.length > 0 ? [new Paragraph({ children: pictures.flatMap((logo) => [logo, run('   ')]) })] : []),
        new Paragraph({ heading: HeadingLevel.TITLE, children: [run(title)] }),
        new Paragraph({ children: [run(subtitle, { color: '4C5178' })], spacing: { after: 200 } }),
        ...blocks.flatMap((each) => block(each, lists, radarPicture)),
      ],
    }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

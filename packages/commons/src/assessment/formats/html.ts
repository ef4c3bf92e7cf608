/** The report as one .html file that needs nothing else: no script, no address, readable offline, printable. */
import { LEAST_SPOKES, radarEnds, radarPath, radarPoints } from '../radar.ts';
import type { Block, Report } from './report.ts';

/** A picture as a `data:` address, and what it shows. */
export interface Logo {
  readonly data: string;
  readonly alt: string;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:24px 16px;color:#1b2056;background:#fff}
header{display:flex;flex-wrap:wrap;gap:16px;align-items:center}header img{max-height:64px;max-width:200px}h1{font-size:1.75rem;line-height:1.25;flex:1 1 100%}h2{margin-top:2.5rem;border-top:2px solid #252d80;padding-top:.75rem}
.soft{color:#4c5178;font-size:.9rem}table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:start;font-weight:600;padding-block:4px}th,td{text-align:start;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid #c9cde2;font-weight:400}thead th{font-weight:600}
svg{max-width:26rem;width:100%;height:auto;display:block;margin:1rem auto}svg text{font-size:11px;fill:currentColor}.grid{fill:none;stroke:#8a90c0}.s0{fill:#252d80;fill-opacity:.2;stroke:#252d80;stroke-width:2}.s1{fill:none;stroke:#b92a03;stroke-width:2;stroke-dasharray:5 4}
a{color:#252d80}@media(prefers-color-scheme:dark){body{color:#eceefb;background:#14162e}.soft{color:#b7bbdd}a{color:#a9b4ff}.s0{fill:#a9b4ff;stroke:#a9b4ff}.s1{stroke:#ff9d80}th,td{border-color:#3a3f6b}}
@media print{body{color:#000;background:#fff;max-width:none}h2,h3,caption{break-after:avoid}tr,svg{break-inside:avoid}}@page{margin:16mm}`;

function radar({ alt, axes, series }: Extract<Block, { kind: 'radar' }>): string {
  if (axes.length < LEAST_SPOKES) return '';
  const radius = 110;
  const ends = radarEnds(axes.length, radius);
  const ring = (part: number): string => `<polygon class="grid" points="${radarPath(radarEnds(axes.length, radius * part))}"/>`;
  const labels = radarEnds(axes.length, radius + 14).map(({ x, y }, at) =>
    `<text x="${String(x)}" y="${String(y + 4)}" text-anchor="${x > 5 ? 'start' : x < -5 ? 'end' : 'middle'}">${String(at + 1)}</text>`);
  const shapes = series.slice(0, 2).map(({ scores }, at) => `<polygon class="s${String(at)}" points="${radarPath(radarPoints(scores, radius))}"/>`).reverse();
  const key = series.length > 1 ? `<p class="soft">${series.map(({ name }, at) => `${at === 0 ? '▬' : '╍'} ${escape(name)}`).join(' · ')}</p>` : '';
  return `<svg viewBox="-140 -135 280 270" role="img" aria-label="${escape(alt)}">${[.25, .5, .75, 1].map(ring).join('')}${ends.map(({ x, y }) => `<line class="grid" x2="${String(x)}" y2="${String(y)}"/>`).join('')}${shapes.join('')}${labels.join('')}</svg>
<ol class="soft">${axes.map((name) => `<li>${escape(name)}</li>`).join('')}</ol>${key}`;
}

function block(each: Block): string {
  switch (each.kind) {
    case 'heading': return `<h${String(each.level)}>${escape(each.text)}</h${String(each.level)}>`;
    case 'text': return each.text.split(/\n+/).map((line) => `<p${each.soft ? ' class="soft"' : ''}>${escape(line)}</p>`).join('\n');
    case 'list': return `<${each.ordered ? 'ol' : 'ul'}>${each.items.map((item) => `<li>${escape(item)}</li>`).join('')}</${each.ordered ? 'ol' : 'ul'}>`;
    case 'link': return `<p><a href="${escape(each.url)}">${escape(each.text)}</a></p>`;
    case 'radar': return radar(each);
    case 'table': {
      const head = each.head.map((name) => `<th scope="col">${escape(name)}</th>`).join('');
      const rows = each.rows.map(([first = '', ...rest]) => `<tr><th scope="row">${escape(first)}</th>${rest.map((value) => `<td>${escape(value)}</td>`).join('')}</tr>`);
      return `<table><caption>${escape(each.caption)}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
    }
  }
}

/** `logos`: only `data:image/…` addresses are taken. */
export function reportHtml({ lang, title, subtitle, blocks }: Report, logos: readonly Logo[] = []): string {
  const pictures = logos.filter(({ data }) => /^data:image\/(png|jpeg|gif|webp|svg\+xml)[;,]/.test(data)).map(({ data, alt }) => `<img src="${escape(data)}" alt="${escape(alt)}">`);
  return `<!doctype html>
<html lang="${escape(lang)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escape(title)}</title><style>${STYLE}</style></head>
<body><header>${pictures.join('')}<h1>${escape(title)}</h1></header><main>
<p class="soft">${escape(subtitle)}</p>
${blocks.map(block).join('\n')}
</main></body></html>
`;
}

/**
 * `npm run size`: what each embed weighs for a visitor, beside its budget (docs/performance.md). Exits 1 when one is over.
 *
 * Weighed as served: the classic script and the ES module with all that it imports statically, minified, gzip 9.
 * Parts that load when used are listed without a budget. `npm run size -- survey.js` lists what a file is made of.
 */
import { gzipSync } from 'node:zlib';

import { buildEmbed } from './embed.ts';
import type { EmbedFile } from './embed.ts';

/**
 * kB (1000 bytes) after gzip, by the name of the entry in `packages/elements/src/cdn`. The survey's was 40 in the design: an engine that
 * agrees with SurveyJS weighs 24 by itself, and lists and simple matrices come with it (docs/decisions.md, "The survey's weight"). The classic script is one file with everything,
 * what follows the language and the territory of an `<asb-commons>` around included.
 */
const BUDGETS: Readonly<Record<string, number>> = {
  survey: 57,
  'survey.iife': 82,
  'badge-viewer': 35,
  'badge-viewer.iife': 66,
  'badge-issuer': 15,
  'badge-issuer.iife': 54,
  commons: 22,
  'commons.iife': 40,
  'actor-map': 45,
  // Holds what the module brings when it is used: the other views, forms, files, pictures, proposals, opening hours, history, comments, files that a reader looks at.
  'actor-map.iife': 96,
  'impact-strategy': 45,
  'impact-strategy.iife': 55,
  'action-plan': 45,
  // Holds what the module brings when it is used: sheet, committees, comments, review of tables.
  'action-plan.iife': 63,
  'self-assessment': 45,
  'self-assessment.iife': 63,
  panorama: 45,
  // Brings the elements that a page has, each weighed above.
  asb: 5,
};

/** A file with everything that it imports statically. */
function withImports(file: EmbedFile, files: ReadonlyMap<string, EmbedFile>, seen = new Set<EmbedFile>()): Set<EmbedFile> {
  seen.add(file);
  for (const name of file.imports) {
    const other = files.get(name);
    if (!other) throw new Error(`${file.name} imports ${name}, which was not built`);
    if (!seen.has(other)) withImports(other, files, seen);
  }
  return seen;
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(7);
const gzip = (code: string) => gzipSync(code, { level: 9 }).length;

const built = await buildEmbed();
const files = new Map(built.map((file) => [file.name, file]));
let over = 0;

console.log(`${'file'.padEnd(32)}    min  gzip kB   budget`);
for (const file of built) {
  const isPart = file.name.startsWith('parts/');
  const all = isPart ? [file] : [...withImports(file, files)];
  const size = all.reduce((sum, { code }) => sum + code.length, 0);
  const zipped = all.reduce((sum, { code }) => sum + gzip(code), 0);
  const [, entry, classic] = /^([^/]+?)(\.iife)?\.js$/.exec(file.name) ?? [];
  const budget = entry === undefined ? undefined : (BUDGETS[`${entry}${classic ?? ''}`] ?? BUDGETS[entry]);
  if (entry !== undefined && budget === undefined) throw new Error(`${entry} has no budget: set one in scripts/size.ts`);
  const fits = budget === undefined || zipped <= budget * 1000;
  if (!fits) over += 1;
  const verdict = budget === undefined ? 'when used' : `${String(budget).padStart(4)} ${fits ? 'ok' : 'OVER'}`;
  console.log(`${file.name.padEnd(32)}${kilobytes(size)}  ${kilobytes(zipped)}   ${verdict}`);
}
for (const [entry, budget] of Object.entries(BUDGETS)) {
  if (!files.has(`${entry}.js`)) console.log(`${entry.padEnd(32)}      –        –   ${String(budget).padStart(4)} not built yet`);
}
const [asked] = process.argv.slice(2);
if (asked !== undefined) {
  const file = files.get(asked);
  if (!file) throw new Error(`No file ${asked}`);
  console.log(`\n${asked}, by characters before minification:`);
  for (const [name, length] of [...file.modules].sort((a, b) => b[1] - a[1])) console.log(`${String(length).padStart(8)}  ${name}`);
}
if (over > 0) {
  console.error(`\n${String(over)} over budget.`);
  process.exitCode = 1;
}

/**
 * Writes `packages/commons/src/territory/mel-data.ts` from `mel-communes.json`: a column a line, so that a survey that
 * needs the list carries about 3 kB. Run it after the JSON changes; a test compares the two.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { encodeTerritory } from '../packages/commons/src/territory/formats/compact.ts';
import { territoryFromJson } from '../packages/commons/src/territory/read.ts';

const json: unknown = JSON.parse(readFileSync(new URL('../packages/commons/data/mel-communes.json', import.meta.url), 'utf8'));
const read = territoryFromJson(json, { locale: 'en' });
if ('error' in read) throw new Error(read.error.map(({ path, text }) => `${path}: ${text}`).join('\n'));

const text = `// Written by scripts/make-mel.ts from packages/commons/data/mel-communes.json: change that file, not this one.
/** @license Licence Ouverte 2.0. COG, DGCL 2026 ; centres, voisines : IGN 2018. */
export const MEL = \`${encodeTerritory(read.territory)}\`;
`;
writeFileSync(new URL('../packages/commons/src/territory/mel-data.ts', import.meta.url), text);

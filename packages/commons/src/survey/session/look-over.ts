/** Reads what a session only reads later (validators, rows and panels not made yet), for whoever asks what is wrong with a definition. */
import { LOOSE_PAGES } from '../definition/model.ts';
import type { Core } from './core.ts';
import { at, isRecord, listOf } from './values.ts';

export function lookOver(core: Core): void {
  listOf(core.definition.pages).forEach((page, index) => { read(core, page, isRecord(page) && LOOSE_PAGES.has(page) ? '' : at('pages', index)); });
}

function read(core: Core, json: unknown, where: string): void {
  if (Array.isArray(json)) json.forEach((each, index) => { read(core, each, at(where, index)); });
  if (!isRecord(json)) return;
  for (const name of Object.keys(json)) {
    if (name === 'regex') core.pattern(json, where);
    else if (/If$|xpression$/.test(name)) core.expression(json, name, where);
    else if (!name.startsWith('default')) read(core, json[name], where === '' ? name : `${where}.${name}`);
  }
}

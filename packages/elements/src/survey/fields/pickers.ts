/** Questions that are searched, picked from a list or put in order. */
import { renderCommune } from './commune.ts';
import type { Drawer } from './context.ts';
import { renderRanking } from './ranking.ts';
import { renderDropdown, renderTagbox } from './select.ts';

export const pickers = {
  dropdown: renderDropdown,
  tagbox: renderTagbox,
  'asb:commune': renderCommune,
  ranking: renderRanking,
} as const satisfies Readonly<Record<string, Drawer>>;

/** Where a person stands, said by the element's attributes: what the page writes there moves the map, and what the person does is written there. */
import { type ActorFilters, FACETS, LINKINGS } from '@assembleurs/commons/actors/facets';
import { ACTOR_KINDS } from '@assembleurs/commons/actors/kinds';
import { warnOnce } from '../internal/warn.ts';
import { type View, VIEWS, type Work } from './work.ts';

export const MOVES = ['view', 'search', ...FACETS, 'actor'] as const;
export type Move = (typeof MOVES)[number];

/** The attributes; null where the page took one away. */
export type MovesHost = Record<Move, string | null> & { readonly localName: string };

/** Facets of which every value is known. */
const CLOSED: Partial<Record<Move, readonly string[]>> = { kind: ACTOR_KINDS, linking: LINKINGS };

/** By commas; by semicolons where a value has a comma of its own. */
const split = (text: string): string[] => text.split(text.includes(';') ? ';' : ',').map((each) => each.trim()).filter((each) => each !== '');
const join = (values: readonly string[] = []): string => (values.some((each) => each.includes(',')) ? values.map((each) => `${each};`).join('') : values.join(','));

function textOf({ view, filters, selected = '' }: Work, name: Move): string {
  switch (name) {
    case 'view': return view;
    case 'search': return filters.text ?? '';
    case 'actor': return selected;
    default: return join(filters[name]);
  }
}

export class Moves {
  /** The view that the page names, or the list. */
  first: View = 'list';
  readonly #told: Partial<Record<Move, string>> = {};
  readonly #asked: Partial<Record<Move, string>> = {};

  /** Both say the same afterwards; what one of the two changed wins, the person before the page. True when the page moved the map. */
  agree(host: MovesHost, work: Work): boolean {
    let moved = false;
    for (const name of MOVES) {
      const now = textOf(work, name);
      const asks = host[name] ?? '';
      // An actor that is named may come later, with the records of a workspace.
      const comes = name === 'actor' && now === '' && asks !== '' && work.index.get(asks) !== undefined;
      if (now !== (this.#told[name] ?? now)) host[name] = this.#asked[name] = now;
      else if (asks !== this.#asked[name] || comes) {
        this.#asked[name] = asks;
        this.#go(host, work, name, asks);
        moved ||= textOf(work, name) !== now;
      }
      this.#told[name] = textOf(work, name);
    }
    return moved;
  }

  #go(host: MovesHost, work: Work, name: Move, asks: string): void {
    if (name === 'view') work.view = this.first = VIEWS.find((each) => each === asks) ?? 'list';
    else if (name === 'actor') {
      if (asks === '' || work.index.get(asks)) work.selected = asks === '' ? undefined : asks;
    } else {
      const known = CLOSED[name];
      if (asks === '' && textOf(work, name) === '') return;
      const wrong = split(asks).filter((each) => known && !known.includes(each));
      if (wrong.length > 0) warnOnce(`<${host.localName} ${name}="${asks}">: ${wrong.join(', ')}: not a value that can be used; it is passed over.`);
      const filters: ActorFilters = { ...work.filters, ...(name === 'search' ? { text: asks } : { [name]: split(asks).filter((each) => !wrong.includes(each)) }) };
      Object.assign(work, { filters, rows: 50 });
    }
  }
}

/** Where a person stands, in the page's address when the page asks for it: a link that a colleague opens at the same view, filters and actor. */
import { type ActorFilters, FACETS } from '@assembleurs/commons/actors/facets';
import { type View, VIEWS } from './work.ts';

export interface AddressState {
  readonly view?: View;
  readonly selected?: string;
  readonly filters: ActorFilters;
}

/** More than a person chooses; an address of others must not fill the page. */
const MOST = 100;

/** What the address says under this prefix; what is not known is passed over. */
export function readAddress(search: string, prefix: string): AddressState {
  const asked = new URLSearchParams(search);
  const get = (name: string): string => (asked.get(`${prefix}.${name}`) ?? '').slice(0, 200);
  const view = VIEWS.find((each) => each === get('view'));
  const selected = get('actor');
  const text = get('q');
  const facets = FACETS.flatMap((facet) => {
    const values = asked.getAll(`${prefix}.${facet}`).filter((value) => value !== '').slice(0, MOST).map((value) => value.slice(0, 200));
    return values.length > 0 ? [[facet, values] as const] : [];
  });
  return { ...(view && { view }), ...(selected && { selected }), filters: { ...Object.fromEntries(facets), ...(text && { text }) } };
}

/** The page's query with ours in it; the page's own parameters, and those of another map, stay. */
export function writeAddress(search: string, prefix: string, { view, selected, filters }: AddressState, first: View): string {
  const asked = new URLSearchParams(search);
  for (const name of new Set(asked.keys())) if (name.startsWith(`${prefix}.`)) asked.delete(name);
  if (view && view !== first) asked.set(`${prefix}.view`, view);
  if (filters.text) asked.set(`${prefix}.q`, filters.text);
  for (const facet of FACETS) for (const value of filters[facet] ?? []) asked.append(`${prefix}.${facet}`, value);
  if (selected) asked.set(`${prefix}.actor`, selected);
  const text = asked.toString();
  return text === '' ? '' : `?${text}`;
}

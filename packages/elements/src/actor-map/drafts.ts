/** From what was typed in a form to a record, by the rules of the records; or, by field, what is wrong. */
import {
  ACTOR_RECORD_VERSION, type Actor, type ActorRecord, type Link, type Place, type Problem, readActor, readLink, readPlace, remarksOn,
} from '@assembleurs/commons/actors';
import { type Territory, plainName } from '@assembleurs/commons/territory';
import { newRecordId } from '../internal/record-id.ts';
import type { Words } from './words.ts';

export type Draft = { readonly record: ActorRecord; readonly remark?: string | undefined } | { readonly errors: Readonly<Record<string, string>> };

/** A field left empty is a field that says nothing: it goes. */
function merged(record: object, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const all: Record<string, unknown> = { ...record, ...fields };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)));
}

const typed = (given: FormData) => (name: string): string => {
  const value = given.get(name);
  return typeof value === 'string' ? value.trim() : '';
};
const several = (text: string): string[] => text.split(/[;|]/).map((each) => each.trim()).filter((each) => each !== '');

/** `2026-11-27`, here: the standard asks when a place was last brought up to date. */
const today = (): string => new Date().toLocaleDateString('sv');

/** People leave out what browsers add; the standard wants a whole address. */
const asAddress = (site: string): string => (/^www\./i.test(site) ? `https://${site}` : site);

/** By the name of the field: a record's own problems under the fields of the form. */
const byField = (problems: readonly Problem[], names: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(problems.map(({ path, text }) => [names[path] ?? path.replace(/[.[].*$/, ''), text] as const).toReversed());

function communeFrom(text: string, territory: Territory, lang: string): { readonly code?: string } | { readonly error: string } {
  if (text === '') return {};
  const named = territory.communes.find(({ name }) => plainName(name) === plainName(text));
  if (named) return { code: named.code };
  const found = territory.lookUp(text, lang);
  return 'commune' in found ? { code: found.commune.code } : { error: found.error };
}

export function actorFrom(given: FormData, before: Actor | undefined, territory: Territory, lang: string): Draft {
  const value = typed(given);
  const commune = value('commune') === (before?.commune ?? '') ? { code: before?.commune } : communeFrom(value('commune'), territory, lang);
  const read = readActor({
    ...merged(before ?? { id: newRecordId(), type: 'actor', version: ACTOR_RECORD_VERSION, derivedFrom: [] }, {
      kind: value('kind'), commune: 'error' in commune ? undefined : commune.code, email: value('email'), phone: value('phone'), url: value('url'), siret: value('siret'), note: value('note'),
    }),
    derivedFrom: before?.derivedFrom ?? [], name: value('name'),
  }, { locale: lang });
  const errors = { ...('error' in read ? byField(read.error) : {}), ...('error' in commune ? { commune: commune.error } : {}) };
  if ('error' in read || 'error' in commune) return { errors };
  return { record: read.record, remark: remarksOn(read.record, { locale: lang })[0]?.text };
}

export function placeFrom(given: FormData, before: Place | undefined, holder: string, territory: Territory, lang: string): Draft {
  const value = typed(given);
  const all = (name: string): string[] => given.getAll(name).filter((each) => typeof each === 'string');
  const number = (name: string): number | string | undefined => (value(name) === '' ? undefined : /^-?\d+([.,]\d+)?$/.test(value(name)) ? Number(value(name).replace(',', '.')) : value(name));
  const same = value('commune') === (before?.code_insee ?? before?.commune ?? '');
  const commune = same ? { code: before?.code_insee } : communeFrom(value('commune'), territory, lang);
  const code = 'error' in commune ? undefined : commune.code;
  const read = readPlace({
    ...merged(before ?? { id: newRecordId(), type: 'place', version: ACTOR_RECORD_VERSION, derivedFrom: [] }, {
      holder, adresse: value('adresse'), code_insee: code, commune: code === undefined ? (same ? before?.commune : undefined) : (territory.byCode(code)?.name ?? before?.commune), code_postal: value('code_postal'),
      latitude: number('latitude'), longitude: number('longitude'), telephone: value('telephone'), courriels: several(value('courriels')), site_web: several(value('site_web')).map(asAddress), horaires: value('horaires'),
      services: all('services'), publics_specifiquement_adresses: all('publics_specifiquement_adresses'), modalites_accompagnement: all('modalites_accompagnement'), frais_a_charge: all('frais_a_charge'),
      modalites_acces: all('modalites_acces'), dispositif_programmes_nationaux: all('dispositif_programmes_nationaux'),
      date_maj: today(),
    }),
    derivedFrom: before?.derivedFrom ?? [], nom: value('nom'),
  }, { locale: lang });
  if ('error' in read || 'error' in commune) return { errors: { ...('error' in read ? byField(read.error) : {}), ...('error' in commune ? { commune: commune.error } : {}) } };
  return { record: read.record };
}

/** The other actor is named; when several bear that name, the commune in brackets tells them apart. */
function actorNamed(text: string, own: string, actors: readonly Actor[], { t, compare }: Words, communeName: (code: string | undefined) => string): { readonly id: string } | { readonly error: string } {
  if (text === '') return { error: t('otherMissing') };
  const others = actors.filter(({ id }) => id !== own);
  const full = ({ name, commune }: Actor): string => `${name} (${communeName(commune)})`;
  const named = others.filter(({ name }) => plainName(name) === plainName(text));
  const exact = named.length > 1 ? [] : named;
  const [found] = exact.length > 0 ? exact : others.filter((actor) => plainName(full(actor)) === plainName(text));
  if (found) return { id: found.id };
  if (named.length > 1) return { error: t('otherSeveral', { names: named.slice(0, 5).map(full).sort(compare).join(' ; ') }) };
  const near = others.filter(({ name }) => plainName(name).includes(plainName(text))).slice(0, 3);
  return { error: near.length === 0 ? t('otherUnknown', { name: text }) : t('otherNear', { name: text, names: near.map(({ name }) => name).join(' ; ') }) };
}

export function linkFrom(given: FormData, before: Link | undefined, own: string, actors: readonly Actor[], words: Words, communeName: (code: string | undefined) => string): Draft {
  const value = typed(given);
  const standing = before && actors.find(({ id }) => id === (before.source === own ? before.target : before.source));
  const other = standing && standing.name === value('other') ? { id: standing.id } : actorNamed(value('other'), own, actors, words, communeName);
  if ('error' in other) return { errors: { other: other.error } };
  const ends = value('direction') === 'from' ? { source: other.id, target: own } : { source: own, target: other.id };
  const read = readLink({
    ...merged(before ?? { id: newRecordId(), type: 'link', version: ACTOR_RECORD_VERSION, derivedFrom: [] }, {
      ...ends, kind: value('linkKind'), status: value('status'), since: value('since'), frequency: value('frequency'), note: value('note'),
    }),
    derivedFrom: before?.derivedFrom ?? [],
  }, { locale: words.lang });
  return 'error' in read ? { errors: byField(read.error, { kind: 'linkKind', source: 'other', target: 'other' }) } : { record: read.record };
}

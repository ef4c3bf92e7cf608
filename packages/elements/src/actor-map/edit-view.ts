/** Forms for an actor, a place, a link. What is wrong is told beside its field; what was typed stays. */
import { ACTOR_KINDS, FREQUENCIES, LINK_KINDS, LINK_STATUSES, STANDARD_VALUES } from '@assembleurs/commons/actors';
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ViewContext } from './context.ts';
import { linkEnd, withRecord } from './changes.ts';
import { type Draft, actorFrom, linkFrom, placeFrom } from './drafts.ts';
import type { ActorMapKey } from './messages/fr.ts';
import type { Editing } from './work.ts';

/** By field, what is wrong with it; the form that it belongs to. */
const errors = new WeakMap<Editing, Readonly<Record<string, string>>>();

interface FieldOptions {
  readonly value?: string | undefined;
  readonly type?: string;
  readonly required?: boolean;
  readonly help?: ActorMapKey;
  readonly list?: string;
  readonly long?: boolean;
}

export function renderEdit(editing: Editing, context: ViewContext): unknown {
  const { words: { t } } = context;
  const title = t(`form_${editing.type}_${editing.id === undefined ? 'new' : 'edit'}`);
  return keyed(editing, html`<form class="card fields" novalidate @submit=${(event: Event) => { save(event, editing, context); }} @keydown=${(event: KeyboardEvent) => { if (event.key === 'Escape') close(editing, context); }}>
    <h4 tabindex="-1" data-focus="form">${title}</h4>
    ${editing.type === 'actor' ? actorFields(editing, context) : editing.type === 'place' ? placeFields(editing, context) : linkFields(editing, context)}
    <div class="row"><button type="submit" class="primary" part="button button-primary">${t('save')}</button><button type="button" class="secondary" part="button" @click=${() => { close(editing, context); }}>${t('cancel')}</button></div></form>`);
}

function close(editing: Editing, { work, focusOn }: ViewContext): void {
  work.show({ editing: undefined });
  focusOn(editing.type === 'actor' && editing.id === undefined ? '[data-focus=title]' : '[data-focus=actor]');
}

function save(event: Event, editing: Editing, context: ViewContext): void {
  event.preventDefault();
  const { work, words: { t, lang }, announce, focusOn } = context;
  const form = event.target as HTMLFormElement;
  const given = new FormData(form);
  const draft: Draft = editing.type === 'actor' ? actorFrom(given, work.index.get(editing.id ?? '')?.actor, work.territory, lang)
    : editing.type === 'place' ? placeFrom(given, work.data.places.find(({ id }) => id === editing.id), editing.actor, work.territory, lang)
      : linkFrom(given, work.data.links.find(({ id }) => id === editing.id), editing.actor, work.data.actors, context.words, (code) => work.communeName(code));
  if ('errors' in draft) {
    errors.set(editing, draft.errors);
    const [first] = Object.keys(draft.errors);
    announce(t('formErrors', { count: Object.keys(draft.errors).length }));
    work.show({});
    focusOn(`#f-${first ?? ''}`);
    return;
  }
  const { record } = draft;
  const name = record.type === 'actor' ? record.name : record.type === 'place' ? record.nom : (work.index.get(linkEnd(record, 'actor' in editing ? editing.actor : ''))?.actor.name ?? '');
  const what = t(`saved_${record.type}`, { name });
  work.edit(what, (data) => withRecord(data, record));
  work.show({ editing: undefined, selected: record.type === 'actor' ? record.id : work.selected, notice: draft.remark === undefined ? work.notice : { tone: 'info', text: draft.remark } });
  announce(draft.remark === undefined ? what : `${what} ${draft.remark}`);
  focusOn('[data-focus=actor]');
}

function field(editing: Editing, name: string, { words: { t } }: ViewContext, { value = '', type = 'text', required = false, help, list, long = false }: FieldOptions = {}): unknown {
  const error = errors.get(editing)?.[name];
  const described = [error === undefined ? '' : `e-${name}`, help ? `h-${name}` : ''].filter(Boolean).join(' ');
  const id = `f-${name}`;
  const invalid = error === undefined ? 'false' : 'true';
  return html`<div class="field"><label for=${id}>${t(`f_${name}` as ActorMapKey)}${required ? html` <span class="soft">${t('required')}</span>` : nothing}</label>
    ${help ? html`<p class="soft" id="h-${name}">${t(help)}</p>` : nothing}
    ${long ? html`<textarea class="input short" id=${id} name=${name} rows="3" maxlength="5000" aria-invalid=${invalid} aria-describedby=${described || nothing} .defaultValue=${value}></textarea>`
    : html`<input class="input" id=${id} name=${name} type=${type} maxlength="500" autocomplete="off" list=${list ?? nothing} aria-required=${String(required)} aria-invalid=${invalid} aria-describedby=${described || nothing} .defaultValue=${value}>`}
    ${error === undefined ? nothing : html`<p class="error" id="e-${name}">${error}</p>`}</div>`;
}

interface Option {
  readonly value: string;
  readonly text: string;
}

const select = (name: string, { words: { t } }: ViewContext, options: readonly Option[], value: string): unknown => html`<div class="field"><label for="f-${name}">${t(`f_${name}` as ActorMapKey)}</label>
  <select class="input" id="f-${name}" name=${name}>${options.map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.text}</option>`)}</select></div>`;

const boxes = (name: string, { words: { t } }: ViewContext, values: readonly string[], chosen: readonly string[] = []): unknown => html`<fieldset class="field"><legend>${t(`f_${name}` as ActorMapKey)}</legend>
  <ul class="values">${values.map((value) => html`<li><label class="value"><input type="checkbox" name=${name} value=${value} ?checked=${chosen.includes(value)}><span>${value}</span></label></li>`)}</ul></fieldset>`;

const communeList = ({ work }: ViewContext): unknown => html`<datalist id="communes">${work.territory.communes.map(({ name }) => html`<option value=${name}></option>`)}</datalist>`;

function actorFields(editing: Editing, context: ViewContext): unknown {
  const { work, words: { kind } } = context;
  const actor = work.index.get(editing.id ?? '')?.actor;
  return html`${field(editing, 'name', context, { value: actor?.name, required: true })}
    ${select('kind', context, ACTOR_KINDS.map((value) => ({ value, text: kind(value) })), actor?.kind ?? 'bibliotheque')}
    ${field(editing, 'commune', context, { value: work.communeName(actor?.commune), list: 'communes', help: 'communeHelp' })}${communeList(context)}
    ${field(editing, 'email', context, { value: actor?.email, type: 'email' })}${field(editing, 'phone', context, { value: actor?.phone, type: 'tel' })}
    ${field(editing, 'url', context, { value: actor?.url, type: 'url' })}${field(editing, 'siret', context, { value: actor?.siret })}${field(editing, 'note', context, { value: actor?.note, long: true })}`;
}

function placeFields(editing: Editing, context: ViewContext): unknown {
  const { work } = context;
  const place = work.data.places.find(({ id }) => id === editing.id);
  const holder = 'actor' in editing ? work.index.get(editing.actor)?.actor : undefined;
  return html`${field(editing, 'nom', context, { value: place?.nom ?? holder?.name, required: true })}${field(editing, 'adresse', context, { value: place?.adresse })}
    ${field(editing, 'commune', context, { value: work.communeName(place?.code_insee ?? (place ? undefined : holder?.commune)) || place?.commune, list: 'communes', help: 'communeHelp' })}${communeList(context)}
    ${field(editing, 'code_postal', context, { value: place?.code_postal })}
    <div class="pair">${field(editing, 'latitude', context, { value: place?.latitude?.toString() })}${field(editing, 'longitude', context, { value: place?.longitude?.toString() })}</div>
    ${field(editing, 'telephone', context, { value: place?.telephone, type: 'tel' })}${field(editing, 'courriels', context, { value: place?.courriels?.join(' ; ') })}${field(editing, 'site_web', context, { value: place?.site_web?.join(' ; ') })}
    ${field(editing, 'horaires', context, { value: place?.horaires, help: 'hoursHelp' })}
    ${boxes('services', context, STANDARD_VALUES.services, place?.services)}${boxes('publics_specifiquement_adresses', context, STANDARD_VALUES.publics_specifiquement_adresses, place?.publics_specifiquement_adresses)}
    ${boxes('modalites_acces', context, STANDARD_VALUES.modalites_acces, place?.modalites_acces)}${boxes('dispositif_programmes_nationaux', context, STANDARD_VALUES.dispositif_programmes_nationaux, place?.dispositif_programmes_nationaux)}
    ${boxes('modalites_accompagnement', context, STANDARD_VALUES.modalites_accompagnement, place?.modalites_accompagnement)}${boxes('frais_a_charge', context, STANDARD_VALUES.frais_a_charge, place?.frais_a_charge)}`;
}

function linkFields(editing: Editing, context: ViewContext): unknown {
  const { work, words } = context;
  const { t, linkKind, status, frequency } = words;
  const own = 'actor' in editing ? editing.actor : '';
  const link = work.data.links.find(({ id }) => id === editing.id);
  const other = work.index.get(link ? linkEnd(link, own) : editing.type === 'link' ? (editing.with ?? '') : '')?.actor;
  const alike = work.data.actors.filter(({ name }) => name === other?.name).length > 1;
  return html`${field(editing, 'other', context, { value: other && (alike ? `${other.name} (${work.communeName(other.commune)})` : other.name), required: true, list: 'actors', help: 'otherHelp' })}
    <datalist id="actors">${work.data.actors.filter(({ id }) => id !== own).slice(0, 2000).map(({ name, commune }) => html`<option value=${name}>${work.communeName(commune)}</option>`)}</datalist>
    ${select('linkKind', context, LINK_KINDS.map((value) => ({ value, text: linkKind(value) })), link?.kind ?? 'partenariat')}
    ${select('direction', context, [{ value: 'to', text: t('directionTo') }, { value: 'from', text: t('directionFrom') }], link?.target === own ? 'from' : 'to')}
    ${select('status', context, LINK_STATUSES.map((value) => ({ value, text: status(value) })), link?.status ?? 'existant')}
    ${field(editing, 'since', context, { value: link?.since, help: 'sinceHelp' })}
    ${select('frequency', context, [{ value: '', text: t('notSaid') }, ...FREQUENCIES.map((value) => ({ value, text: frequency(value) }))], link?.frequency ?? '')}
    ${field(editing, 'note', context, { value: link?.note, long: true })}`;
}

/** One actor: what it is, where it receives people, whom it works with. */
import type { ActorEntry, Link, Place } from '@assembleurs/commons/actors';
import { isSiret, siretDigits } from '@assembleurs/commons/actors/siret';
import { html, nothing } from 'lit';
import type { ViewContext } from './context.ts';
import { renderCorrection } from './correction-view.ts';
import { linkEnd, withoutRecord } from './changes.ts';
import { dayText, renderHistory } from './history-view.ts';
import { renderHours } from './hours-view.ts';

const web = (address: string): string | undefined => {
  const full = /^[a-z]+:/i.test(address) ? address : `https://${address}`;
  return URL.canParse(full) && /^https?:$/.test(new URL(full).protocol) ? full : undefined;
};
const outside = (address: string): unknown => {
  const url = web(address);
  return url === undefined ? address : html`<a href=${url} target="_blank" rel="noopener noreferrer">${address.replace(/^https?:\/\//i, '').replace(/\/$/, '')}</a>`;
};
const mail = (address: string): unknown => (/^[^\s@]+@[^\s@]+$/.test(address) ? html`<a href="mailto:${address}">${address}</a>` : address);
const phone = (number: string): unknown => (/^[+\d][\d\s.()-]+$/.test(number) ? html`<a href="tel:${number.replaceAll(/[^+\d]/g, '')}">${number}</a>` : number);

/** A fact, when it is said. */
const fact = (term: string, value: unknown): unknown => (value === undefined || value === '' || value === nothing ? nothing : html`<div><dt>${term}</dt><dd>${value}</dd></div>`);
const list = (values: readonly string[] | undefined): string | undefined => (values && values.length > 0 ? values.join(', ') : undefined);

/** A number that cannot be right, for whoever can mend it. */
const siretDoubt = (siret: string | undefined, { words: { t }, editable }: ViewContext): unknown => (!editable || siret === undefined || isSiret(siretDigits(siret)) ? nothing : html`<p class="error">${t('siretDoubt', { siret })}</p>`);
/** A place may be told by the number of an association instead, and zeros say that nobody knows. */
const siretOf = ({ pivot = '' }: Place): string | undefined => (/^(?!0+$)\d{14}$/.test(siretDigits(pivot)) ? pivot : undefined);

function renderPlace(place: Place, context: ViewContext): unknown {
  const { words: { t }, work, editable } = context;
  const address = [place.adresse, place.complement_adresse, [place.code_postal, place.commune ?? work.communeName(place.code_insee)].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return html`<li><strong>${place.nom}</strong>
    <dl class="facts">${fact(t('f_adresse'), address)}${fact(t('f_modalites_acces'), list(place.modalites_acces))}${fact(t('f_horaires'), renderHours(place.horaires, context.words))}${fact(t('f_telephone'), place.telephone === undefined ? undefined : phone(place.telephone))}
      ${fact(t('f_courriels'), place.courriels?.map((each, at) => html`${at > 0 ? ', ' : ''}${mail(each)}`))}${fact(t('f_site_web'), place.site_web?.map((each, at) => html`${at > 0 ? ', ' : ''}${outside(each)}`))}
      ${fact(t('f_services'), list(place.services))}${fact(t('f_publics_specifiquement_adresses'), list(place.publics_specifiquement_adresses))}${fact(t('f_prise_en_charge_specifique'), list(place.prise_en_charge_specifique))}${fact(t('f_modalites_accompagnement'), list(place.modalites_accompagnement))}
      ${fact(t('f_frais_a_charge'), list(place.frais_a_charge))}${fact(t('f_dispositif_programmes_nationaux'), list(place.dispositif_programmes_nationaux))}
      ${fact(t('f_formations_labels'), list(place.formations_labels))}${fact(t('f_autres_formations_labels'), list(place.autres_formations_labels))}${fact(t('f_typologie'), list(place.typologie))}${fact(t('f_itinerance'), list(place.itinerance))}
      ${fact(t('f_presentation_resume'), place.presentation_resume)}${fact(t('f_presentation_detail'), place.presentation_detail)}${fact(t('f_fiche_acces_libre'), place.fiche_acces_libre === undefined ? undefined : outside(place.fiche_acces_libre))}
      ${fact(t('f_prise_rdv'), place.prise_rdv === undefined ? undefined : outside(place.prise_rdv))}${fact(t('f_date_maj'), dayText(place.date_maj, context))}${fact(t('f_source'), place.source)}${place.latitude === undefined ? fact(t('position'), t('noPosition')) : nothing}</dl>
    ${siretDoubt(siretOf(place), context)}${editable ? editButtons('place', place.id, place.nom, context) : nothing}</li>`;
}

function renderLink(link: Link, { actor: { id } }: ActorEntry, context: ViewContext): unknown {
  const { work, words: { t, linkKind, status, frequency }, editable, openActor } = context;
  const other = linkEnd(link, id);
  const name = work.index.get(other)?.actor.name ?? '';
  const facts = [t(link.source === id ? 'goesTo' : 'comesFrom'), link.since === undefined ? '' : t('since', { day: link.since }), link.frequency === undefined ? '' : frequency(link.frequency), link.note].filter(Boolean).join(' · ');
  return html`<li><span class="row"><span class="tag ${link.status === 'existant' ? 'ok' : link.status === 'souhaite' ? 'warn' : 'unknown'}">${status(link.status)}</span><span>${linkKind(link.kind)}</span></span>
    <button type="button" class="plain" part="button" @click=${() => { openActor(other); }}>${name}</button><span class="soft block">${facts}</span>
    ${editable ? editButtons('link', link.id, name, context) : nothing}</li>`;
}

function editButtons(type: 'place' | 'link', id: string, name: string, context: ViewContext): unknown {
  const { work, words: { t }, focusOn, announce } = context;
  const actor = work.selected ?? '';
  return html`<span class="row"><button type="button" class="plain" part="button" aria-label=${t(`edit_${type}`, { name })} @click=${() => {
    work.show({ editing: { type, actor, id } });
    focusOn('[data-focus=form]');
  }}>${t('edit')}</button><button type="button" class="plain" part="button" aria-label=${t(`remove_${type}`, { name })} @click=${() => {
    work.edit(t(`removed_${type}`, { name }), (data) => withoutRecord(data, id));
    announce(t(`removed_${type}`, { name }));
    focusOn('[data-focus=actor]');
  }}>${t('remove')}</button></span>`;
}

function correction({ actor: { name, id } }: ActorEntry, { contact, words: { t } }: ViewContext): string {
  return `mailto:${encodeURIComponent(contact).replace('%40', '@')}?subject=${encodeURIComponent(t('correctionSubject', { name }))}&body=${encodeURIComponent(t('correctionBody', { name, id }))}`;
}

/** `said`: what people say of it. */
export function renderCard(entry: ActorEntry, context: ViewContext, said: unknown): unknown {
  const { work, words: { t, kind }, editable, contact, focusOn, announce } = context;
  const { actor, places, links } = entry;
  const close = (): void => {
    work.show({ selected: undefined });
    focusOn(`[data-actor="${actor.id}"]`, '[data-focus=title]');
  };
  const form = (type: 'place' | 'link'): void => {
    work.show({ editing: { type, actor: actor.id } });
    focusOn('[data-focus=form]');
  };
  const remove = (): void => {
    const what = t('removed_actor', { name: actor.name, places: places.length, links: links.length });
    work.edit(t('removal', { name: actor.name }), (data) => withoutRecord(data, actor.id));
    work.show({ notice: { tone: 'info', text: what } });
    announce(what);
    focusOn('[data-focus=undo]');
  };
  return html`<div class="card" part="actor" @keydown=${(event: KeyboardEvent) => { if (event.key === 'Escape') close(); }}><div class="head"><h4 tabindex="-1" data-focus="actor">${actor.name}</h4><button type="button" class="plain" part="button" @click=${close}>${t('close')}</button></div>
    <p class="row"><span class="tag">${kind(actor.kind)}</span>${actor.commune === undefined ? nothing : html`<span>${work.communeName(actor.commune)}</span>`}</p>
    <dl class="facts">${fact(t('f_email'), actor.email === undefined ? undefined : mail(actor.email))}${fact(t('f_phone'), actor.phone === undefined ? undefined : phone(actor.phone))}${fact(t('f_url'), actor.url === undefined ? undefined : outside(actor.url))}
      ${fact(t('f_siret'), actor.siret)}${fact(t('f_publics'), list(actor.publics))}${fact(t('f_note'), actor.note)}</dl>${siretDoubt(actor.siret, context)}
    <h5>${t('itsLinks', { count: links.length })}</h5>${links.length === 0 ? html`<p class="soft">${t('noLink')}</p>` : html`<ul class="sides">${links.map((link) => renderLink(link, entry, context))}</ul>`}
    ${editable ? html`<button type="button" class="secondary" part="button" @click=${() => { form('link'); }}>${t('addLink')}</button>` : nothing}
    <h5>${t('itsPlaces', { count: places.length })}</h5>${places.length === 0 ? html`<p class="soft">${t('noPlace')}</p>` : html`<ul class="sides">${places.map((place) => renderPlace(place, context))}</ul>`}
    ${editable ? html`<button type="button" class="secondary" part="button" @click=${() => { form('place'); }}>${t('addPlace')}</button>` : nothing}
    ${renderHistory(actor, context)}${said}
    ${editable ? html`<div class="row"><button type="button" class="secondary" part="button" @click=${() => { work.show({ editing: { type: 'actor', id: actor.id } }); focusOn('#f-name'); }}>${t('edit_actor')}</button>
        <button type="button" class="plain" part="button" @click=${remove}>${t('remove_actor')}</button></div>`
      : html`${context.corrections === '' ? nothing : renderCorrection(entry, context)}${contact === '' ? nothing : html`<p><a href=${correction(entry, context)}>${t(context.corrections === '' ? 'correct' : 'correctByMail')}</a></p>`}`}</div>`;
}

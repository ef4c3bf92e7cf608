/** The hub's conversation with a commune: a guide, notes by axis, what it can do, what it needs, when to meet again. */
import { CAPACITIES, needsOf, withInterview } from '@assembleurs/commons/assessment';
import { html, nothing } from 'lit';
import { formText } from '../internal/form-text.ts';
import type { ViewContext } from './context.ts';
import { draftIn } from './parts.ts';

const RANKS = 3;

function renderNeeds(context: ViewContext): unknown {
  const { work, words: { t }, say, readonly } = context;
  const chosen = work.assessment.interview.needs;
  const proposed = chosen ?? needsOf(work.assessment).slice(0, RANKS);
  const set = (rank: number, code: string): void => {
    // A need that moves up leaves its place.
    const next = Array.from({ length: Math.max(RANKS, proposed.length) }, (_, at) => (at === rank ? code : proposed[at] === code ? '' : (proposed[at] ?? '')));
    work.edit((now) => withInterview(now, { needs: next.filter((each) => each !== '') }));
  };
  return html`<fieldset><legend>${t('needs')}</legend><p class="soft">${t(chosen === null && proposed.length > 0 ? 'needsFromSurvey' : 'needsHelp')}</p>
    ${Array.from({ length: RANKS }, (_, rank) => html`<div><label for="need-${rank}">${t('needNumber', { number: rank + 1 })}</label>
      <select class="input" id="need-${rank}" ?disabled=${readonly} @change=${({ target }: Event) => { set(rank, (target as HTMLSelectElement).value); }}><option value="" .selected=${proposed[rank] === undefined}>${t('noNeed')}</option>
        ${work.grid.needs.map(({ id, name }) => html`<option value=${id} .selected=${proposed[rank] === id}>${say(name)}</option>`)}</select></div>`)}</fieldset>`;
}

function renderAppointments(context: ViewContext): unknown {
  const { work, words: { t, day }, readonly, focusOn } = context;
  const { appointments } = work.assessment.interview;
  const draft = draftIn(work, 'appointment');
  const add = (event: Event): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const date = formText(form, 'date');
    const about = formText(form, 'about');
    if (date === '' && about === '') return;
    draft.forget();
    work.edit((now) => withInterview(now, { appointments: [...now.interview.appointments, { date, about }].sort((a, b) => a.date.localeCompare(b.date)) }));
    focusOn('#appointment-date');
  };
  const remove = (at: number): void => {
    work.edit((now) => withInterview(now, { appointments: now.interview.appointments.filter((_, index) => index !== at) }));
    focusOn('#appointment-date');
  };
  return html`<section class="card" aria-labelledby="appointments-title"><h4 id="appointments-title">${t('appointments')}</h4>
    ${appointments.length === 0 ? nothing : html`<ul class="sides">${appointments.map(({ date, about }, at) => html`<li class="row"><span>${[date && day(date), about].filter(Boolean).join(' – ')}</span>
      ${readonly ? nothing : html`<button type="button" class="plain" part="button" aria-label=${t('removeAppointment', { name: about || day(date) })} @click=${() => { remove(at); }}>${t('remove')}</button>`}</li>`)}</ul>`}
    ${readonly ? nothing : html`<form class="row end" @submit=${add} @input=${draft.typed}><div><label for="appointment-date">${t('appointmentDate')}</label><input class="input" id="appointment-date" name="date" type="date" .value=${draft.value('date')}></div>
      <div class="grow"><label for="appointment-about">${t('appointmentAbout')}</label><input class="input" id="appointment-about" name="about" maxlength="1000" .value=${draft.value('about')}></div><button type="submit" class="secondary" part="button">${t('addAppointment')}</button></form>`}</section>`;
}

export function renderInterview(context: ViewContext): unknown {
  const { work, words: { t }, say, readonly } = context;
  const { interview } = work.assessment;
  const note = (id: string, value: string): void => { work.edit((now) => withInterview(now, { notes: { ...now.interview.notes, [id]: value } })); };
  return html`<div class="view"><p>${t('interviewHelp')}</p>
    <div class="narrow"><label for="interview-date">${t('interviewDate')}</label><input class="input" id="interview-date" type="date" ?readonly=${readonly} .value=${interview.date} @change=${({ target }: Event) => { work.edit((now) => withInterview(now, { date: (target as HTMLInputElement).value })); }}></div>
    ${work.axes.map(({ axis }) => html`<section class="card" aria-labelledby="guide-${axis.id}"><h4 id="guide-${axis.id}">${say(axis.name)}</h4>
      ${axis.interview.length === 0 ? nothing : html`<ul class="guide">${axis.interview.map((question) => html`<li>${say(question)}</li>`)}</ul>`}
      <label for="notes-${axis.id}">${t('notes')}</label><textarea class="input" id="notes-${axis.id}" rows="3" maxlength="20000" ?readonly=${readonly} .value=${interview.notes[axis.id] ?? ''} @input=${({ target }: Event) => { note(axis.id, (target as HTMLTextAreaElement).value); }}></textarea></section>`)}
    <fieldset><legend>${t('capacity')}</legend>${CAPACITIES.map((each) => html`<div><label for="capacity-${each}">${t(`capacity_${each}`)}</label>
      <textarea class="input short" id="capacity-${each}" rows="2" maxlength="5000" ?readonly=${readonly} .value=${interview.capacity[each]} @input=${({ target }: Event) => { work.edit((now) => withInterview(now, { capacity: { ...now.interview.capacity, [each]: (target as HTMLTextAreaElement).value } })); }}></textarea></div>`)}</fieldset>
    ${renderNeeds(context)}${renderAppointments(context)}
  </div>`;
}

/** What the hub's page shows for a state. */
import { isFictitious } from '@assembleurs/commons/content/demo-answers';
import { definitionVersion } from '@assembleurs/commons/survey/definition';
import { STRATA, plainName, stratumLabel } from '@assembleurs/commons/territory';
import { mel } from '@assembleurs/commons/territory/mel';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Answer } from './api.ts';
import { answerTemplate, communeName } from './answer.ts';
import { counted, locale, longMoment, moment, text, time } from './messages.ts';
import type { Actions, State } from './state.ts';

/** How many fictitious answers one click adds. */
export const DEMO_COUNT = 12;

const territory = mel();

export function pageTemplate(state: State, actions: Actions): TemplateResult {
  return html`
    <header class="head">
      <div>
        <h1>${text('title')}</h1>
        <p class="soft">${text('lead')}</p>
      </div>
      ${state.token === undefined ? nothing : html`<button class="plain" @click=${actions.forget}>${text('token.forget')}</button>`}
    </header>
    <div role="status" class="notices">${state.notice ? noticeTemplate(state.notice) : nothing}</div>
    ${state.token === undefined ? tokenTemplate(state, actions) : hubTemplate(state, actions)}
  `;
}

const noticeTemplate = ({ kind, text: words }: NonNullable<State['notice']>): TemplateResult =>
  html`<p class="notice ${kind}"><span aria-hidden="true">${kind === 'done' ? '✓' : '▲'}</span>${words}</p>`;

function tokenTemplate({ tokenProblem }: State, actions: Actions): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const token = new FormData(event.currentTarget as HTMLFormElement).get('token');
    actions.open(typeof token === 'string' ? token.trim() : '');
  };
  return html`<section class="panel narrow">
    <h2>${text('token.title')}</h2>
    <p id="token-help" class="soft">${text('token.help')}</p>
    <form @submit=${submit} novalidate>
      <label for="token">${text('token.label')}</label>
      <input id="token" name="token" type="password" autocomplete="off" spellcheck="false"
        aria-describedby="token-help token-problem" aria-invalid=${tokenProblem ? 'true' : 'false'} />
      <p id="token-problem" class="err" role="alert">${tokenProblem ? html`<span aria-hidden="true">▲</span>${text(`token.${tokenProblem}`)}` : nothing}</p>
      <button class="primary">${text('token.open')}</button>
    </form>
  </section>`;
}

function hubTemplate(state: State, actions: Actions): TemplateResult {
  return html`${connectionTemplate(state, actions)} ${state.loaded
    ? html`${state.answers.length === 0 ? emptyTemplate(state, actions) : html`${countTemplate(state)}${listTemplate(state, actions)}`}`
    : html`<section class="panel" aria-busy="true"><p class="soft">${text('loading')}</p></section>`}
  ${state.dialog ? dialogTemplate(state.dialog, state, actions) : nothing}`;
}

function connectionTemplate({ connection, checkedAt, loaded }: State, actions: Actions): TemplateResult | typeof nothing {
  const at = checkedAt ? time(checkedAt) : '–';
  if (connection === 'live') {
    return loaded ? html`<p class="status"><i class="dot"></i>${text('checked', { time: at })}</p>` : nothing;
  }
  return html`<div class="status trouble" role="alert">
    <p><i class="dot"></i>${connection === 'offline' ? text('offline', { time: at }) : text('unreachable')}</p>
    <button class="secondary" @click=${actions.retry}>${text('retry')}</button>
  </div>`;
}

const addButton = ({ adding }: State, actions: Actions, kind: string): TemplateResult =>
  html`<button class=${kind} ?disabled=${adding !== undefined} @click=${actions.add}>
    ${adding ? text('adding', { done: adding.done, count: adding.count }) : text('add', { count: DEMO_COUNT })}
  </button>`;

function emptyTemplate(state: State, actions: Actions): TemplateResult {
  return html`<section class="empty">
    <h2>${text('empty.title')}</h2>
    <p>${text('empty.text')}</p>
    <div class="row">${addButton(state, actions, 'primary')}<a class="button secondary" href="/commune/">${text('empty.survey')}</a></div>
  </section>`;
}

function countTemplate({ answers }: State): TemplateResult {
  const answered = new Set(answers.map(({ commune }) => commune).filter((code) => code !== null && territory.byCode(code)));
  const { communes } = territory;
  const missing = communes.filter(({ code }) => !answered.has(code));
  return html`<section class="panel">
    <h2 id="count">${text('count', { communes: answered.size, total: communes.length })}</h2>
    <p class="soft">${counted('count.answers', answers.length)}</p>
    <progress max=${communes.length} value=${answered.size} aria-label=${text('progress')}></progress>
    <h3 class="soft">${text('strata')}</h3>
    <ul class="strata">
      ${STRATA.map(({ id }) => {
        const within = communes.filter(({ code }) => territory.stratumOf(code) === id);
        const done = within.filter(({ code }) => answered.has(code)).length;
        return html`<li>
          <span>${stratumLabel(id, locale)}</span>
          <progress max=${within.length} value=${done} aria-label=${stratumLabel(id, locale)}></progress>
          <strong>${text('strata.line', { answered: done, total: within.length })}</strong>
        </li>`;
      })}
    </ul>
    ${missing.length === 0
      ? nothing
      : html`<details><summary>${text('missing', { count: missing.length })}</summary><ul class="names">${missing.map(({ name }) => html`<li>${name}</li>`)}</ul></details>`}
  </section>`;
}

function ordered({ answers, filter, sort }: State): readonly Answer[] {
  const wanted = plainName(filter);
  const kept = answers.filter(({ commune }) => plainName(communeName(commune)).includes(wanted));
  return sort === 'name'
    ? kept.toSorted((a, b) => communeName(a.commune).localeCompare(communeName(b.commune), locale) || b.receivedAt.localeCompare(a.receivedAt))
    : kept.toReversed(); // they come in the order of arrival
}

function listTemplate(state: State, actions: Actions): TemplateResult {
  const rows = ordered(state);
  const save = (format: 'csv' | 'xlsx' | 'json', values: 'labels' | 'codes' = 'labels') => (): void => { actions.save(format, values); };
  return html`<section class="panel">
    <div class="tools">
      <label>${text('filter')}
        <input type="search" .value=${state.filter} @input=${(event: InputEvent) => { actions.change({ filter: (event.target as HTMLInputElement).value }); }} />
      </label>
      <label>${text('sort')}
        <select @change=${(event: Event) => { actions.change({ sort: (event.target as HTMLSelectElement).value as State['sort'] }); }}>
          <option value="time" ?selected=${state.sort === 'time'}>${text('sort.time')}</option>
          <option value="name" ?selected=${state.sort === 'name'}>${text('sort.name')}</option>
        </select>
      </label>
      <div class="row" role="group" aria-label=${text('export')}>
        <span class="label" aria-hidden="true">${text('export')}</span>
        <button class="secondary" @click=${save('csv')}>${text('export.csv')}</button>
        <button class="secondary" @click=${save('xlsx')}>${text('export.xlsx')}</button>
        <button class="secondary" @click=${save('json')}>${text('export.json')}</button>
        <button class="plain" @click=${save('csv', 'codes')}>${text('export.csvCodes')}</button>
      </div>
    </div>
    ${rows.length === 0
      ? html`<p>${text('filter.none', { text: state.filter })}</p>`
      : html`<table class="answers">
          <thead><tr>
            <th scope="col">${text('column.commune')}</th><th scope="col">${text('column.received')}</th>
            <th scope="col">${text('column.pilot')}</th><th scope="col">${text('column.receipt')}</th><th scope="col">${text('column.actions')}</th>
          </tr></thead>
          <tbody>${repeat(rows, ({ id }) => id, (answer) => rowTemplate(answer, state, actions))}</tbody>
        </table>`}
    <div class="row end">${addButton(state, actions, 'plain')}</div>
  </section>`;
}

function pilotText(answer: Answer, { definition }: State): string {
  const question = definition?.pages.flatMap(({ elements }) => elements).find(({ name }) => name === 'pilote');
  const choice = question?.choices?.find((item) => typeof item === 'object' && item.value === answer.answers['pilote']);
  const words = typeof choice === 'object' ? choice.text : undefined;
  // The first words say it: “Peut-être, nous voulons en savoir plus”.
  return (typeof words === 'object' ? (words[locale] ?? '') : (words ?? '')).split(',')[0] ?? '';
}

function rowTemplate(answer: Answer, state: State, actions: Actions): TemplateResult {
  const commune = communeName(answer.commune);
  const population = answer.commune === null ? undefined : territory.byCode(answer.commune)?.population;
  return html`<tr>
    <th scope="row">${commune}${isFictitious(answer.answers) ? html` <span class="tag unk">${text('fictitious')}</span>` : nothing}
      ${population === undefined ? nothing : html`<small class="soft">${text('inhabitants', { count: population })}</small>`}</th>
    <td data-label=${text('column.received')}><time datetime=${answer.receivedAt}>${moment(new Date(answer.receivedAt))}</time></td>
    <td data-label=${text('column.pilot')}>${pilotText(answer, state) || '–'}</td>
    <td data-label=${text('column.receipt')}><code>${answer.receipt}</code></td>
    <td class="actions">
      <button class="secondary" aria-label=${text('read.of', { commune })} @click=${() => { actions.show({ kind: 'read', answer }); }}>${text('read')}</button>
      <button class="plain bad" aria-label=${text('delete.of', { commune })} @click=${() => { actions.show({ kind: 'delete', answer }); }}>${text('delete')}</button>
    </td>
  </tr>`;
}

function dialogTemplate({ kind, answer }: NonNullable<State['dialog']>, { definition }: State, actions: Actions): TemplateResult {
  const commune = communeName(answer.commune);
  const close = (): void => { actions.show(undefined); };
  const body = kind === 'read' ? readTemplate(answer, definition) : html`<p>${text('delete.text', { commune, receipt: answer.receipt })}</p>`;
  return html`<dialog class=${kind} aria-labelledby="dialog-title" @close=${close}>
    <h2 id="dialog-title">${kind === 'read' ? commune : text('delete.title')}</h2>
    ${body}
    <div class="row end">
      ${kind === 'delete' ? html`<button class="danger" @click=${() => { actions.erase(answer); }}>${text('delete.confirm')}</button>` : nothing}
      <button class="secondary" @click=${close} autofocus>${text(kind === 'delete' ? 'cancel' : 'close')}</button>
    </div>
  </dialog>`;
}

function readTemplate(answer: Answer, definition: State['definition']): TemplateResult {
  const { receivedAt, receipt, definitionVersion: version, startedAt, completedAt } = answer;
  const minutes = startedAt !== null && completedAt !== null ? Math.round((Date.parse(completedAt) - Date.parse(startedAt)) / 60_000) : 0;
  return html`<p class="soft">
      ${text('answer.meta', { date: longMoment(new Date(receivedAt)), receipt, version })}
      ${minutes > 0 ? counted('answer.duration', minutes) : nothing}
    </p>
    ${definition && definitionVersion(definition) !== version ? html`<p class="notice failed">${text('answer.version')}</p>` : nothing}
    ${answerTemplate(answer, definition)}`;
}

/** Stakeholders, what follows the strategy's course, how what is learnt is shared. */
import { inOrder, type Line, newStakeholder, ROLES, type Role, type Stakeholder, type Strategy, withoutStakeholder, withStakeholder } from '@assembleurs/commons/strategy';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { renderComments } from './comments-view.ts';
import type { StrategyContext } from './context.ts';
import { renderInline } from './inline-field.ts';
import { removeSign } from './signs.ts';

const COLUMNS = ['who', 'why', 'how', 'when', 'validates'] as const;

function renderPerson(person: Stakeholder, columns: readonly string[], { words: { t, day }, readonly, opens, open }: StrategyContext): unknown {
  const { id, name, why, how, when, validates } = person;
  const button = `person ${id}`;
  return html`<tr><th scope="row" data-label=${t('who')}>${!opens ? name : html`<button type="button" class="cell" part="cell" data-open=${button} aria-label=${readonly ? t('detailsOf', { text: name }) : t('editPerson', { name })} @click=${() => { open(id, `[data-open="${button}"]`); }}>${name}</button>`}</th>
    <td data-label=${t('why')} class="said">${why}</td><td data-label=${t('how')} class="said">${how}</td><td data-label=${t('when')} class="said">${when}</td>
    ${!columns.includes('validates') ? nothing : html`<td data-label=${t('validates')}>${validates.length === 0 ? nothing : html`<ul class="loose">${validates.map(({ what, on }) => html`<li>${what} <span class="tag ${on === undefined ? 'unknown' : 'ok'}">${on === undefined ? t('toValidate') : t('validatedOn', { date: day(on) })}</span></li>`)}</ul>`}</td>`}</tr>`;
}

function renderRole(role: Role, context: StrategyContext): unknown {
  const { words: { t, names }, strategy, readonly, newId } = context;
  const people = inOrder<Stakeholder>(strategy.stakeholders).filter((each) => each.role === role);
  // Whom it is shared with validates nothing, unless someone wrote that they do.
  const columns = COLUMNS.filter((key) => key !== 'validates' || role === 'design' || people.some(({ validates }) => validates.length > 0));
  const add = (): void => {
    const person = newStakeholder({ id: newId(), role, name: t('organisation'), at: Math.max(-1, ...people.map(({ at }) => at)) + 1 });
    context.edit(withStakeholder(strategy, person), { said: t('personAdded', { name: person.name }) });
    context.open(person.id, `[data-focus="add ${role}"]`);
    context.focusOn('[data-focus=name]');
  };
  return html`<section><h3 id="role-${role}">${names.roles[role]}</h3>
    ${people.length === 0 ? html`<p class="soft">${t('nobody')}</p>` : html`<div class="scroll" role="region" tabindex="0" aria-labelledby="role-${role}"><table class="wide people"><thead><tr>${columns.map((key) => html`<th scope="col">${t(key)}</th>`)}</tr></thead>
      <tbody>${repeat(people, ({ id }) => id, (person) => renderPerson(person, columns, context))}</tbody></table></div>`}
    ${readonly ? nothing : html`<button type="button" class="plain small add" part="button" data-focus="add ${role}" @click=${add}>+ ${t('addPerson')}</button>`}</section>`;
}

function renderLines(key: 'tools' | 'sharing', context: StrategyContext): unknown {
  const { words: { t }, strategy, readonly, looking, look, focusOn, newId } = context;
  const title = t(key === 'tools' ? 'followUp' : 'sharing');
  const put = (lines: readonly Line[], said: string): boolean => context.edit({ ...strategy, [key]: [...lines] } satisfies Strategy, { said });
  const lines = strategy[key];
  const field = (name: string, label: string, text: string, keep: (text: string) => boolean): unknown => (looking.field === name ? renderInline({
    key: name, label, text, keep, close: (how) => { look({ field: '' }); if (how !== 'leave') focusOn(`[data-cell="${name}"]`); },
  }, context) : html`<button type="button" class=${text === '' ? 'plain small add' : 'cell'} part="button" data-cell=${name} @click=${() => { look({ field: name }); focusOn('[data-editor]'); }}>${text === '' ? `+ ${label}` : text}</button>`);
  return html`<section><h3>${title}</h3><ul class="items">${repeat(lines, ({ id }) => id, (line) => html`<li>${readonly ? line.text : html`${field(`${key} ${line.id}`, title, line.text, (text) => text === '' || put(lines.map((each) => (each.id === line.id ? { ...line, text } : each)), t('changed', { text })))}
    <button type="button" class="icon" part="button" title=${t('remove')} aria-label=${t('removeLine', { text: line.text })} @click=${() => { put(lines.filter(({ id }) => id !== line.id), t('removed', { text: line.text })); focusOn(`[data-cell="${key} new"]`); }}>${removeSign}</button>`}</li>`)}</ul>
    ${readonly ? (lines.length === 0 ? html`<p class="soft">${t('none')}</p>` : nothing) : field(`${key} new`, t('newLine'), '', (text) => put([...lines, { id: newId(), text }], t('added', { text })))}</section>`;
}

export const renderPeople = (context: StrategyContext): unknown =>
  html`<div class="stack" part="stakeholders"><p>${context.words.t('peopleHelp')}</p>${ROLES.map((role) => renderRole(role, context))}<div class="halves">${renderLines('tools', context)}${renderLines('sharing', context)}</div></div>`;

export function renderPersonSheet(person: Stakeholder, context: StrategyContext): unknown {
  const { words: { t, names }, strategy, readonly, newId, drafts } = context;
  const patch = (part: Partial<Stakeholder>, field = ''): void => { context.edit(withStakeholder(strategy, { ...person, ...part }), field ? { field: `${person.id} ${field}` } : {}); };
  const value = (event: Event): string => (event.currentTarget as HTMLInputElement).value.trim();
  const long = (field: 'why' | 'how' | 'when'): unknown => html`<label class="field"><span>${t(field)}</span><textarea class="input short" part="field" maxlength="2000" ?readonly=${readonly} .value=${person[field]} @change=${(event: Event) => { patch({ [field]: value(event) }, field); }}></textarea></label>`;
  const rename = (event: Event): void => {
    const field = event.currentTarget as HTMLInputElement;
    if (value(event) === '') {
      field.value = person.name;
      context.say(t('nameNeeded'));
    } else patch({ name: value(event) }, 'name');
  };
  const validation = (at: number, part: Readonly<{ what?: string; on?: string | undefined }>): void => {
    patch({ validates: person.validates.map((each, place) => {
      if (place !== at) return each;
      const { on, ...rest } = { ...each, ...part };
      return on === undefined ? rest : { ...rest, on };
    }) });
  };
  const dated = (at: number) => (event: Event): void => {
    const field = event.currentTarget as HTMLInputElement;
    if (field.validity.badInput) context.say(t('notADay'));
    else validation(at, { on: field.value || undefined });
  };
  const remove = (): void => {
    context.open(undefined);
    context.edit(withoutStakeholder(strategy, person.id), { said: t('removed', { text: person.name }) });
    context.focusOn('[data-focus=undo]');
  };
  return html`<section class="sheet" part="sheet" aria-labelledby="sheet"><button type="button" class="plain" part="button" @click=${() => { context.open(undefined); }}>← ${t('back')}</button>
    <h3 id="sheet" tabindex="-1" data-focus="sheet">${person.name}</h3>
    <label class="field"><span>${t('organisation')}</span><span class="soft">${t('organisationHelp')}</span><input class="input" part="field" data-focus="name" maxlength="500" autocomplete="off" ?readonly=${readonly} .value=${person.name} @focus=${(event: Event) => { if (person.name === t('organisation')) (event.currentTarget as HTMLInputElement).select(); }} @change=${rename}></label>
    <label class="field"><span>${t('role')}</span><select class="input" part="field" ?disabled=${readonly} @change=${(event: Event) => { patch({ role: value(event) as Role }); }}>${ROLES.map((role) => html`<option value=${role} ?selected=${person.role === role}>${names.roles[role]}</option>`)}</select></label>
    ${long('why')}${long('how')}${long('when')}
    <fieldset><legend>${t('validates')}</legend>${person.validates.length === 0 ? html`<p class="soft">${t('none')}</p>` : html`<ul class="rows">${repeat(person.validates, ({ id }) => id, ({ id, what, on }, at) => html`<li>
      <label class="field grow"><span>${t('validationWhat')}</span><input class="input" part="field" maxlength="500" autocomplete="off" ?readonly=${readonly} .value=${what} @change=${(event: Event) => { validation(at, { what: value(event) || what }); }}></label>
      <label class="field"><span>${t('validationOn')}</span><input class="input" part="field" type="date" ?readonly=${readonly} .value=${on ?? ''} @change=${dated(at)}></label>
      ${readonly ? nothing : html`<button type="button" class="plain" part="button" aria-label=${t('removeNamed', { text: what })} @click=${() => { patch({ validates: person.validates.filter((each) => each.id !== id) }); context.focusOn('[data-focus=add-validation]'); }}>${t('remove')}</button>`}</li>`)}</ul>`}
      ${readonly ? nothing : html`<form class="row" @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const what = (drafts.get('validation') ?? '').trim();
        if (what === '') return;
        drafts.delete('validation');
        patch({ validates: [...person.validates, { id: newId(), what }] });
      }}><label class="field grow"><span>${t('addValidation')}</span><input class="input" part="field" data-focus="add-validation" maxlength="500" autocomplete="off" .value=${live(drafts.get('validation') ?? '')} @input=${(event: Event) => { drafts.set('validation', (event.currentTarget as HTMLInputElement).value); }}></label><button type="submit" class="secondary" part="button">${t('save')}</button></form>`}</fieldset>
    ${readonly ? nothing : html`<button type="button" class="secondary" part="button" aria-label=${t('removeNamed', { text: person.name })} @click=${remove}>${t('remove')}</button>`}
    ${renderComments(person, context)}</section>`;
}

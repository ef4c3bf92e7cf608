/** Who we are, who answers, how far we go. */
import { withRespondent, withoutRespondent } from '@assembleurs/commons/assessment';
import { plainName } from '@assembleurs/commons/territory/search';
import { html, nothing } from 'lit';
import type { ViewContext } from './context.ts';
import { draftIn, fileButton, personName } from './parts.ts';

function renderTerritory(context: ViewContext): unknown {
  const { work, words: { t, number }, communes } = context;
  const { name, population, code } = work.assessment.territory;
  const setName = (value: string): void => {
    const typed = value.trim();
    const plain = plainName(typed);
    const known = communes?.find((each) => plainName(each.name) === plain || each.code === typed);
    work.edit((now) => ({ ...now, territory: known ? { code: known.code, name: known.name, ...(known.population === undefined ? {} : { population: known.population }) } : { ...now.territory, name: typed, code: typed === name ? code : '' } }));
  };
  const draft = draftIn(work, 'territory');
  const wrong = draft.value('population');
  const setPopulation = (value: string): void => {
    const count = value.trim() === '' ? undefined : Number(value.replaceAll(/[\s\u00a0\u202f.]/g, ''));
    draft.forget();
    if (count === undefined || (Number.isFinite(count) && count >= 0)) {
      work.edit((now) => ({ ...now, territory: { ...now.territory, population: count === undefined ? undefined : Math.round(count) } }));
      return;
    }
    // What was typed stays, and what stood before still counts.
    work.drafts.set('territory population', value);
    context.announce(t('populationWrong'));
    context.focusOn('#population');
  };
  return html`<fieldset><legend>${t('territory')}</legend>
    <div class="pair">
      <div><label for="territory">${t('territoryName')}</label>
        <input class="input" id="territory" list="communes" autocomplete="off" .value=${name} @change=${({ target }: Event) => { setName((target as HTMLInputElement).value); }}>
        <datalist id="communes">${communes?.map((each) => html`<option value=${each.name}></option>`)}</datalist></div>
      <div><label for="population">${t('population')}</label>
        <input class="input" id="population" inputmode="numeric" aria-invalid=${String(wrong !== '')} aria-describedby="population-error population-help" .value=${wrong || (population === undefined ? '' : number(population))} @change=${({ target }: Event) => { setPopulation((target as HTMLInputElement).value); }}>
        <p class="error" id="population-error" ?hidden=${wrong === ''}>${t('populationWrong')}</p><p class="soft" id="population-help">${t('populationHelp')}</p></div>
    </div></fieldset>`;
}

/** The workspace around holds several territories' assessments: which one, or a new one. */
function renderChoice({ work, words: { t }, records, turnTo }: ViewContext): unknown {
  const { id } = work.assessment;
  const others = records.filter((each) => each.id !== id);
  if (!work.shared || (others.length === 0 && !work.begun)) return nothing;
  const { name } = work.assessment.territory;
  return html`<div class="who"><label for="which">${t('which')}</label><select class="input" id="which" @change=${({ target }: Event) => { turnTo(records.find((each) => each.id === (target as HTMLSelectElement).value)); }}>
    <option value=${id} .selected=${true}>${name || t('unnamed')}</option>
    ${others.map((each) => html`<option value=${each.id} .selected=${false}>${each.territory.name || t('unnamed')}</option>`)}
    <option value="" .selected=${false}>${t('whichNew')}</option></select></div>`;
}

function renderPeople(context: ViewContext): unknown {
  const { work, words: { t }, say, focusOn } = context;
  const { respondents } = work.assessment;
  const add = (): void => {
    const id = work.nextRespondent();
    work.edit((now) => withRespondent(now, { id, role: '', label: '' }));
    // Whoever is added answers next, from the first axis on.
    work.show({ respondent: id, axis: 0 });
    focusOn(`#role-${id}`);
  };
  const remove = (id: string): void => {
    if (Object.keys(work.assessment.answers[id] ?? {}).length > 0 && work.removing !== id) {
      work.show({ removing: id });
      focusOn('[data-focus=remove-sure]');
      return;
    }
    work.show({ removing: undefined });
    work.edit((now) => withoutRespondent(now, id));
    if (work.respondent === id) work.show({ respondent: work.assessment.respondents[0]?.id ?? '' });
    focusOn('[data-focus=add-person]');
  };
  return html`<fieldset><legend>${t('people')}</legend>
    <p class="soft">${t('peopleHelp')}</p>
    <ul class="people">${respondents.map(({ id, role, label }, at) => html`<li>
      <div><label for="role-${id}">${t('role', { number: at + 1 })}</label>
        <select class="input" id="role-${id}" @change=${({ target }: Event) => { work.edit((now) => withRespondent(now, { id, role: (target as HTMLSelectElement).value, label })); }}>
          <option value="" .selected=${role === ''}>${t('chooseRole')}</option>
          ${work.grid.roles.map((each) => html`<option value=${each.id} .selected=${each.id === role}>${say(each.name)}</option>`)}
        </select></div>
      <div><label for="label-${id}">${t('label')}</label>
        <input class="input" id="label-${id}" .value=${label} maxlength="200" @change=${({ target }: Event) => { work.edit((now) => withRespondent(now, { id, role, label: (target as HTMLInputElement).value.trim() })); }}></div>
      ${respondents.length > 1 ? html`<button type="button" class="plain" part="button" aria-label=${t('removePerson', { name: personName(id, context) })} @click=${() => { remove(id); }}>${t('remove')}</button>` : nothing}
      ${work.removing === id ? html`<div class="sure" role="group" aria-label=${t('removeSure', { name: personName(id, context) })}><p tabindex="-1" data-focus="remove-sure">${t('removeSure', { name: personName(id, context) })}</p>
        <div class="row"><button type="button" class="primary" part="button" @click=${() => { remove(id); }}>${t('removeYes')}</button><button type="button" class="secondary" part="button" @click=${() => { work.show({ removing: undefined }); focusOn('[data-focus=add-person]'); }}>${t('cancel')}</button></div></div>` : nothing}
    </li>`)}</ul>
    <button type="button" class="secondary" part="button" data-focus="add-person" @click=${add}>${t('addPerson')}</button>
  </fieldset>`;
}

function renderScope({ work, words: { t }, say }: ViewContext): unknown {
  const { mode, options } = work.assessment;
  const count = (quick: boolean): number => {
    const now = work.axes;
    return quick ? now.length : work.grid.dimensions.filter(({ id, optional }) => !optional || options.includes(id)).reduce((sum, { criteria, dimensions }) => sum + criteria.length + dimensions.reduce((more, each) => more + each.criteria.length, 0), 0);
  };
  const radio = (value: 'quick' | 'full'): unknown => html`<label class="choice"><input type="radio" name="mode" value=${value} .checked=${mode === value} @change=${() => { work.edit((now) => ({ ...now, mode: value })); }}>
    <span>${t(value === 'quick' ? 'modeQuick' : 'modeFull', { count: count(value === 'quick') })}</span></label>`;
  const optional = work.grid.dimensions.filter((each) => each.optional);
  const toggle = (id: string, taken: boolean): void => { work.edit((now) => ({ ...now, options: taken ? [...now.options, id] : now.options.filter((each) => each !== id) })); };
  return html`<fieldset><legend>${t('mode')}</legend><p class="soft">${t('modeHelp')}</p>${radio('full')}${radio('quick')}</fieldset>
    ${optional.length > 0 ? html`<fieldset><legend>${t('options')}</legend>${optional.map(({ id, name, help }) => html`<label class="choice"><input type="checkbox" .checked=${options.includes(id)} @change=${({ target }: Event) => { toggle(id, (target as HTMLInputElement).checked); }}>
      <span>${say(name)}${help === undefined ? nothing : html`<span class="soft block">${say(help)}</span>`}</span></label>`)}</fieldset>` : nothing}`;
}

function renderSurvey({ work, words: { t }, openSurvey }: ViewContext): unknown {
  const has = Object.keys(work.assessment.survey).length > 0;
  return html`<section class="card" aria-labelledby="survey-title"><h4 id="survey-title">${t('survey')}</h4>
    <p class="soft">${t(has ? 'surveyThere' : 'surveyHelp')}</p>
    <div class="row">${fileButton(t(has ? 'surveyAnother' : 'surveyOpen'), '.json,application/json', (file) => { void openSurvey(file); })}</div></section>`;
}

export function renderPrepare(context: ViewContext): unknown {
  const { work, words: { t }, focusOn, openFile } = context;
  return html`<div class="view">
    ${renderChoice(context)}${renderTerritory(context)}${renderPeople(context)}${renderScope(context)}${renderSurvey(context)}
    <div class="row">
      <button type="button" class="primary" part="button button-primary" @click=${() => { work.show({ step: 'answer', axis: 0 }); focusOn('[data-focus=title]'); }}>${t('begin')}</button>
      ${fileButton(t('open'), '.json,application/json', (file) => { void openFile(file); })}
    </div>
  </div>`;
}

/** One axis at a time: for each criterion, four sentences to recognise oneself in. */
import { type AnswerValue, type Criterion, isWebAddress, LEVELS, withAnswer, withNote } from '@assembleurs/commons/assessment';
import { html, nothing } from 'lit';
import type { ViewContext } from './context.ts';
import { axisList, personName } from './parts.ts';

function renderNote({ id }: Criterion, { work, words: { t }, readonly }: ViewContext): unknown {
  const { comment = '', evidence = '' } = work.assessment.notes[id] ?? {};
  const set = (part: 'comment' | 'evidence') => ({ target }: Event): void => {
    work.edit((now) => withNote(now, id, { [part]: (target as HTMLInputElement).value }));
  };
  const wrong = evidence.trim() !== '' && !isWebAddress(evidence) && !'https://'.startsWith(evidence.trim());
  return html`<details class="more" ?open=${wrong}><summary>${t(comment || evidence ? 'noteThere' : 'noteAdd')}</summary>
    <div class="fields"><label for="comment-${id}">${t('comment')}</label><textarea class="input" id="comment-${id}" rows="2" maxlength="5000" ?readonly=${readonly} .value=${comment} @input=${set('comment')}></textarea>
      <label for="evidence-${id}">${t('evidence')}</label><input class="input" id="evidence-${id}" inputmode="url" maxlength="2000" placeholder="https://" ?readonly=${readonly} aria-invalid=${String(wrong)} aria-describedby="evidence-${id}-error" .value=${evidence} @input=${set('evidence')}>
      <p class="error" id="evidence-${id}-error" ?hidden=${!wrong}>${t('evidenceWrong')}</p></div></details>`;
}

function renderCriterion(criterion: Criterion, context: ViewContext): unknown {
  const { work, words: { t }, say, readonly } = context;
  const { id } = criterion;
  const share = work.shares.get(id);
  const answer = work.assessment.answers[work.respondent]?.[id];
  if (share?.aside === 'rule') {
    return html`<section class="card criterion"><h4>${say(criterion.name)}</h4><p class="soft">${t('aside', { why: say(criterion.deactivateWhy) })}</p></section>`;
  }
  const set = (value: AnswerValue | undefined): void => { work.edit((now) => withAnswer(now, work.respondent, id, value === undefined ? undefined : { value })); };
  const option = (value: AnswerValue, text: string, small = false): unknown => html`<label class=${small ? 'choice small' : 'choice level'}>
    <input type="radio" name="c-${id}" value=${value} ?disabled=${readonly} .checked=${answer?.value === value} @change=${() => { set(value); }}>
    <span>${typeof value === 'number' ? html`<span class="rank" aria-hidden="true">${value}</span>` : nothing}<span>${text}</span></span></label>`;
  return html`<fieldset class="card criterion" part="criterion" id="criterion-${id}">
    <legend>${say(criterion.question)}</legend>
    ${criterion.help === undefined ? nothing : html`<p class="soft">${say(criterion.help)}</p>`}
    ${answer?.from === undefined ? nothing : html`<p class="from"><span class="tag ${answer.checked ? 'ok' : 'unknown'}">${t(answer.checked ? 'prefilledChecked' : 'prefilled')}</span> ${t(answer.checked ? 'checkedFrom' : 'prefilledFrom', { question: work.surveyTitle(answer.from) })}
      ${answer.checked || readonly ? nothing : html`<button type="button" class="plain" part="button" aria-label=${t('confirmOf', { criterion: say(criterion.name) })} @click=${() => {
        work.edit((now) => withAnswer(now, work.respondent, id, { ...answer, checked: true }));
        context.focusOn(`#criterion-${id} input:checked`);
      }}>${t('confirm')}</button>`}</p>`}
    <div class="levels">${LEVELS.map((level) => option(level, say(criterion.levels[level - 1])))}</div>
    <div class="row">${option('na', t('na'), true)}${option('dk', t('dk'), true)}
      ${answer && !readonly ? html`<button type="button" class="plain" part="button" aria-label=${t('clearAnswerOf', { criterion: say(criterion.name) })} @click=${() => { set(undefined); context.focusOn(`#criterion-${id} input`); }}>${t('clearAnswer')}</button>` : nothing}</div>
    ${criterion.evidence === undefined ? nothing : html`<p class="soft">${t('shownBy')} ${say(criterion.evidence)}</p>`}
    ${renderNote(criterion, context)}
  </fieldset>`;
}

function renderWho(context: ViewContext): unknown {
  const { work, words: { t } } = context;
  const { respondents } = work.assessment;
  if (respondents.length < 2) return nothing;
  return html`<div class="who"><label for="who">${t('whoAnswers')}</label>
    <select class="input" id="who" @change=${({ target }: Event) => { work.show({ respondent: (target as HTMLSelectElement).value, axis: 0 }); context.announce(t('nowAnswers', { name: personName(work.respondent, context) })); }}>
      ${respondents.map(({ id }) => html`<option value=${id} .selected=${id === work.respondent}>${personName(id, context)}</option>`)}</select></div>`;
}

export function renderAnswer(context: ViewContext): unknown {
  const { work, words: { t }, say, focusOn } = context;
  const { axes } = work;
  const at = Math.min(work.axis, axes.length - 1);
  const shown = axes[at];
  if (!shown) return nothing;
  const said = work.assessment.answers[work.respondent] ?? {};
  const go = (axis: number): void => {
    if (axis >= axes.length) work.show({ step: work.assessment.respondents.length > 1 ? 'agree' : 'results', axis: 0 });
    else work.show({ axis });
    focusOn('[data-focus=title]');
  };
  return html`<div class="view">
    ${renderWho(context)}
    ${axisList(context, (criteria) => criteria.filter(({ id }) => said[id]).length)}
    ${shown.axis.help === undefined ? nothing : html`<p class="soft">${say(shown.axis.help)}</p>`}
    ${shown.criteria.map((criterion) => renderCriterion(criterion, context))}
    <div class="row">
      ${at > 0 ? html`<button type="button" class="secondary" part="button" @click=${() => { go(at - 1); }}>${t('previous')}</button>` : nothing}
      <button type="button" class="primary" part="button button-primary" @click=${() => { go(at + 1); }}>${at + 1 < axes.length ? t('next') : work.assessment.respondents.length > 1 ? t('toAgree') : t('toResults')}</button>
      ${at + 1 === axes.length && !context.readonly ? html`<button type="button" class="plain" part="button" @click=${() => { work.show({ step: 'prepare' }); focusOn('[data-focus=add-person]'); }}>${t('anotherPerson')}</button>` : nothing}
    </div>
  </div>`;
}

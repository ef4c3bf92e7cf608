/** What to do next, in an order that can be read, each with its reason; people keep, change, set aside, add. */
import { EFFORTS, type OwnRecommendation, type Suggestion, needsOf, scoreOf, suggestionsFor, withChoice, withOwn, withoutOwn } from '@assembleurs/commons/assessment';
import { whySentences } from '@assembleurs/commons/assessment/formats/report';
import { reportWords } from '@assembleurs/commons/assessment/formats/report-texts';
import { html, nothing } from 'lit';
import { formText } from '../internal/form-text.ts';
import type { ViewContext } from './context.ts';
import { draftIn } from './parts.ts';

/** Shown before "all of them". */
const FIRST = 6;

const FIELDS = ['what', 'why', 'firstStep', 'who'] as const;

function closeForm(id: string, draft: ReturnType<typeof draftIn>, { work, focusOn }: ViewContext, focus = `#advice-${id} h4`): void {
  draft.forget();
  work.show({ editing: new Map([...work.editing].filter(([each]) => each !== id)) });
  focusOn(focus);
}

function renderEdit(suggestion: Suggestion, context: ViewContext): unknown {
  const { work, words: { t }, say } = context;
  const { recommendation, choice } = suggestion;
  const draft = draftIn(work, `edit ${recommendation.id}`);
  const close = (): void => { closeForm(recommendation.id, draft, context); };
  const save = (event: Event): void => {
    event.preventDefault();
    const given = (name: string): string => formText(event.target as HTMLFormElement, name);
    const months = Number(given('delayMonths'));
    const texts = Object.fromEntries(FIELDS.flatMap((name) => (given(name) !== '' && given(name) !== say(recommendation[name]) ? [[name, given(name)]] : [])));
    const edits = { ...texts, ...(months > 0 && months !== recommendation.delayMonths ? { delayMonths: months } : {}) };
    work.edit((now) => withChoice(now, recommendation.id, { ...choice, state: 'kept', ...(Object.keys(edits).length > 0 ? { edits } : { edits: undefined }) }));
    close();
  };
  const { edits } = choice ?? {};
  const { id } = recommendation;
  return html`<form class="fields" @submit=${save} @input=${draft.typed}>
    ${FIELDS.map((name) => html`<label for="edit-${id}-${name}">${t(`field_${name}`)}</label><textarea class="input short" id="edit-${id}-${name}" name=${name} rows="2" maxlength="1000" .value=${draft.value(name, edits?.[name] ?? say(recommendation[name]))}></textarea>`)}
    <label for="edit-${id}-delay">${t('field_delay')}</label><input class="input narrow" id="edit-${id}-delay" name="delayMonths" type="number" min="1" max="120" .value=${draft.value('delayMonths', String(edits?.delayMonths ?? recommendation.delayMonths))}>
    <div class="row"><button type="submit" class="primary" part="button button-primary">${t('saveEdit')}</button><button type="button" class="secondary" part="button" @click=${close}>${t('cancel')}</button></div></form>`;
}

function renderAside({ recommendation, choice }: Suggestion, context: ViewContext): unknown {
  const { work, words: { t } } = context;
  const { id } = recommendation;
  const draft = draftIn(work, `aside ${id}`);
  const save = (event: Event): void => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem('reason') as HTMLTextAreaElement;
    if (field.value.trim() === '') {
      field.setAttribute('aria-invalid', 'true');
      field.form?.querySelector('.error')?.removeAttribute('hidden');
      context.announce(t('reasonNeeded'));
      field.focus();
      return;
    }
    work.edit((now) => withChoice(now, id, { ...choice, state: 'aside', reason: field.value.trim() }));
    context.announce(t('nowAside'));
    closeForm(id, draft, context, '[data-focus=aside]');
  };
  return html`<form class="fields" @submit=${save} @input=${draft.typed}><label for="reason-${id}">${t('reason')}</label><textarea class="input short" id="reason-${id}" name="reason" rows="2" maxlength="2000" required aria-describedby="reason-help-${id}" .value=${draft.value('reason')}></textarea>
    <p class="error" hidden>${t('reasonNeeded')}</p><p class="soft" id="reason-help-${id}">${t('reasonHelp')}</p>
    <div class="row"><button type="submit" class="primary" part="button button-primary" formnovalidate>${t('setAside')}</button><button type="button" class="secondary" part="button" @click=${() => { closeForm(id, draft, context); }}>${t('cancel')}</button></div></form>`;
}

function renderOne(suggestion: Suggestion, context: ViewContext): unknown {
  const { work, words: { t, lang }, say, readonly } = context;
  const { recommendation, why, choice } = suggestion;
  const { id } = recommendation;
  const edits = choice?.edits ?? {};
  const kept = choice?.state === 'kept';
  const editing = work.editing.get(id);
  const keep = (): void => {
    work.edit((now) => withChoice(now, id, kept ? { ...choice, state: 'open' } : { ...choice, state: 'kept' }));
    context.announce(t(kept ? 'nowOpen' : 'nowKept'));
  };
  const open = (as: 'edit' | 'aside', field: string): void => {
    work.show({ editing: new Map([...work.editing, [id, as]]) });
    context.focusOn(field);
  };
  return html`<li class="card advice" part="recommendation" id="advice-${id}">
    <h4 tabindex="-1">${edits.what ?? say(recommendation.what)}</h4>
    <p class="row">${kept ? html`<span class="tag ok">${t('kept')}</span>` : nothing}${kept && choice.action ? html`<span class="tag ok">${t('inPlan')}</span>` : nothing}<span class="tag">${t(`effort_${recommendation.effort}`)}</span><span class="soft">${t('delay', { count: edits.delayMonths ?? recommendation.delayMonths })}</span></p>
    ${editing === 'edit' ? renderEdit(suggestion, context) : editing === 'aside' ? renderAside(suggestion, context) : html`
    ${recommendation.conditions ? html`<p class="soft">${t(why.condition === 'unknown' ? 'conditionUnknown' : 'conditionMet', { condition: say(recommendation.conditions) })}</p>` : nothing}
    <p>${edits.why ?? say(recommendation.why)}</p>
    <dl class="facts"><div><dt>${t('field_firstStep')}</dt><dd>${edits.firstStep ?? say(recommendation.firstStep)}</dd></div><div><dt>${t('field_who')}</dt><dd>${edits.who ?? say(recommendation.who)}</dd></div>
      <div><dt>${t(recommendation.actsOn.kind)}</dt><dd>${say(recommendation.actsOn.text)}</dd></div>
      ${recommendation.resource ? html`<div><dt>${t('resource')}</dt><dd>${recommendation.resource.url ? html`<a href=${recommendation.resource.url} target="_blank" rel="noopener noreferrer">${say(recommendation.resource.text)}</a>` : say(recommendation.resource.text)}</dd></div>` : nothing}</dl>
    <details class="more"><summary>${t('whyShown')}</summary><ul class="plainlist">${whySentences(suggestion, work.grid, reportWords(lang), (text) => say(text as never)).map((sentence) => html`<li>${sentence}</li>`)}<li class="soft">${t('points', { points: why.points })}</li></ul></details>
    ${readonly ? nothing : html`<div class="row"><button type="button" class=${kept ? 'secondary' : 'primary'} part="button" aria-pressed=${String(kept)} @click=${keep}>${t(kept ? 'unkeep' : 'keep')}</button>
      <button type="button" class="plain" part="button" @click=${() => { open('edit', `#edit-${id}-what`); }}>${t('edit')}</button><button type="button" class="plain" part="button" @click=${() => { open('aside', `#reason-${id}`); }}>${t('setAside')}</button></div>`}`}
  </li>`;
}

function renderOwn(context: ViewContext): unknown {
  const { work, words: { t }, readonly } = context;
  const draft = draftIn(work, 'own');
  const add = (event: Event): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = (name: string): string => formText(form, name);
    if (given('what') === '') return;
    const taken = new Set(work.assessment.own.map(({ id }) => id));
    let at = taken.size + 1;
    while (taken.has(`own${String(at)}`)) at += 1;
    const own: OwnRecommendation = { id: `own${String(at)}`, what: given('what'), ...(given('firstStep') ? { firstStep: given('firstStep') } : {}), ...(given('who') ? { who: given('who') } : {}) };
    draft.forget();
    work.edit((now) => withOwn(now, own));
    context.announce(t('ownAdded'));
    context.focusOn('#own-what');
  };
  return html`<section class="card" aria-labelledby="own-title"><h4 id="own-title">${t('own')}</h4>
    ${work.assessment.own.length === 0 ? nothing : html`<ul class="sides">${work.assessment.own.map((own) => html`<li class="row"><span>${own.what}${own.who ? html` <span class="soft">${own.who}</span>` : nothing}</span>
      ${readonly ? nothing : html`<button type="button" class="plain" part="button" aria-label=${t('removeOwn', { name: own.what })} @click=${() => { work.edit((now) => withoutOwn(now, own.id)); context.focusOn('#own-what'); }}>${t('remove')}</button>`}</li>`)}</ul>`}
    ${readonly ? nothing : html`<form class="fields" @submit=${add} @input=${draft.typed}><label for="own-what">${t('field_what')}</label><input class="input" id="own-what" name="what" required maxlength="500" .value=${draft.value('what')}>
      <label for="own-first">${t('field_firstStep')}</label><input class="input" id="own-first" name="firstStep" maxlength="1000" .value=${draft.value('firstStep')}><label for="own-who">${t('field_who')}</label><input class="input" id="own-who" name="who" maxlength="1000" .value=${draft.value('who')}>
      <div class="row"><button type="submit" class="secondary" part="button">${t('ownAdd')}</button></div></form>`}</section>`;
}

export function renderAdvice(context: ViewContext): unknown {
  const { work, words: { t }, say } = context;
  const all = suggestionsFor(work.grid, work.assessment);
  const open = all.filter(({ choice }) => choice?.state !== 'aside');
  const aside = all.filter(({ choice }) => choice?.state === 'aside');
  const shown = work.allAdvice ? open : open.filter(({ choice }, at) => at < FIRST || choice?.state === 'kept');
  const kept = open.filter(({ choice }) => choice?.state === 'kept').length + work.assessment.own.length;
  const needs = needsOf(work.assessment).slice(0, 3);
  const again = (id: string): void => {
    work.edit((now) => withChoice(now, id, undefined));
    context.focusOn(`#advice-${id} h4`);
  };
  return html`<div class="view">
    ${open.length === 0 ? html`<div class="empty"><p>${t(scoreOf(work.grid, work.assessment).answered === 0 ? 'noAdvice' : aside.length > 0 ? 'noAdviceAside' : 'noAdviceLeft')}</p></div>` : html`<p>${t('adviceHelp')}</p>
      <details class="more"><summary>${t('howOrdered')}</summary><p class="soft">${t('howOrderedText', { low: EFFORTS[0] })}</p>
        ${needs.length > 0 ? html`<ol class="sentences">${needs.map((code) => html`<li>${say(work.grid.needs.find(({ id }) => id === code)?.name) || code}</li>`)}</ol>` : html`<p class="soft">${t('noNeeds')}</p>`}</details>
      <ol class="advices">${shown.map((each) => renderOne(each, context))}</ol>
      ${shown.length < open.length ? html`<button type="button" class="secondary" part="button" @click=${() => {
        const next = open.find((each) => !shown.includes(each));
        work.show({ allAdvice: true });
        if (next) context.focusOn(`#advice-${next.recommendation.id} h4`);
      }}>${t('moreAdvice', { count: open.length - shown.length })}</button>` : nothing}`}
    ${aside.length === 0 ? nothing : html`<details class="card more" open><summary data-focus="aside">${t('asideList', { count: aside.length })}</summary><ul class="sides">${aside.map(({ recommendation, choice }) => html`<li class="row"><span>${say(recommendation.what)} <span class="soft">${choice?.reason}</span></span>
      ${context.readonly ? nothing : html`<button type="button" class="plain" part="button" aria-label=${t('takeBackOf', { name: say(recommendation.what) })} @click=${() => { again(recommendation.id); }}>${t('takeBack')}</button>`}</li>`)}</ul></details>`}
    ${renderOwn(context)}
    <section class="card" aria-labelledby="plan-title"><h4 id="plan-title">${t('plan')}</h4><p class="soft">${t(kept === 0 ? 'planNone' : work.shared ? 'planHelpShared' : 'planHelp')}</p>
      ${kept > 0 && !context.readonly ? html`<div class="row"><button type="button" class="primary" part="button button-primary" @click=${context.toActions}>${t('toPlan', { count: kept })}</button></div>` : nothing}</section>
  </div>`;
}

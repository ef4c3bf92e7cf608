/** Questions that lead the person: one at a time, each may be passed. */
import { newStakeholder, type Question, questionName, questionsOf, withStakeholder } from '@assembleurs/commons/strategy';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StrategyContext } from './context.ts';
import type { StrategyKey } from './messages/fr.ts';
import { addText, renderItems } from './nodes-view.ts';

const ASKS: Readonly<Record<Question['key'], StrategyKey>> = {
  objective: 'askObjective', actor: 'askActor', impact: 'askImpact', deliverable: 'askDeliverable', effect: 'askEffect', facilitator: 'askFacilitator', obstacle: 'askObstacle',
  result: 'askResult', activity: 'askActivity', resource: 'askResource', design: 'askDesign', sharing: 'askSharing',
};

function renderAnswers(question: Question, context: StrategyContext): unknown {
  const { words: { t } } = context;
  if (question.answers.length === 0) return html`<p class="soft">${t('questionEmpty')}</p>`;
  if (question.asks === 'people') return html`<ul class="marks">${question.answers.map(({ name }) => html`<li>${name}</li>`)}</ul>`;
  return renderItems(question.answers, { kind: question.key, parent: question.about, place: 'guide' }, context);
}

export function renderGuide(context: StrategyContext): unknown {
  const { words: { t }, strategy, looking, look, readonly, newId, drafts } = context;
  const questions = questionsOf(strategy);
  const at = Math.max(0, questions.findIndex((question) => questionName(question) === looking.question));
  const question = questions[at];
  if (!question) return nothing;
  const field = `answer ${questionName(question)}`;
  const go = (to: Question | undefined): void => {
    if (!to) return;
    look({ question: questionName(to) });
    context.focusOn('[data-focus=question]');
  };
  const answer = (event: SubmitEvent): void => {
    event.preventDefault();
    const text = (drafts.get(field) ?? '').replace(/\s+/g, ' ').trim();
    if (text === '') return;
    drafts.delete(field);
    if (question.asks === 'people') {
      context.edit(withStakeholder(strategy, newStakeholder({ id: newId(), role: question.key, name: text.slice(0, 500), at: strategy.stakeholders.length })), { said: t('added', { text }) });
    } else addText(question.key, question.about, text, context);
    look({ question: questionName(question) });
    context.focusOn('[data-focus=answer]');
  };
  const next = questions[at + 1];
  return html`<section class="guide" part="guide" aria-labelledby="question">
    <p class="soft">${t('questionOf', { at: at + 1, all: questions.length })}</p><progress max=${questions.length} value=${at + 1} aria-label=${t('guide')}></progress>
    <h3 id="question" tabindex="-1" data-focus="question">${t(ASKS[question.key])}</h3>
    ${question.about ? html`<p>${t('aboutWhat', { text: question.about.text })}</p>` : nothing}
    <h4 id="answers">${t('answers')}</h4>${renderAnswers(question, context)}
    ${readonly ? nothing : html`<form class="row" @submit=${answer}><label class="field grow"><span>${t('yourAnswer')}</span><input class="input" part="field" data-focus="answer" maxlength="1000" autocomplete="off" .value=${live(drafts.get(field) ?? '')} @input=${(event: Event) => { drafts.set(field, (event.currentTarget as HTMLInputElement).value); }}></label>
      <button type="submit" class="secondary" part="button">${t('addAnswer')}</button></form>`}
    <div class="row"><button type="button" class="secondary" part="button" ?disabled=${at === 0} @click=${() => { go(questions[at - 1]); }}>${t('previous')}</button>
      ${next ? html`<button type="button" class="primary" part="button button-primary" @click=${() => { go(next); }}>${t('next')}</button>` : html`<span class="soft">${t('lastQuestion')}</span>`}</div></section>`;
}

/** One answer in words: the survey's own session reads it, so that it is shown as it was asked. */
import { createSession } from '@assembleurs/commons/survey';
import type { ElementNode, QuestionNode, SurveyDefinition } from '@assembleurs/commons/survey';
import { mel } from '@assembleurs/commons/territory/mel';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Answer } from './api.ts';
import { locale, text } from './messages.ts';

const territory = mel();

export function communeName(code: string | null): string {
  return (code === null ? undefined : territory.byCode(code)?.name) ?? code ?? text('noCommune');
}

function* questionsOf(elements: readonly ElementNode[]): Generator<QuestionNode> {
  for (const element of elements) {
    if (element.kind === 'question') yield element;
    else yield* questionsOf(element.elements);
  }
}

const inWords = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function valueOf(question: QuestionNode): TemplateResult | string {
  if (question.type === 'asb:commune') return communeName(String(question.value));
  if (question.type === 'matrix') {
    const said = question.matrixRows.filter(({ answer }) => answer !== undefined);
    const label = (answer: unknown): string => question.columns.find(({ value }) => value === answer)?.title ?? inWords(answer);
    return html`<ul>${said.map((row) => html`<li>${row.text}${locale === 'fr' ? '\u00a0' : ''}: <strong>${label(row.answer)}</strong></li>`)}</ul>`;
  }
  if (question.type === 'multipletext') {
    return html`<ul>${question.items.filter(({ empty }) => !empty).map((item) => html`<li>${item.title}${locale === 'fr' ? '\u00a0' : ''}: <strong>${item.displayValue || inWords(item.value)}</strong></li>`)}</ul>`;
  }
  if (Array.isArray(question.value)) {
    const words = (value: unknown): string => question.choices.find((choice) => choice.value === value)?.text ?? inWords(value);
    const items = question.value.map((value: unknown) => html`<li>${value === 'other' && question.comment ? question.comment : words(value)}</li>`);
    return question.type === 'ranking' ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
  }
  if (question.otherSelected && question.comment) return question.comment;
  return question.displayValue || inWords(question.value);
}

export function answerTemplate(answer: Answer, definition: SurveyDefinition | undefined): TemplateResult {
  if (!definition) {
    return html`<p>${text('answer.unavailable')}</p><pre>${JSON.stringify(answer.answers, null, 2)}</pre>`;
  }
  const session = createSession(definition, { answers: answer.answers, locale, readOnly: true });
  const shown = new Set<string>();
  const pages = session.visiblePages.map((page) => {
    const questions = [...questionsOf(page.elements)].filter(({ visible, empty }) => visible && !empty);
    for (const { name } of questions) shown.add(name);
    return questions.length === 0
      ? nothing
      : html`<section><h3>${page.title}</h3><dl>${questions.map((question) => html`<div><dt>${question.title}</dt><dd>${valueOf(question)}</dd></div>`)}</dl></section>`;
  });
  const rest = Object.entries(answer.answers).filter(([name]) => !shown.has(name.replace(/-Comment$/, '')));
  return html`${pages}${rest.length === 0
    ? nothing
    : html`<section><h3>${text('answer.rest')}</h3><dl>${rest.map(([name, value]) => html`<div><dt>${name}</dt><dd>${inWords(value)}</dd></div>`)}</dl></section>`}`;
}

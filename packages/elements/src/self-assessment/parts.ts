/** Small pieces that several views draw. */
import type { AnswerValue, Criterion } from '@assembleurs/commons/assessment';
import { html, nothing } from 'lit';
import type { ViewContext } from './context.ts';
import type { Work } from './work.ts';

export { fileButton } from '../internal/file-button.ts';

/** A form not sent yet: what was typed in it comes back with it. */
export function draftIn({ drafts }: Work, form: string): { value: (name: string, standing?: string) => string; typed: (event: Event) => void; forget: () => void } {
  return {
    value: (name, standing = '') => drafts.get(`${form} ${name}`) ?? standing,
    typed: ({ target }) => {
      const { name, value } = target as HTMLInputElement;
      drafts.set(`${form} ${name}`, value);
    },
    forget: () => { for (const key of [...drafts.keys()]) if (key.startsWith(`${form} `)) drafts.delete(key); },
  };
}

/** The person's role and function, for a list or a table. */
export function personName(id: string, { work, words: { t }, say }: ViewContext): string {
  const at = work.assessment.respondents.findIndex((each) => each.id === id);
  const person = work.assessment.respondents[at];
  const role = work.grid.roles.find((each) => each.id === person?.role);
  const named = [role ? say(role.name) : person?.role, person?.label].filter(Boolean).join(', ');
  return named || t('personNumber', { number: at + 1 });
}

export function valueName(value: AnswerValue | undefined, { words: { t } }: ViewContext): string {
  if (value === undefined) return t('unanswered');
  return typeof value === 'number' ? t('levelShort', { level: value }) : t(value);
}

/** The sentence that a value stands for. */
export const valueSentence = (criterion: Criterion, value: AnswerValue | undefined, { say }: ViewContext): string =>
  typeof value === 'number' ? say(criterion.levels[value - 1]) : '';

/** The axes, and how far each is; one shows at a time. `doneIn` counts what is done among an axis's criteria. */
export function axisList(context: ViewContext, doneIn: (criteria: readonly Criterion[]) => number): unknown {
  const { work, words: { t }, say, focusOn } = context;
  const { axes } = work;
  const at = Math.min(work.axis, axes.length - 1);
  return html`<ol class="axes" aria-label=${t('axes')}>${axes.map(({ axis, criteria }, index) => html`<li><button type="button" class="axis" part="button" aria-current=${index === at ? 'step' : 'false'} @click=${() => {
    work.show({ axis: index });
    focusOn('[data-focus=title]');
  }}><span>${say(axis.name)}</span><span class="soft">${t('doneOf', { done: doneIn(criteria), all: criteria.length })}</span></button></li>`)}</ol>`;
}

/** A bar of 0 to 100 beside its number, which says it all. */
export const bar = (score: number | null): unknown =>
  score === null ? nothing : html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"></rect><rect class="fill" width=${Math.max(1, score)} height="8"></rect></svg>`;

/** Small pieces that several views show. */
import { type Action, daysLate, isLate } from '@assembleurs/commons/plan';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { PlanContext } from './context.ts';
import type { Words } from './words.ts';

/** Told by shape and words, not by colour alone. */
export const statusTag = ({ status }: Action, words: Words): TemplateResult =>
  html`<span class="tag ${{ 'Réalisé': 'ok', 'Abandonné': 'unknown', 'Bloqué': 'bad', 'En retard': 'bad', 'En pause': 'warn', 'En cours': 'going', 'À venir': '', 'A discuter': 'unknown' }[status]}">${words.status(status)}</span>`;

/** Empty when it is on time. */
export const lateText = (action: Action, { words: { t }, today }: PlanContext): string => (isLate(action, today) ? t('lateBy', { count: daysLate(action, today) }) : '');

export const lateTag = (action: Action, context: PlanContext): unknown =>
  isLate(action, context.today) ? html`<span class="late"><span class="mark" aria-hidden="true"></span>${lateText(action, context)}</span>` : nothing;

export function datesText({ start, end }: Pick<Action, 'start' | 'end'>, { t, day }: Words): string {
  if (start !== undefined && end !== undefined) return t('fromTo', { from: day(start), to: day(end) });
  if (end !== undefined) return t('until', { date: day(end) });
  return start !== undefined ? t('from', { date: day(start) }) : t('noDates');
}

/** A picture of a share from 0 to 1; the number stands beside. */
export const meter = (share: number, kind = ''): TemplateResult => html`<svg class="meter ${kind}" aria-hidden="true" height="10"><rect class="way" width="100%" height="10" rx="3"/>${svg`<rect class="part" width="${(Math.min(Math.max(share, 0), 1) * 100).toFixed(1)}%" height="10" rx="3"/>`}</svg>`;

/** Opens an action's sheet, and comes back here. `place` tells two buttons of one action apart. */
export const titleButton = (action: Action, context: PlanContext, place: string): TemplateResult =>
  html`<button type="button" class="title" part="button" data-open="${place} ${action.id}" @click=${() => { context.open(action.id, `[data-open="${place} ${action.id}"]`); }}>${action.title}</button>`;

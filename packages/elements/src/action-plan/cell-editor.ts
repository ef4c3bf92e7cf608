/** The field that a cell becomes: Enter or leaving it keeps the value, Escape forgets it. */
import { type Action, isDay, PRIORITIES, STATUSES } from '@assembleurs/commons/plan';
import { splitList, writeList } from '@assembleurs/commons/plan/formats/cells';
import { html } from 'lit';
import type { PlanContext, TableColumn } from './context.ts';
import { axisChoices } from './table-view.ts';

type Editable = Exclude<TableColumn, 'planned' | 'progress'> | 'title';

const LISTS: ReadonlySet<string> = new Set(['pilots', 'partners']);

function written(action: Action, column: Editable): string {
  const value = action[column];
  return Array.isArray(value) ? writeList(value) : value ?? '';
}

/** What a text in a field makes of the action; undefined when it cannot be kept. */
export function patchFrom(column: Editable, text: string): Partial<Action> | undefined {
  const value = text.trim();
  if (column === 'title') return value === '' ? undefined : { title: value };
  if (LISTS.has(column)) return { [column]: splitList(value).map((each) => each.slice(0, 500)) };
  if (column === 'start' || column === 'end') return value === '' ? { [column]: undefined } : isDay(value) ? { [column]: value } : undefined;
  return { [column]: value === '' && column !== 'status' ? undefined : value };
}

const choicesFor = (column: Editable, context: PlanContext): readonly (readonly [string, string])[] => {
  const { words } = context;
  if (column === 'status') return STATUSES.map((each) => [each, words.status(each)] as const);
  if (column === 'axis') return axisChoices(context);
  return [['', words.t('noPriority')], ...PRIORITIES.map((each) => [each, words.priority(each)] as const)];
};

export function renderEditor(action: Action, column: Editable, key: string, context: PlanContext): unknown {
  const { words: { t } } = context;
  const label = `${t(column)}${LISTS.has(column) ? `. ${t('commas')}` : ''}`;
  const keep = (field: HTMLInputElement | HTMLSelectElement): void => {
    if (field.value === written(action, column)) return;
    const patch = patchFrom(column, field.value);
    if (patch) context.patch(action, patch, `${key} cell`);
    else if (column === 'title') context.say(t('titleNeeded'));
  };
  // A key that ends the editing also takes the field away, which blurs it.
  let over = false;
  const leave = (event: Event): void => {
    if (over) return;
    keep(event.currentTarget as HTMLInputElement);
    context.editCell('');
  };
  const press = (event: KeyboardEvent): void => {
    const field = event.currentTarget as HTMLInputElement;
    if (event.key === 'Escape') field.value = written(action, column);
    else if (event.key !== 'Enter') return;
    over = true;
    event.preventDefault();
    event.stopPropagation();
    keep(field);
    context.editCell('');
    context.focusOn(`[data-cell="${key}"]`);
  };
  if (column === 'status' || column === 'priority' || column === 'axis') {
    return html`<select class="input" part="field" data-editor aria-label=${label} @change=${(event: Event) => { keep(event.currentTarget as HTMLSelectElement); }} @blur=${leave} @keydown=${press}>
      ${choicesFor(column, context).map(([value, text]) => html`<option value=${value} ?selected=${value === (action[column] ?? '')}>${text}</option>`)}</select>`;
  }
  return html`<input class="input" part="field" data-editor aria-label=${label} type=${column === 'start' || column === 'end' ? 'date' : 'text'} maxlength=${column === 'title' ? 500 : 5000} .value=${written(action, column)} @blur=${leave} @keydown=${press}>`;
}

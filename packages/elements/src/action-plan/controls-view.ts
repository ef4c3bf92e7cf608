/** What stands above every view: filters, groups, columns, downloads. */
import { type Filter, GROUPS, type GroupBy, PRIORITIES, type Priority, STATUSES, type Status } from '@assembleurs/commons/plan';
import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { type PlanContext, TABLE_COLUMNS, type View } from './context.ts';
import { axisChoices } from './table-view.ts';

const valueOf = (event: Event): string => (event.currentTarget as HTMLSelectElement | HTMLInputElement).value;

type Part = { readonly [Key in keyof Filter]: Filter[Key] | undefined };

/** Sets one part of the filter, or takes it away when it asks nothing. */
const withPart = (filter: Filter, part: Part): Filter => Object.fromEntries(Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined && value !== '' && value !== false));

export const countFilters = (filter: Filter): number => Object.keys(filter).length;

function select(label: string, now: string, choices: readonly (readonly [string, string])[], change: (value: string) => void): unknown {
  return html`<label class="field"><span>${label}</span><select class="input" part="field" @change=${(event: Event) => { change(valueOf(event)); }}>
    ${choices.map(([value, text]) => html`<option value=${value} ?selected=${value === now}>${text}</option>`)}</select></label>`;
}

/** An empty axis is a choice of its own, so "all" needs another value. */
const ALL = '*';

export function renderFilters(context: PlanContext, view: View): unknown {
  const { words, plan, looking: { filter, groupBy, columns } } = context;
  const { t } = words;
  const put = (part: Part): void => { context.look({ filter: withPart(filter, part), shown: 100 }); };
  const pilots = [...new Set(plan.actions.flatMap((action) => action.pilots))].sort((a, b) => a.localeCompare(b));
  const count = countFilters(filter);
  // A hundred choices that the next keystroke does not change.
  const content = guard([view, words, filter, groupBy, columns, plan.axes, pilots.join('\n')], () => html`
    <div class="fields">
      <label class="field wide"><span>${t('search')}</span><input class="input" part="field" type="search" .value=${filter.text ?? ''} @input=${(event: Event) => { put({ text: valueOf(event) }); }}></label>
      ${select(t('status'), filter.status?.[0] ?? ALL, [[ALL, t('all')], ...STATUSES.map((each) => [each, words.status(each)] as const)], (value) => { put({ status: value === ALL ? undefined : [value as Status] }); })}
      ${select(t('priority'), filter.priority?.[0] ?? ALL, [[ALL, t('all')], ...PRIORITIES.map((each) => [each, words.priority(each)] as const)], (value) => { put({ priority: value === ALL ? undefined : [value as Priority] }); })}
      ${pilots.length > 0 ? select(t('pilot'), filter.pilot?.[0] ?? ALL, [[ALL, t('all')], ...pilots.map((each) => [each, each] as const)], (value) => { put({ pilot: value === ALL ? undefined : [value] }); }) : nothing}
      ${plan.axes.length > 0 ? select(t('axis'), filter.axis?.[0] ?? ALL, [[ALL, t('allAxes')], ...axisChoices(context)], (value) => { put({ axis: value === ALL ? undefined : [value] }); }) : nothing}
      ${view === 'table' ? select(t('groupBy'), groupBy, GROUPS.map((each) => [each, each === 'none' ? t('noGroup') : t(each)] as const), (value) => { context.look({ groupBy: value as GroupBy }); }) : nothing}
      <label class="check"><input type="checkbox" .checked=${filter.late === true} @change=${(event: Event) => { put({ late: (event.currentTarget as HTMLInputElement).checked }); }}><span>${t('lateOnly')}</span></label>
    </div>
    ${view === 'table' ? html`<fieldset class="columns"><legend>${t('columns')}</legend>${TABLE_COLUMNS.map((column) => html`<label class="check"><input type="checkbox" .checked=${columns.includes(column)}
      @change=${(event: Event) => { const on = (event.currentTarget as HTMLInputElement).checked; context.look({ columns: TABLE_COLUMNS.filter((each) => (each === column ? on : columns.includes(each))) }); }}><span>${t(column)}</span></label>`)}</fieldset>` : nothing}
    ${count > 0 ? html`<button type="button" class="secondary" part="button" @click=${() => { context.look({ filter: {} }); }}>${t('clear')}</button>` : nothing}`);
  return html`<details class="filters" part="filters"><summary>${t('filters')}${count > 0 ? html` <span class="tag going">${t('activeFilters', { count })}</span>` : nothing}</summary>${content}</details>`;
}

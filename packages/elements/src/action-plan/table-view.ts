/** The table: each cell shows its value and becomes a field when it is chosen. On a narrow page the rows are cards. */
import { type Action, axesOf, axisLookup, type Group, outlineOf, plannedMoney, type PlacedAction, progressIn } from '@assembleurs/commons/plan';
import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { renderEditor } from './cell-editor.ts';
import { type PlanContext, type TableColumn } from './context.ts';
import { lateTag, lateText, meter, statusTag } from './parts.ts';

const EDITABLE: ReadonlySet<string> = new Set<TableColumn | 'title'>(['title', 'status', 'priority', 'pilots', 'partners', 'start', 'end', 'axis']);

/** What a row shows that is not of its action alone. */
interface Around {
  readonly axis: string;
  readonly progress: number | null;
}

function valueText(action: Action, column: TableColumn | 'title', { words }: PlanContext, { axis, progress }: Around): string {
  const { t, day, list, number } = words;
  switch (column) {
    case 'title': return action.title;
    case 'status': return words.status(action.status);
    case 'priority': return action.priority ? words.priority(action.priority) : '';
    case 'pilots': return list(action.pilots);
    case 'partners': return list(action.partners);
    case 'start': return action.start === undefined ? '' : day(action.start);
    case 'end': return action.end === undefined ? '' : day(action.end);
    case 'axis': return axis;
    case 'planned': { const sum = plannedMoney([action]); return sum === 0 ? '' : `${number(sum)}\u00a0${t('euros')}`; }
    case 'progress': return progress === null ? '' : words.percent(progress);
  }
}

function shownValue(action: Action, column: TableColumn | 'title', text: string, context: PlanContext, { progress }: Around): unknown {
  if (column === 'status') return statusTag(action, context.words);
  if (column === 'end') return html`<span>${text}</span> ${lateTag(action, context)}`;
  if (column === 'progress') return text === '' ? html`<span class="soft">–</span>` : html`${meter(progress ?? 0)}<span>${text}</span>`;
  return text || html`<span class="soft" aria-hidden="true">–</span>`;
}

function renderCell({ action, depth }: PlacedAction, column: TableColumn | 'title', context: PlanContext, place: string, around: Around): unknown {
  const { words: { t } } = context;
  const text = valueText(action, column, context, around);
  const key = `${place}${action.id} ${column}`;
  // A part stands in its action's axis.
  const fixed = context.readonly || !EDITABLE.has(column) || (column === 'axis' && (depth > 0 || action.parent !== undefined));
  if (context.editing === key && !fixed) return renderEditor(action, column as Exclude<TableColumn, 'planned' | 'progress'> | 'title', key, context);
  const value = shownValue(action, column, text, context, around);
  // What shows in the cell is in its name.
  const late = column === 'end' ? lateText(action, context) : '';
  if (fixed) return column === 'title' ? html`<strong>${value}</strong>` : value;
  return html`<button type="button" class="cell" part="cell" data-cell=${key} aria-label=${t('editCell', { what: t(column), title: action.title, value: `${text || t('empty')} ${late}`.trim() })} @click=${() => { context.editCell(key); }}>${value}</button>`;
}

function renderRow(placed: PlacedAction, context: PlanContext, place: string, around: Around): unknown {
  const { words: { t }, looking: { columns } } = context;
  const { action, depth } = placed;
  return html`<th role="rowheader" scope="row" class="first">${depth > 0 ? html`<span class="soft partof">${t('part')}</span>` : nothing}${renderCell(placed, 'title', context, place, around)}</th>
    ${columns.map((column) => html`<td role="cell" class="${column} ${valueText(action, column, context, around) === '' ? 'blank' : ''} ${context.editing === `${place}${action.id} ${column}` ? 'open' : ''}"><span class="label" aria-hidden="true">${t(column)}</span>${renderCell(placed, column, context, place, around)}</td>`)}
    <td role="cell" class="go"><button type="button" class="plain" part="button" data-open="${place}table ${action.id}" aria-label=${t('openAction', { title: action.title })}
      @click=${() => { context.open(action.id, `[data-open="${place}table ${action.id}"]`); }}>${t('openShort')}</button></td>`;
}

export function groupName({ key, name }: Group, { words, looking: { groupBy } }: PlanContext): string {
  if (key === '') return words.t({ axis: 'noAxis', pilot: 'noPilot', status: 'none', priority: 'noPriority', none: 'none' }[groupBy] as 'none');
  if (groupBy === 'status') return words.status(key as Action['status']);
  return groupBy === 'priority' ? words.priority(key as 'Bas') : name;
}

export function renderTable(context: PlanContext): unknown {
  const { words, groups, looking, plan, readonly, today, editing } = context;
  const { t } = words;
  const axisOf = axisLookup(plan);
  const progress = progressIn(plan.actions);
  // Of hundreds of rows, those that show something else are made again, and the one that is edited.
  const row = (placed: PlacedAction, place: string): unknown => {
    const { action, depth } = placed;
    const around: Around = { axis: axisOf(action)?.name ?? '', progress: progress(action) };
    const edited = editing.startsWith(`${place}${action.id} `) ? {} : undefined;
    return html`<tr role="row" class=${depth > 0 ? 'child' : ''}>${guard([action, depth, place, around.axis, around.progress, looking.columns, words, readonly, today, edited], () => renderRow(placed, context, place, around))}</tr>`;
  };
  let left = looking.shown;
  const single = looking.groupBy === 'none' || (looking.groupBy === 'axis' && plan.axes.length === 0);
  const bodies = groups.flatMap((group, index) => {
    if (left <= 0) return [];
    const rows = group.actions.slice(0, left);
    left -= rows.length;
    const place = `${String(index)} `;
    return [html`<tbody role="rowgroup">
      ${single ? nothing : html`<tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan=${looking.columns.length + 2}>${groupName(group, context)} <span class="soft">(${group.actions.length})</span></th></tr>`}
      ${repeat(rows, ({ action }) => action.id, (placed) => row(placed, place))}
    </tbody>`];
  });
  const rest = groups.reduce((sum, { actions }) => sum + actions.length, 0) - looking.shown;
  return html`<div class="scroll" part="table" role="region" aria-label=${t('tableRegion')} tabindex="0"><table role="table" class="actions" data-columns=${looking.columns.length}>
    <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col" class="first">${t('title')}</th>${looking.columns.map((column) => html`<th role="columnheader" scope="col" class=${column}>${t(column)}</th>`)}<th role="columnheader" scope="col" class="go"><span class="vh">${t('openShort')}</span></th></tr></thead>
    ${bodies}
  </table></div>
  ${rest > 0 ? html`<button type="button" class="secondary" part="button" @click=${() => { context.look({ shown: looking.shown + 100 }); }}>${t('more', { count: rest })}</button>` : nothing}`;
}

/** The plan's axes as choices, with their numbers; empty first. */
export const axisChoices = (context: PlanContext): readonly (readonly [string, string])[] => [['', context.words.t('noAxis')], ...axesOf(context.plan).map(({ axis, number }) => [axis.id, `${number}. ${axis.name}`] as const)];

/** Actions as choices, in the order of the plan. */
export const actionChoices = (context: PlanContext, except: (action: Action) => boolean): readonly (readonly [string, string])[] => outlineOf(context.plan).filter(({ action }) => !except(action)).map(({ action }) => [action.id, action.title] as const);

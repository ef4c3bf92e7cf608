/** The timeline: a real table of titles and dates, with a picture of them in the last cell of each row. */
import { type Action, isLate, type PlacedAction, progressIn } from '@assembleurs/commons/plan';
import { html, nothing, svg } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { PAPERS, type PlanContext } from './context.ts';
import { datesText, lateTag, statusTag, titleButton } from './parts.ts';
import { placeOf, type Scale, type Span, spanOf } from './timeline-scale.ts';

/** Every row is as high: lines between actions are drawn over the rows. */
const ROW = 64;
const MIDDLE = ROW / 2;
const percent = (value: number): string => `${value.toFixed(2)}%`;

const grid = ({ marks }: Span, span: Span, today: string, height: number): unknown => svg`${marks.map(({ day, year }) => svg`<line class="grid ${year ? 'year' : ''}" x1=${percent(placeOf(day, span))} x2=${percent(placeOf(day, span))} y1="0" y2=${height}/>`)}
  <line class="today" x1=${percent(placeOf(today, span))} x2=${percent(placeOf(today, span))} y1="0" y2=${height}/>`;

function bar(action: Action, span: Span, today: string, share: number): unknown {
  const { start, end } = action;
  const late = isLate(action, today);
  const kind = `bar ${late ? 'late' : ''} ${action.status === 'Réalisé' ? 'done' : ''} ${action.status === 'Abandonné' ? 'off' : ''}`;
  if (start !== undefined && end !== undefined && end >= start) {
    const from = placeOf(start, span);
    const width = Math.max(placeOf(end, span, true) - from, 0.3);
    return svg`<rect class=${kind} x=${percent(from)} width=${percent(width)} y=${MIDDLE - 10} height="20" rx="4"/><rect class="progress ${late ? 'late' : ''}" x=${percent(from)} width=${percent(width * share)} y=${MIDDLE - 10} height="20" rx="4"/>
      ${late ? svg`<line class="overdue" x1=${percent(from + width)} x2=${percent(placeOf(today, span))} y1=${MIDDLE} y2=${MIDDLE}/>` : nothing}`;
  }
  const day = end ?? start;
  if (day === undefined) return nothing;
  return svg`<circle class=${kind} cx=${percent(placeOf(day, span, end !== undefined))} cy=${MIDDLE} r="8"/>${late ? svg`<line class="overdue" x1=${percent(placeOf(day, span, true))} x2=${percent(placeOf(today, span))} y1=${MIDDLE} y2=${MIDDLE}/>` : nothing}`;
}

/** From the end of what must be over to the start of what follows: across, down, across. */
function dependency(before: Action, rows: number, action: Action, span: Span): unknown {
  const from = before.end ?? before.start;
  const to = action.start ?? action.end;
  if (from === undefined || to === undefined) return nothing;
  const x1 = percent(placeOf(from, span, true));
  const x2 = percent(placeOf(to, span));
  const y = MIDDLE + rows * ROW;
  return svg`<g class="after"><line x1=${x1} x2=${x1} y1=${y} y2=${MIDDLE}/><line x1=${x1} x2=${x2} y1=${MIDDLE} y2=${MIDDLE}/><circle cx=${x2} cy=${MIDDLE} r="3"/></g>`;
}

interface Before {
  readonly action: Action;
  /** How many rows further down; undefined where it does not show. */
  readonly rows: number | undefined;
}

function renderRow({ action }: PlacedAction, before: readonly Before[], share: number, span: Span, context: PlanContext): unknown {
  const { words, today } = context;
  return html`<th scope="row" class="first"><div class="cut">${titleButton(action, context, 'time')}${before.map((each) => html`<span class="vh">${words.t('after', { title: each.action.title })}</span>`)}</div></th>
    <td class="when">${datesText(action, words)}</td><td class="what"><div class="cut">${statusTag(action, words)}${lateTag(action, context)}</div></td>
    <td class="picture"><svg class="chart" width=${span.width} height=${ROW} aria-hidden="true">${grid(span, span, today, ROW)}${before.map((each) => (each.rows === undefined ? nothing : dependency(each.action, each.rows, action, span)))}${bar(action, span, today, share)}</svg></td>`;
}

const SCALES: readonly Scale[] = ['month', 'quarter', 'year'];

export function renderTimeline(context: PlanContext): unknown {
  const { words, plan, chosen, looking: { scale, shown, paper }, today } = context;
  const { t } = words;
  const rows = chosen.slice(0, shown);
  const span = spanOf(rows.map(({ action }) => action), today, scale);
  const rowOf = new Map(rows.map(({ action }, at) => [action.id as string, at]));
  const byId = new Map(plan.actions.map((action) => [action.id, action]));
  const progress = progressIn(plan.actions);
  const drawn = `${span.first} ${span.end} ${String(span.width)}`;
  // Rows that show the same stay as they are.
  const row = (placed: PlacedAction, at: number): unknown => {
    const { action, depth } = placed;
    const before = action.after.flatMap((id): Before[] => {
      const found = byId.get(id);
      const place = rowOf.get(id);
      return found ? [{ action: found, rows: place === undefined ? undefined : place - at }] : [];
    });
    const share = progress(action) ?? 0;
    return html`<tr class=${depth > 0 ? 'child' : ''}>${guard([action, share, drawn, words, today, ...before.flatMap((each) => [each.action, each.rows])], () => renderRow(placed, before, share, span, context))}</tr>`;
  };
  const label = (day: string, year: boolean): string => (scale === 'year' ? day.slice(0, 4) : `${words.shortMonth(day)}${year ? ` ${day.slice(0, 4)}` : ''}`);
  return html`<div class="row"><div class="row scales" role="group" aria-label=${t('zoom')}>${SCALES.map((each) => html`<button type="button" class="view" part="button" aria-pressed=${each === scale ? 'true' : 'false'} @click=${() => { context.look({ scale: each }); }}>${t(each)}</button>`)}</div><span class="soft screen">${t('timelineHelp')}</span>
      <div class="row screen"><label class="row"><span>${t('paper')}</span><select class="input small" part="field" @change=${(event: Event) => { context.look({ paper: (event.currentTarget as HTMLSelectElement).value === 'A3' ? 'A3' : 'A4' }); }}>${PAPERS.map((each) => html`<option value=${each} ?selected=${each === paper}>${each}</option>`)}</select></label>
      <button type="button" class="secondary" part="button" @click=${() => { context.print(paper); }}>${t('printTimeline')}</button></div></div>
    <div class="scroll" part="timeline" role="region" tabindex="0" aria-label=${t('timelineRegion')}><table class="timeline">
    <thead><tr><th scope="col" class="first">${t('action')}</th><th scope="col">${t('dates')}</th><th scope="col">${t('status')}</th><td class="picture"><svg class="chart" width=${span.width} height="32" aria-hidden="true">${grid(span, span, today, 32)}${span.marks.map(({ day, year }) => svg`<svg x=${percent(placeOf(day, span))} overflow="visible"><text x="4" y="20">${label(day, year)}</text></svg>`)}</svg></td></tr></thead>
    <tbody>${rows.map(row)}</tbody></table></div>
    ${chosen.length > shown ? html`<button type="button" class="secondary" part="button" @click=${() => { context.look({ shown: shown + 100 }); }}>${t('more', { count: chosen.length - shown })}</button>` : nothing}`;
}

/** Brings today into sight, once for each timeline that is drawn. */
export function placeTimeline(root: ParentNode): void {
  const scroller = root.querySelector<HTMLElement>('[part=timeline]:not([data-placed])');
  const today = scroller?.querySelector('.today');
  if (!scroller || !today) return;
  scroller.dataset['placed'] = '';
  const left = today.getBoundingClientRect().left - scroller.getBoundingClientRect().left;
  scroller.scrollLeft = Math.max(0, left - scroller.clientWidth * 0.6);
}

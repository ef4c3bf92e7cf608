import { css } from 'lit';

export const viewStyles = css`
  .board { display: grid; gap: 12px; align-items: start; }
  .column { display: grid; gap: 8px; padding: 12px; border-radius: var(--_radius); background: var(--_surface-2); align-content: start; }
  .column ul { display: grid; gap: 8px; }
  .card { display: grid; gap: 4px; justify-items: start; padding: 10px 12px; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface); }
  .column h3 { font-size: 1rem; }

  .timeline :is(th, td) { padding: 0 12px 0 0; vertical-align: middle; block-size: 64px; }
  .timeline thead :is(th, td) { block-size: 32px; }
  .timeline .first { min-inline-size: 9rem; }
  .timeline .cut { max-block-size: 60px; overflow: hidden; line-height: 1.25; display: grid; }
  .timeline .title { min-block-size: 44px; max-block-size: 60px; overflow: hidden; padding-block: 2px; font-size: .9375rem; line-height: 1.2; }
  .timeline .title:not(:focus-visible) { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; }
  .timeline .what .cut { justify-items: start; gap: 2px; }
  .timeline .late { white-space: nowrap; }
  .timeline .when { min-inline-size: 8rem; font-size: .875rem; }
  .timeline .picture { padding: 0; }
  .timeline .child .first { padding-inline-start: 16px; }
  .chart { display: block; overflow: visible; }
  .chart text { fill: var(--_text-soft); font-size: 13px; }
  .grid, .today, .after line { shape-rendering: crispEdges; }
  .grid { stroke: var(--_line); }
  .grid.year { stroke: var(--_field-line); }
  .today { stroke: var(--_accent); stroke-width: 2; }
  .bar:is(rect, circle) { fill: color-mix(in oklab, var(--_brand) 22%, var(--_surface)); stroke: var(--_brand); stroke-width: 1.5; }
  .progress { fill: var(--_brand); }
  .bar.done { stroke: var(--_ok); fill: var(--_ok); }
  .bar.done + .progress { fill: var(--_ok); }
  .bar.off { stroke-dasharray: 4 3; fill: none; }
  .bar.late { stroke: var(--_bad); fill: color-mix(in oklab, var(--_bad) 16%, var(--_surface)); stroke-width: 2.5; }
  .progress.late { fill: var(--_bad); }
  .overdue { stroke: var(--_bad); stroke-width: 3; stroke-dasharray: 3 4; }
  .after line { stroke: var(--_field-line); stroke-width: 1.5; }
  .after circle { fill: var(--_field-line); }

  .month { flex: 1 1 10rem; }
  .month::first-letter { text-transform: uppercase; }
  .calendar, .calendar :is(tbody, tr, td) { display: block; }
  .calendar thead, .calendar .other, .calendar td:not(.full) { display: none; }
  .calendar td { padding: 8px 0; }
  .calendar .short { display: none; }
  .calendar .date { font-weight: 600; }
  .calendar ul { display: grid; gap: 4px; }
  .calendar li { padding-inline-start: 8px; border-inline-start: 3px solid var(--_brand); }
  .calendar .is-late { border-color: var(--_bad); }
  .calendar .is-done { border-color: var(--_ok); }
  .calendar .title { min-block-size: 32px; font-weight: 600; }

  .dashboard { display: grid; gap: 24px; grid-template-columns: minmax(0, 1fr); }
  .dashboard section { display: grid; gap: 8px; align-content: start; }
  .dashboard th .soft { display: block; }
  .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 12px; margin: 0; }
  .tile { padding: 12px 16px; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface-2); }
  .tile dt { color: var(--_text-soft); font-size: .875rem; }
  .tile dd { margin: 0; font-size: 1.5rem; font-weight: 700; }
  .tile.bad { border: 2px solid var(--_bad); }
  .spark polyline { fill: none; stroke: var(--_brand); stroke-width: 2; }
  .spark circle { fill: var(--_brand); }
  .spark .goal { stroke: var(--_ok); stroke-dasharray: 4 3; stroke-width: 1.5; }

  @container (min-width: 44rem) {
    .board { grid-auto-flow: column; grid-auto-columns: minmax(15rem, 1fr); overflow-x: auto; padding-block-end: 8px; }
    .timeline .first { min-inline-size: 15rem; position: sticky; inset-inline-start: 0; z-index: 1; background: var(--_surface); }
    .calendar { display: table; table-layout: fixed; }
    .calendar thead { display: table-header-group; }
    .calendar tbody { display: table-row-group; }
    .calendar tr { display: table-row; }
    .calendar td, .calendar td:not(.full), .calendar .other { display: table-cell; block-size: 6.5rem; padding: 4px 6px; border: 1px solid var(--_line); }
    .calendar .off, .calendar .other { background: var(--_surface-2); }
    .calendar .now { outline: 2px solid var(--_brand); outline-offset: -2px; }
    .calendar .short { display: inline; }
    .calendar .long { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    .calendar li, .calendar .title { font-size: .875rem; line-height: 1.3; }
    .dashboard { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .tiles, .whole { grid-column: 1 / -1; }
  }
  @media (forced-colors: active) {
    .bar:is(rect, circle) { fill: Canvas; stroke: CanvasText; }
    .progress { fill: CanvasText; }
    .today, .overdue { stroke: Highlight; }
    .chart text { fill: CanvasText; }
  }
  @media print {
    .chart { inline-size: 100%; min-inline-size: 0; }
    .timeline { table-layout: fixed; }
    .timeline .first { inline-size: 20%; min-inline-size: 0; position: static; }
    .timeline :is(.when, .what), .timeline thead th:is(:nth-child(2), :nth-child(3)) { inline-size: 13%; min-inline-size: 0; }
    .timeline .title { font-size: .75rem; line-height: 1.15; }
    .timeline .late { white-space: normal; font-size: .75rem; }
    .board { display: block; overflow: visible; }
    .column { break-inside: avoid; background: none; margin-block-end: 12px; }
    .card select { display: none; }
  }
`;

import { css, unsafeCSS } from 'lit';
import { TABLE_COLUMNS } from './context.ts';

/** How wide a row is at least, by how many columns it has. */
const COLUMN_COUNTS = unsafeCSS([-1, ...TABLE_COLUMNS.keys()].map((count) => `.actions[data-columns="${String(count + 1)}"] tr { min-inline-size: ${String(21.5 + 8.5 * (count + 1))}rem; }`).join(' '));

export const planStyles = css`
  .head { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; justify-content: space-between; }
  .name { flex: 1 1 16rem; max-inline-size: 36rem; }
  .name .input { font-size: 1.125rem; font-weight: 700; border-color: transparent; padding-inline: 8px; margin-inline-start: -8px; }
  .name .input:hover, .name .input:focus { border-color: var(--_field-line); }
  .name .input::placeholder { color: var(--_text-soft); opacity: 1; }
  .kept-note { grid-template-columns: minmax(0, 1fr); }
  .toolbar { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; border-block-end: 1px solid var(--_line); padding-block-end: 12px; }
  .views { gap: 4px; }
  .view { border-radius: 99px; padding-inline: 12px; }
  .view.side { font-weight: 400; }
  .view[aria-pressed=true] { background: var(--_brand); color: var(--_on-brand); }
  .view:not([aria-pressed=true]):hover { background: var(--_tint); }
  .tools { gap: 4px 8px; }
  .file { cursor: pointer; }
  .file:focus-within { outline: 3px solid var(--_focus); outline-offset: 2px; }
  .menu { position: relative; }
  .menu-body { display: grid; gap: 4px; padding: 12px 16px; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface); }
  .marks { list-style: disc; padding-inline-start: 20px; display: grid; gap: 4px; }
  .going { color: var(--_brand); }
  .late { color: var(--_bad); font-weight: 600; font-size: .875rem; display: inline-flex; gap: 4px; align-items: center; }
  /* Written, not drawn: hundreds of small pictures hold a scrolling page up. */
  .mark { flex: none; inline-size: 1.15em; block-size: 1.15em; border: 1.5px solid currentColor; border-radius: 50%; display: grid; place-content: center; font-size: .8125em; font-weight: 700; line-height: 1; }
  .mark::before { content: '!'; }
  .tag { white-space: nowrap; }

  .fields { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px 16px; align-items: start; inline-size: 100%; }
  .field { display: grid; gap: 4px; }
  .field label, label.field { display: grid; gap: 4px; }
  .field span:not(.soft, .error) { font-weight: 600; }
  .field .input { font-weight: 400; }
  .check { display: flex; gap: 10px; align-items: center; min-block-size: 44px; font-weight: 400; }
  .check input { inline-size: 20px; block-size: 20px; flex: none; accent-color: var(--_brand); }
  fieldset { border: 1px solid var(--_line); border-radius: var(--_radius); padding: 4px 14px 8px; margin: 0; min-inline-size: 0; }
  legend { font-weight: 600; padding-inline: 4px; }
  .filters[open] { display: grid; gap: 12px; }
  .filters > :not(summary) { margin-block-end: 8px; }
  .columns { display: flex; flex-wrap: wrap; gap: 0 20px; }
  .columns legend { float: none; }

  .scroll { overflow-x: auto; }
  /* Columns of a table are as wide as their longest word. */
  :is(.actions, .timeline, .dashboard table) * { overflow-wrap: break-word; }
  .actions { table-layout: auto; }
  .actions :is(th, td) { padding: 4px 8px 4px 0; vertical-align: middle; }
  .actions thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .actions, .actions :is(tbody, tr, th, td) { display: block; }
  .actions tr { border: 1px solid var(--_line); border-radius: var(--_radius); padding: 8px 12px; margin-block-end: 8px; }
  .actions tr.group { border: 0; padding: 8px 0 0; margin: 0; }
  .actions tr.child { margin-inline-start: 20px; }
  .actions :is(th, td) { border: 0; }
  .actions td { display: grid; grid-template-columns: 8rem minmax(0, 1fr); align-items: center; gap: 8px; }
  .actions .first { font-weight: 600; }
  .actions .group th { font-weight: 700; }
  .actions .label { color: var(--_text-soft); font-size: .875rem; }
  .actions .go { display: block; }
  .actions .meter + span { grid-column: 2; }
  .actions .blank:not(.open) { display: none; }
  .partof { display: block; }
  .cell { font-weight: inherit; color: inherit; padding: 4px 8px; margin-inline-start: -8px; border: 1px solid transparent; border-radius: 6px; inline-size: calc(100% + 8px); flex-wrap: wrap; gap: 4px 8px; }
  .cell:hover { border-color: var(--_field-line); background: var(--_surface-2); }
  .title { color: inherit; text-decoration: underline; text-decoration-color: var(--_field-line); text-underline-offset: 3px; padding: 4px 0; }
  .title:hover { text-decoration-color: currentColor; }
  .meter { inline-size: 100%; max-inline-size: 10rem; block-size: 10px; display: block; }
  .meter .way { fill: var(--_surface-2); stroke: var(--_line); }
  .meter .part { fill: var(--_brand); }
  .meter.good .part { fill: var(--_ok); }
  .meter.actual .part { fill: var(--_field-line); }

  .sheet, .panel, .inside, .inner { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); justify-items: start; }
  .sheet > *, .panel > *, .inside > *, .inner > * { inline-size: 100%; }
  .sheet > button, .panel > button, .inside > button, .inner > button { inline-size: auto; }
  .sheet-head { display: grid; gap: 6px; }
  .sheet-title { font-size: 1.375rem; }
  .part { border-block-start: 1px solid var(--_line); }
  .inside { padding-block: 4px 16px; }
  .rows { display: grid; gap: 8px; inline-size: 100%; }
  .rows > li { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: end; justify-content: space-between; border: 1px solid var(--_line); border-radius: var(--_radius); padding: 10px 14px; }
  .rows > li > .fields { flex: 1 1 16rem; }
  .paper-only { display: none; }
  .small { inline-size: auto; }
  .item { inline-size: 100%; min-inline-size: 0; }
  .item summary { overflow-wrap: anywhere; }

  @container (min-width: 30rem) {
    .fields { grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); }
    .wide { grid-column: 1 / -1; }
  }
  @container (min-width: 44rem) {
    .name .input { font-size: 1.375rem; }
    .menu-body { position: absolute; inset-inline-end: 0; z-index: 3; inline-size: 22rem; box-shadow: 0 6px 20px rgb(0 0 0 / .18); }
    /* Each row is laid out by itself: of 500, a change moves one. The roles say that it is a table. */
    .actions tr, .actions tr.group { display: flex; border: 0; padding: 0; margin: 0; }
    .actions :is(th, td), .actions .go, .actions .blank:not(.open) { display: block; }
    .actions :is(th, td) { flex: 1 0 8.5rem; min-inline-size: 0; align-content: center; padding: 6px 8px; border-block-end: 1px solid var(--_line); }
    .actions .first { flex: 2 0 17rem; }
    .actions .priority { flex-basis: 6.5rem; }
    .actions .go { flex: 0 0 4.5rem; }
    ${COLUMN_COUNTS}
    .actions thead { position: static; inline-size: auto; block-size: auto; overflow: visible; clip-path: none; }
    .actions .label { display: none; }
    .actions .group th { flex-basis: 100%; padding-block: 16px 6px; border-block-end: 2px solid var(--_brand); }
    .actions tr.child { margin-inline-start: 0; }
    .actions .child .first { padding-inline-start: 28px; }
  }
  @media (forced-colors: active) {
    .view[aria-pressed=true] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
    .meter .part { fill: Highlight; }
    .meter .way { stroke: CanvasText; fill: Canvas; }
  }
  @media print {
    .toolbar, .filters, .kept, .kept-note, .go, .screen { display: none !important; }
    .cell, .title { display: inline !important; border: 0; padding: 0; color: inherit; text-decoration: none; }
    .name .input { border: 0; }
    .paper-only { display: block; }
    .scroll { overflow: visible; }
    tr, .tile, section { break-inside: avoid; }
  }
`;

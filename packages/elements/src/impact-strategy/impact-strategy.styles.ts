import { css } from 'lit';

export const strategyStyles = css`
  .head { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; justify-content: space-between; }
  .name { flex: 1 1 24rem; max-inline-size: 60rem; }
  .name .input { font-size: 1.125rem; font-weight: 700; border-color: transparent; padding-inline: 8px; margin-inline-start: -8px; }
  .name .input:hover, .name .input:focus { border-color: var(--_field-line); }
  .name .input::placeholder { color: var(--_text-soft); opacity: 1; }
  .kept-note { grid-template-columns: minmax(0, 1fr); }
  .toolbar { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; border-block-end: 1px solid var(--_line); padding-block-end: 12px; }
  .views { gap: 4px; }
  .view { border-radius: 99px; padding-inline: 11px; }
  .view.side { font-weight: 400; }
  .view[aria-pressed=true] { background: var(--_brand); color: var(--_on-brand); }
  .view:not([aria-pressed=true]):hover { background: var(--_tint); }
  .tools { gap: 4px 8px; }
  .menu { position: relative; }
  .menu-body { display: grid; gap: 4px; padding: 12px 16px; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface); }
  .marks { list-style: disc; padding-inline-start: 20px; display: grid; gap: 4px; }
  .small { font-size: .875rem; padding: 4px 10px; min-block-size: 36px; }
  .add { padding-inline: 0; text-decoration: none; }
  .add:hover { text-decoration: underline; background: none; }
  .said { white-space: pre-line; }
  .scroll { overflow-x: auto; }
  .stack, .sheet, .guide { display: grid; gap: 20px; grid-template-columns: minmax(0, 1fr); }
  .stack > section { display: grid; gap: 8px; justify-items: start; grid-template-columns: minmax(0, 1fr); }
  .halves { display: grid; gap: 20px; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); }

  .items { display: grid; gap: 6px; justify-items: start; }
  .items { inline-size: 100%; }
  .items > li, .one { display: grid; grid-template-columns: minmax(0, max-content) auto minmax(0, 1fr); align-items: center; column-gap: 4px; inline-size: 100%; }
  .items > li > .inline { grid-column: 1 / -1; }
  .below { grid-column: 1 / -1; }
  .icon { padding: 4px; min-block-size: 32px; inline-size: 32px; justify-content: center; border-radius: 6px; }
  .icon:hover { background: var(--_tint); }
  .cell { font-weight: inherit; color: inherit; padding: 4px 8px; margin-inline-start: -8px; min-block-size: 36px; border: 1px solid transparent; border-radius: 6px; }
  .cell:hover { border-color: var(--_field-line); background: var(--_surface-2); }
  .input.inline { min-inline-size: min(14rem, 100%); }
  .kind { font-size: .8125rem; font-weight: 600; color: var(--_text-soft); }
  .tag svg { flex: none; }

  .wide :is(th, td) { padding: 10px 16px 10px 0; }
  :is(.wide, .slide-table) * { overflow-wrap: break-word; }
  .wide tbody th { font-weight: 600; }
  .wide thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .wide, .wide :is(tbody, tr, th, td) { display: block; }
  .wide tr { padding-block: 8px; border-block-end: 1px solid var(--_line); }
  .wide :is(th, td) { border: 0; padding: 4px 0; }
  .wide [data-label]:not(:empty)::before { content: attr(data-label); display: block; font-size: .875rem; font-weight: 600; color: var(--_text-soft); }

  .sheet, .guide { max-inline-size: 48rem; justify-items: start; }
  .sheet > *, .guide > * { inline-size: 100%; }
  .sheet > button { inline-size: auto; }
  .sheet h3 .kind { display: block; }
  .part { display: grid; gap: 8px; border-block-start: 1px solid var(--_line); padding-block-start: 12px; }
  .field { display: grid; gap: 4px; }
  .grow { flex: 1 1 14rem; }
  .field > span:not(.soft) { font-weight: 600; }
  .field .input { font-weight: 400; }
  form.row { align-items: end; }
  textarea.short { min-block-size: 68px; }
  .check { display: flex; gap: 10px; align-items: center; min-block-size: 44px; font-weight: 400; }
  .check input { inline-size: 20px; block-size: 20px; flex: none; accent-color: var(--_brand); }
  fieldset { border: 1px solid var(--_line); border-radius: var(--_radius); padding: 4px 14px 12px; margin: 0; min-inline-size: 0; display: grid; gap: 8px; }
  legend { font-weight: 600; padding-inline: 4px; }
  .rows { display: grid; gap: 8px; }
  .rows > li { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: end; border: 1px solid var(--_line); border-radius: var(--_radius); padding: 10px 14px; }
  progress { block-size: 8px; accent-color: var(--_brand); }
  .guide h3 { font-size: 1.375rem; }

  .deck { display: grid; gap: 12px; background: var(--_surface); }
  .stage { border: 1px solid var(--_line); border-block-start: 6px solid var(--_accent); border-radius: var(--_radius); padding: 20px; min-block-size: 20rem; display: grid; gap: 16px; align-content: start; overflow: auto; }
  .stage h3 { font-size: clamp(1.25rem, 3cqi, 2rem); color: var(--_brand); }
  .stage h3.cover { font-size: clamp(1.75rem, 6cqi, 3.5rem); align-self: center; }
  .stage:has(.cover) { align-content: center; }
  .slide-table th { color: var(--_text-soft); font-weight: 600; font-size: .875rem; }
  .slide-table :is(th, td) { padding-inline-end: 16px; }
  .deck:fullscreen { padding: 3vh 4vw; overflow: auto; font-size: 1.375rem; grid-template-rows: minmax(0, 1fr) auto auto; }
  .on-paper { display: none; }

  @container (min-width: 44rem) {
    .name .input { font-size: 1.375rem; }
    .menu-body { position: absolute; inset-inline-end: 0; z-index: 3; inline-size: 20rem; box-shadow: 0 6px 20px rgb(0 0 0 / .18); }
    .stage { padding: 32px 40px; }
    .wide { display: table; }
    .wide thead { display: table-header-group; position: static; clip-path: none; }
    .wide tbody { display: table-row-group; }
    .wide tr { display: table-row; }
    .wide :is(th, td) { display: table-cell; border-block-end: 1px solid var(--_line); padding: 10px 16px 10px 0; }
    .wide [data-label]:not(:empty)::before { content: none; }
    .wide th { inline-size: 18%; }
    .wide tbody + tbody > tr:first-child > * { border-block-start: 2px solid var(--_line); }
  }
  @media (forced-colors: active) {
    .view[aria-pressed=true] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  }
  @media print {
    .toolbar, .kept, .kept-note, .screen, .map-tools, .sheet > button { display: none !important; }
    .cell { display: inline !important; border: 0; padding: 0; margin: 0; }
    .name .input { border: 0; }
    .scroll { overflow: visible; }
    tr, .items > li, section > h3 { break-inside: avoid; }
    .on-paper { display: block; }
    .sheet-of-paper { break-after: page; display: grid; gap: 12px; align-content: start; padding-block-start: 8mm; border-block-start: 2mm solid var(--_accent); }
    .sheet-of-paper:last-child { break-after: auto; }
    .sheet-of-paper h3 { font-size: 1.5rem; }
    .head:has(~ .on-paper) { display: none; }
  }
`;

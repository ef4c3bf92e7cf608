import { css } from 'lit';

/** Everything inside a question. Needs `tokens`; the element around decides its own font, colour and width. */
export const fieldStyles = css`
  *, ::before, ::after { box-sizing: border-box; }
  .els, .items { display: grid; gap: 28px; grid-template-columns: minmax(0, 1fr); }
  .items { gap: 16px; }
  .chunk { content-visibility: auto; contain-intrinsic-block-size: auto 3000px; }
  .chunk:focus-within { content-visibility: visible; }
  .q, .panel { min-inline-size: 0; margin: 0; padding: 0; border: 0; scroll-margin-block: 24px; }
  .t { display: block; padding: 0; margin: 0 0 6px; font-weight: 600; line-height: 1.4; overflow-wrap: anywhere; max-inline-size: 68ch; }
  .req, .help, small, .soft { font-weight: 400; font-size: .875rem; color: var(--_text-soft); }
  .help { margin: -4px 0 8px; max-inline-size: 68ch; overflow-wrap: anywhere; }
  .help.below { margin: 6px 0 0; }
  small { display: block; }
  .note { margin: 0; padding: 12px 16px; border: 1px dashed var(--_line); border-radius: 6px; color: var(--_text-soft); max-inline-size: 48rem; }
  .vh { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  :focus-visible { outline: 3px solid var(--_focus); outline-offset: 2px; }

  .input { display: block; font: inherit; color: inherit; inline-size: 100%; max-inline-size: 36rem; min-block-size: 44px; padding: 8px 12px; margin: 0;
    border: 1px solid var(--_field-line); border-radius: 6px; background: var(--_surface); text-overflow: ellipsis; }
  textarea.input { max-inline-size: 48rem; resize: vertical; field-sizing: content; min-block-size: 108px; max-block-size: 60vh; }
  .input:is([type=date], [type=time], [type=month], [type=week], [type=datetime-local], [inputmode=decimal]) { max-inline-size: 16rem; }
  .input[type=color] { inline-size: 88px; padding: 4px; }
  ::placeholder { color: var(--_text-soft); opacity: 1; }
  .input:is([readonly], :disabled) { background: var(--_surface-2); border-style: dashed; color: var(--_text-soft); opacity: 1; }
  .input[aria-invalid=true] { border: 2px solid var(--_bad); padding: 7px 11px; }
  .errors p { display: flex; gap: 6px; margin: 6px 0 0; color: var(--_bad); font-size: .875rem; font-weight: 600; overflow-wrap: anywhere; }
  .icon { flex: none; }
  .value { display: block; font-size: 1.25rem; font-weight: 600; font-variant-numeric: tabular-nums; }

  .choices { display: grid; gap: 8px; max-inline-size: 48rem; grid-template-columns: minmax(0, 1fr); }
  .choices.inline { display: flex; flex-wrap: wrap; }
  .choices.cols { grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr)); max-inline-size: none; }
  .choice { display: flex; gap: 12px; align-items: center; min-block-size: 44px; padding: 8px 14px 8px 12px; border: 1px solid var(--_line); border-radius: 6px;
    background: var(--_surface); font-weight: 400; cursor: pointer; overflow-wrap: anywhere; }
  .choice > span { min-inline-size: 0; position: relative; }
  .choice:hover, .mx-c:hover { border-color: var(--_field-line); }
  .choice.on { border-color: var(--_brand); background: var(--_tint); box-shadow: inset 0 0 0 1px var(--_brand); }
  .choice:focus-within, .likert .mx-c:focus-within { outline: 3px solid var(--_focus); outline-offset: 2px; }
  :is(.choice, .likert .mx-c) input:focus { outline: none; }
  .off { cursor: default; color: var(--_text-soft); background: var(--_surface-2); border-style: dashed; }
  [type=radio], [type=checkbox] { inline-size: 20px; block-size: 20px; margin: 0; flex: none; accent-color: var(--_brand); cursor: inherit; }
  .bad .choice { border-color: var(--_bad); }
  .other { display: block; margin-block-start: 10px; }
  .other span { display: block; font-size: .875rem; font-weight: 600; margin-block-end: 4px; }

  .scale { display: inline-flex; flex-wrap: wrap; gap: 8px; max-inline-size: 100%; }
  .scale .choice { flex-direction: column; justify-content: center; gap: 4px; min-inline-size: 48px; padding: 8px; text-align: center; font-variant-numeric: tabular-nums; }
  .ends { flex: 1 0 100%; inline-size: 0; min-inline-size: 100%; display: flex; justify-content: space-between; gap: 16px; margin: 0; font-size: .875rem; color: var(--_text-soft); }
  .ends span:last-child { text-align: end; }
  .pictures { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 10rem), 1fr)); }
  .pictures .choice { align-items: start; }
  .pictures .choice > span { flex: 1; }
  img { display: block; max-inline-size: 100%; block-size: auto; border-radius: 6px; }
  .pictures img { inline-size: 100%; aspect-ratio: 4 / 3; object-fit: cover; margin-block-end: 8px; background: var(--_surface-2); }

  button { font: inherit; font-weight: 600; min-block-size: 44px; padding: 8px 18px; border: 2px solid transparent; border-radius: var(--_radius); cursor: pointer; }
  .secondary { background: transparent; color: var(--_brand); border-color: var(--_brand); }
  .plain { background: transparent; color: var(--_brand); text-decoration: underline; text-underline-offset: 3px; padding-inline: 6px; }
  :is(.secondary, .plain, .remove):hover { background: var(--_tint); }
  button:is(:disabled, [aria-disabled=true]) { color: var(--_text-soft); border-color: var(--_line); border-style: dashed; background: none; cursor: default; }
  .remove { background: transparent; color: inherit; min-inline-size: 44px; padding: 0; border-radius: 6px; }
  .foot { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 12px; }

  .combo { position: relative; max-inline-size: 36rem; }
  .combo .input { padding-inline-end: 40px; }
  .combo::after { content: ''; position: absolute; inset-block-start: 16px; inset-inline-end: 16px; inline-size: 8px; block-size: 8px; pointer-events: none;
    border: solid var(--_text-soft); border-width: 0 2px 2px 0; transform: rotate(45deg); }
  .pop { position: absolute; z-index: 9; inset-inline: 0; margin-block-start: 4px; max-block-size: 18rem; overflow-y: auto; overscroll-behavior: contain;
    background: var(--_surface); border: 1px solid var(--_field-line); border-radius: 6px; box-shadow: 0 8px 24px rgb(0 0 0 / .2); }
  .pop[hidden] { display: none; }
  .pop .help { margin: 0; padding: 10px 12px; }
  ul, ol { list-style: none; margin: 0; padding: 0; }
  [role=option] { min-block-size: 44px; padding: 10px 12px; cursor: pointer; overflow-wrap: anywhere; }
  [role=option]:hover { background: var(--_surface-2); }
  [role=option][aria-selected=true] { background: var(--_tint); box-shadow: inset 4px 0 var(--_brand); }
  .chips { display: flex; flex-wrap: wrap; gap: 8px; margin-block: 0 10px; }
  .file + .chips, .errors + .chips { margin-block: 10px 0; }
  .chips li { display: flex; align-items: center; gap: 6px; padding-inline-start: 12px; border: 1px solid var(--_brand); border-radius: 6px; background: var(--_tint); overflow-wrap: anywhere; }
  .file { font: inherit; inline-size: 100%; max-inline-size: 36rem; padding: 10px; border: 2px dashed var(--_field-line); border-radius: var(--_radius); background: var(--_surface); color: inherit; }
  .file[aria-invalid=true] { border-color: var(--_bad); }
  ::file-selector-button { font: inherit; font-weight: 600; min-block-size: 44px; margin-inline-end: 12px; padding: 8px 16px; border: 2px solid var(--_brand); border-radius: var(--_radius);
    background: transparent; color: var(--_brand); cursor: pointer; }

  .rank { display: grid; gap: 8px; max-inline-size: 48rem; }
  .rank li { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; padding: 6px 8px 6px 12px; border: 1px solid var(--_line); border-radius: 6px; background: var(--_surface); }
  .place { min-inline-size: 28px; font-weight: 600; text-align: center; color: var(--_brand); font-variant-numeric: tabular-nums; }
  .what { flex: 1 1 10rem; min-inline-size: 0; overflow-wrap: anywhere; }
  .steps { display: flex; gap: 6px; margin-inline-start: auto; }
  .step { padding: 4px 12px; border-width: 1px; font-size: .875rem; }
  .step .word { margin-inline-start: 6px; }
  .rest { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 10px; }
  .plain:last-child { margin-block-start: 4px; }
  .foot .plain, .entry-head .plain, .mx-x .plain { margin: 0; }

  .slide { display: flex; align-items: center; gap: 16px; max-inline-size: 36rem; }
  .range { flex: 1; min-inline-size: 0; block-size: 44px; margin: 0; accent-color: var(--_brand); cursor: pointer; }
  .slide output { min-inline-size: 4ch; text-align: end; font-weight: 600; font-variant-numeric: tabular-nums; }
  .two { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 12px; align-items: center; max-inline-size: 36rem; }

  .panel { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
  .pt { font-size: 1.125rem; line-height: 1.3; margin: 0; text-wrap: balance; overflow-wrap: anywhere; }
  .panel > .help { margin: -10px 0 0; }
  summary { display: flex; align-items: center; gap: 10px; min-block-size: 44px; padding: 8px 12px; cursor: pointer; border-radius: 6px; background: var(--_surface-2); }
  summary::before { content: ''; flex: none; inline-size: 8px; block-size: 8px; border: solid; border-width: 0 2px 2px 0; transform: rotate(-45deg); }
  [open] > summary::before { transform: rotate(45deg); }
  [open] > summary { margin-block-end: 16px; }
  .entry { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); padding: 16px; margin-block-end: 12px; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface); }
  .entry-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 4px 12px; margin-block: -8px; min-block-size: 44px; }
  .rich { max-inline-size: 68ch; overflow-wrap: anywhere; }
  .rich > :first-child { margin-block-start: 0; }
  .rich > :last-child { margin-block-end: 0; }
  .rich :is(ul, ol) { list-style: revert; padding-inline-start: 24px; }
  .rich a { color: var(--_brand); }

  .mxw { container-type: inline-size; }
  .mx { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); }
  .mx-head { display: none; }
  .mx-row { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); padding: 14px 16px; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface); }
  .mx-h { font-weight: 600; overflow-wrap: anywhere; }
  .mx-x { justify-self: end; }
  .likert .mx-row { gap: 0; padding: 14px 4px 4px; }
  .likert .mx-h { padding: 0 12px 6px; }
  .likert .mx-c { display: flex; gap: 12px; align-items: center; min-block-size: 44px; padding: 8px 12px; border-radius: 6px; cursor: pointer; }
  .likert .mx-c.on { background: var(--_tint); box-shadow: inset 0 0 0 2px var(--_brand); }
  .likert .mx-row[aria-invalid=true] { border-color: var(--_bad); }

  /* em is the container's own: a table of many columns, whose container has larger type, needs more room. */
  .mxw.big { font-size: 1.5em; }
  .mxw.big > * { font-size: .6667em; }
  @container (min-width: 36em) {
    .table { display: table; table-layout: fixed; inline-size: 100%; border-spacing: 0; }
    .table > * { display: table-row; }
    .table > * > * { display: table-cell; padding: 10px 8px; vertical-align: middle; border-block-end: 1px solid var(--_line); }
    .mx-head > * { vertical-align: bottom; font-size: .875rem; font-weight: 600; line-height: 1.3; color: var(--_text-soft); overflow-wrap: anywhere; }
    .table > * > .mx-h { inline-size: 24%; padding-inline-start: 0; font-weight: 400; }
    .likert > * > .mx-h { inline-size: 34%; }
    .likert > .mx-head > * { text-align: center; }
    .table > .mx-row[aria-invalid=true] > .mx-h { box-shadow: inset 4px 0 var(--_bad); padding-inline-start: 12px; }
    .likert > * > .mx-c { text-align: center; min-block-size: 48px; border-radius: 0; }
    .likert > * > .mx-c > input { vertical-align: middle; }
    .likert .mx-c > span, .grid .mx-c > .q > .t { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    .grid > * > .mx-c { vertical-align: top; }
    .numbered > * > .mx-h { inline-size: 44px; }
    .numbered .word { display: none; }
    .grid > * > .mx-x { inline-size: 112px; text-align: end; }
  }

  @media (forced-colors: active) {
    .choice.on, .likert .mx-c.on { outline: 3px solid Highlight; outline-offset: -3px; }
    .choice:focus-within, .likert .mx-c:focus-within { outline: 3px solid CanvasText; outline-offset: 2px; }
    [role=option][aria-selected=true] { forced-color-adjust: none; background: Highlight; color: HighlightText; }
    .combo::after, summary::before { border-color: CanvasText; }
  }
  @media print {
    button, .pop, .combo::after, .req { display: none; }
    .chunk { content-visibility: visible; }
    .q, .mx-row, .entry, .choice { break-inside: avoid; }
    .choice.on { box-shadow: inset 0 0 0 2px; }
  }
`;

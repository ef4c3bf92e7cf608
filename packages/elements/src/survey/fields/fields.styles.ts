import { css } from 'lit';

/** Everything inside a question. Needs `tokens`; the element around decides its own font, colour and width. */
export const fieldStyles = css`
  * { box-sizing: border-box; overflow-wrap: anywhere; }
  .els, .choices, .panel, .mx, .mx-row { display: grid; grid-template-columns: minmax(0, 1fr); gap: 28px; }
  .choices { gap: 8px; }
  .panel { gap: 16px; }
  .chunk { content-visibility: auto; contain-intrinsic-height: auto 3000px; }
  .chunk:focus-within { content-visibility: visible; }
  .q { min-width: 0; margin: 0; padding: 0; border: 0; scroll-margin: 24px; }
  .t { display: block; padding: 0; margin: 0 0 6px; font-weight: 600; line-height: 1.4; }
  .t, .help, .rich { max-width: 68ch; }
  .soft { font-weight: 400; font-size: .875rem; color: var(--_text-soft); }
  .about { display: block; }
  .help { margin: -4px 0 8px; }
  .choice + .help { margin: 6px 0 0; }
  .panel > .help { margin: -8px 0 0; }
  .note { margin: 0; padding: 12px 16px; border: 1px dashed var(--_line); border-radius: 6px; color: var(--_text-soft); }
  :is(.input, .combo) { max-width: 36rem; }
  :is(.choices, .note, textarea.input, label.choice) { max-width: 48rem; }
  :focus-visible { outline: 3px solid var(--_focus); outline-offset: 2px; }
  .vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .errors p { display: flex; gap: 6px; margin: 6px 0 0; color: var(--_bad); font-size: .875rem; font-weight: 600; }

  .input { display: block; font: inherit; color: inherit; width: 100%; min-height: 44px; padding: 8px 12px; margin: 0; border: 1px solid var(--_field-line);
    border-radius: 6px; background: var(--_surface); text-overflow: ellipsis; }
  textarea.input { resize: vertical; field-sizing: content; min-height: 108px; max-height: 60vh; }
  .input:is([type=date], [type=time], [type=month], [type=week], [type=datetime-local], [inputmode=decimal], .short) { max-width: 16rem; }
  .input[type=color] { width: 88px; padding: 4px; }
  ::placeholder { color: var(--_text-soft); opacity: 1; }
  .off, .input:is(:read-only, :disabled):not(select:enabled, [type=color]:enabled) {
    cursor: default; background: var(--_surface-2); border-style: dashed; color: var(--_text-soft); opacity: 1; }
  .input[aria-invalid=true] { border: 2px solid var(--_bad); padding: 7px 11px; }
  .value { font-size: 1.25rem; font-weight: 600; }

  .choices.inline, .scale, .chips { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
  .choices.cols { display: grid; gap: 8px; max-width: none; grid-template-columns: repeat(auto-fill, minmax(min(100%, 12rem), 1fr)); }
  .choice, .likert .mx-c { display: flex; gap: 12px; align-items: center; min-height: 44px; padding: 8px 12px; border-radius: 6px; cursor: pointer; }
  .choice, .mx-row { border: 1px solid var(--_line); background: var(--_surface); border-radius: 6px; }
  .choice:hover { border-color: var(--_field-line); }
  .choice > span { position: relative; }
  .on { background: var(--_tint) !important; box-shadow: inset 0 0 0 2px var(--_brand); }
  .off:not(.on) { background: var(--_surface-2); }
  .bad .choice, .mx-row.bad { border-color: var(--_bad); }
  :is(.choice, .likert .mx-c):focus-within { outline: 3px solid var(--_focus); outline-offset: 2px; }
  :is(.choice, .likert) input { outline: none; }
  [type=radio], [type=checkbox] { width: 20px; height: 20px; margin: 0; flex: none; cursor: inherit; }
  input { accent-color: var(--_brand); }
  .other { display: block; margin-top: 10px; font-weight: 600; font-size: .875rem; }
  .other input { margin-top: 4px; font-size: 1rem; font-weight: 400; }
  .scale { display: inline-flex; max-width: 100%; gap: 6px; }
  .scale .choice { flex-direction: column; gap: 4px; min-width: 46px; padding: 8px; }
  .ends { flex: 1 0 100%; width: 0; min-width: 100%; display: flex; justify-content: space-between; gap: 16px; margin: 0; }
  .ends :last-child { text-align: end; }

  button { font: inherit; font-weight: 600; min-height: 44px; padding: 8px 16px; border: 2px solid transparent; border-radius: var(--_radius);
    cursor: pointer; background: none; color: var(--_brand); }
  .secondary { border-color: currentColor; }
  .plain { text-decoration: underline; text-underline-offset: 3px; padding: 8px 6px; }
  button:hover { background: var(--_tint); }
  button:is(:disabled, [aria-disabled=true]) { color: var(--_text-soft); border-style: dashed; background: none; cursor: default; }
  .remove { width: 44px; padding: 0; color: inherit; }

  .combo { position: relative; }
  .combo .input { padding-inline-end: 40px; }
  .combo::after, summary::before { content: ''; flex: none; width: 8px; height: 8px; border: solid; border-width: 0 2px 2px 0; transform: rotate(45deg); }
  .still::after { display: none; }
  .combo::after { position: absolute; top: 16px; inset-inline-end: 16px; pointer-events: none; }
  .pop { position: absolute; z-index: 9; inset-inline: 0; margin-top: 4px; max-height: 18rem; overflow-y: auto; background: var(--_surface);
    border: 1px solid var(--_field-line); border-radius: 6px; box-shadow: 0 8px 24px #0003; }
  .pop[hidden] { display: none; }
  .pop p { margin: 8px 12px; }
  ul, ol { list-style: none; margin: 0; padding: 0; }
  [role=option] { min-height: 44px; padding: 10px 12px; cursor: pointer; }
  [role=option]:is(:hover, [aria-selected=true]) { background: var(--_tint); }
  [aria-selected=true] { box-shadow: inset 0 0 0 2px var(--_brand); }
  .chips { margin: 10px 0; }
  .chips li { display: flex; align-items: center; padding-inline-start: 12px; border: 1px solid var(--_brand); border-radius: 6px; background: var(--_tint); }

  .panel { padding-inline-start: 16px; border-inline-start: 4px solid var(--_line); }
  h3 { font-size: 1.125rem; line-height: 1.3; margin: 0; }
  summary { display: flex; align-items: center; gap: 10px; min-height: 44px; cursor: pointer; }
  summary::before { transform: rotate(-45deg); }
  [open] > summary::before { transform: rotate(45deg); }
  [open] > summary { margin-bottom: 16px; }
  dt { font-weight: 600; }
  dd { margin: 0 0 8px; white-space: pre-wrap; }

  .mxw { container-type: inline-size; }
  /* em is the container's own: a table of many columns, whose container has larger type, needs more room. */
  .big { font-size: 1.5em; }
  .big > * { font-size: 1rem; }
  .mx { gap: 12px; }
  .mx-head { display: none; }
  .mx-row { gap: 12px; padding: 14px 16px; }
  .mx-h { font-weight: 600; }
  .likert .mx-row { gap: 0; padding: 12px 4px 4px; }
  .likert .mx-h { padding: 0 12px 6px; }
  @container (min-width: 36em) {
    .table { display: table; table-layout: fixed; width: 100%; border-spacing: 0; }
    .table > * { display: table-row; }
    .table > * > * { display: table-cell !important; padding: 10px 8px !important; vertical-align: middle; border-bottom: 1px solid var(--_line); }
    .mx-head > * { vertical-align: bottom; font-size: .875rem; font-weight: 600; line-height: 1.3; color: var(--_text-soft); }
    .table .mx-h { width: 24%; font-weight: 400; }
    .likert .mx-h { width: 34%; }
    .likert .mx-head, .likert .mx-c { text-align: center; }
    .likert .mx-c { border-radius: 0; height: 48px; }
    .likert .mx-c span { position: absolute; clip-path: inset(50%); white-space: nowrap; }
    .likert input { vertical-align: middle; }
    .mx-row.bad > .mx-h { border-inline-start: 4px solid var(--_bad); }
  }

  @media (forced-colors: active) {
    .on, [aria-selected=true] { outline: 3px solid Highlight; outline-offset: -3px; }
    :is(.choice, .likert .mx-c):focus-within { outline: 3px solid CanvasText; outline-offset: 2px; }
  }
  @media print {
    button, .pop, .combo::after { display: none; }
    .chunk { content-visibility: visible; }
    .q, .mx-row { break-inside: avoid; }
  }
`;

import { css } from 'lit';

/** What elements have in common: their box, text, buttons, fields, tags, notes. Needs `tokens`. */
export const controlStyles = css`
  :host { display: block; container-type: inline-size; color: var(--_ink); font-family: var(--asb-font, inherit); font-size: 1rem; line-height: 1.5; text-align: start; }
  :host([hidden]), [hidden] { display: none !important; }
  * { box-sizing: border-box; overflow-wrap: anywhere; }
  .box { padding: 16px; background: var(--_surface); border: 1px solid var(--_line); border-radius: 12px; display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
  h2, h3, h4 { margin: 0; line-height: 1.25; text-wrap: balance; }
  h2 { font-size: 1.5rem; }
  h3 { font-size: 1.125rem; }
  h4 { font-size: 1rem; }
  p { margin: 0; max-inline-size: 68ch; }
  ul, ol { margin: 0; padding: 0; list-style: none; }
  a { color: var(--_brand); text-underline-offset: 3px; }
  .soft { color: var(--_text-soft); font-size: .875rem; font-weight: 400; }
  .row { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; }
  .vh { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  :focus-visible { outline: 3px solid var(--_focus); outline-offset: 2px; }
  [tabindex='-1']:focus:not(:focus-visible) { outline: none; }

  button, .button { font: inherit; font-weight: 600; min-block-size: 44px; padding: 8px 16px; border: 2px solid transparent; border-radius: var(--_radius); cursor: pointer;
    background: none; color: var(--_brand); display: inline-flex; gap: 8px; align-items: center; text-decoration: none; text-align: start; }
  .primary { background: var(--_brand); color: var(--_on-brand); }
  .primary:hover { background: color-mix(in oklab, var(--_brand), var(--_ink) 35%); }
  .secondary { border-color: currentColor; }
  .secondary:hover, .plain:hover { background: var(--_tint); }
  .plain { text-decoration: underline; text-underline-offset: 3px; padding-inline: 6px; }
  button:disabled { color: var(--_text-soft); border-style: dashed; background: none; cursor: default; }

  label { font-weight: 600; }
  .input { display: block; font: inherit; color: inherit; inline-size: 100%; min-block-size: 44px; padding: 8px 12px; border: 1px solid var(--_field-line); border-radius: 6px; background: var(--_surface); }
  textarea.input { min-block-size: 120px; max-block-size: 50vh; resize: vertical; }
  .input[aria-invalid=true] { border: 2px solid var(--_bad); padding: 7px 11px; }
  .error { color: var(--_bad); font-size: .875rem; font-weight: 600; display: flex; gap: 6px; }

  .tag { display: inline-flex; gap: 6px; align-items: center; font-size: .875rem; font-weight: 600; padding: 1px 10px; border-radius: 99px; border: 1px solid currentColor; }
  .ok { color: var(--_ok); }
  .warn { color: var(--_warn); }
  .bad { color: var(--_bad); }
  .unknown { color: var(--_unknown); }
  .note { padding: 12px 16px; border-inline-start: 4px solid var(--_brand); background: var(--_tint); border-start-end-radius: 8px; border-end-end-radius: 8px; display: grid; gap: 8px; justify-items: start; }
  .note.trouble { border-color: var(--_bad); background: var(--_tint-warm); }
  .empty { display: grid; justify-items: start; gap: 12px; padding: 20px; border: 2px dashed var(--_field-line); border-radius: 12px; }
  summary { display: flex; align-items: center; gap: 10px; min-block-size: 44px; cursor: pointer; font-weight: 600; color: var(--_brand); list-style: none; }
  summary::-webkit-details-marker { display: none; }
  summary::before { content: ''; flex: none; inline-size: 8px; block-size: 8px; border: solid; border-width: 0 2px 2px 0; transform: rotate(-45deg); }
  [open] > summary::before { transform: rotate(45deg); }
  table { border-collapse: collapse; inline-size: 100%; font-variant-numeric: tabular-nums; }
  th, td { text-align: start; vertical-align: top; padding: 8px 12px 8px 0; border-block-end: 1px solid var(--_line); font-weight: 400; }
  thead th { font-size: .875rem; color: var(--_text-soft); font-weight: 600; }
  code { font-size: .875em; overflow-wrap: anywhere; }

  @container (min-width: 40rem) {
    .box { padding: 24px 28px; }
  }
  @media (forced-colors: active) {
    .primary { border-color: ButtonText; }
    .tag, .note { border: 1px solid CanvasText; }
  }
  @media print {
    .box { padding: 0; border: 0; }
    button, .button, .empty, slot { display: none !important; }
  }
`;

import { css } from 'lit';

export const issuerStyles = css`
  .stack, form { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); justify-items: start; }
  .stack > *, form > * { max-inline-size: 100%; }
  .stack > .field, form > .field, .card > .field, .stack > .scroll, .stack > details, form > details, .stack > section, .stack > .note, form > .note, .stack > .design, .stack > .grid, .stack > .card, .awards, .cards, .templates, .stack > .empty, .stack > progress { inline-size: 100%; }
  .field { display: grid; gap: 4px; min-inline-size: 0; }
  .field > .input { max-inline-size: 44rem; }
  fieldset { border: 0; margin: 0; padding: 0; min-inline-size: 0; }
  legend { font-weight: 600; padding: 0; margin-block-end: 4px; }
  .choice { display: grid; grid-template-columns: 24px minmax(0, 1fr); gap: 10px; align-items: start; padding-block: 10px; font-weight: 400; cursor: pointer; }
  .choice input { inline-size: 20px; block-size: 20px; margin: 2px 0 0; accent-color: var(--_brand); }
  .choice .soft { display: block; }
  .code { font-weight: 600; }
  select.input { appearance: auto; }
  input[type=color].input { padding: 4px; inline-size: 72px; }
  .grid { display: grid; gap: 16px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 11rem), 1fr)); }

  .steps { display: flex; flex-wrap: wrap; gap: 4px 8px; border-block-end: 1px solid var(--_line); padding-block-end: 12px; }
  .step { color: var(--_text-soft); font-weight: 600; padding-inline: 8px; }
  .step[aria-current=step] { color: var(--_brand); background: var(--_tint); }
  .number { display: inline-grid; place-items: center; inline-size: 26px; block-size: 26px; border: 2px solid currentColor; border-radius: 50%; font-size: .875rem; }

  .card { border: 1px solid var(--_line); border-radius: var(--_radius); padding: 16px; display: grid; gap: 12px; justify-items: start; }
  dl { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2px 20px; margin: 0; }
  dt { color: var(--_text-soft); }
  dd { margin: 0 0 6px; }

  .templates { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 9rem), 1fr)); }
  .template { inline-size: 100%; block-size: 100%; flex-direction: column; justify-content: flex-start; text-align: center; gap: 8px; padding: 12px; border: 2px solid var(--_line); color: var(--_ink); font-weight: 600; }
  .template:hover { background: var(--_tint); }
  .template[aria-pressed=true] { border-color: var(--_brand); background: var(--_tint); }
  .template img { inline-size: 96px; block-size: 96px; }
  .plus { display: grid; place-items: center; inline-size: 96px; block-size: 96px; border: 2px dashed currentColor; border-radius: 50%; font-size: 2.5rem; font-weight: 400; }
  .design { display: grid; gap: 20px; grid-template-columns: minmax(0, 1fr); }
  figure { margin: 0; display: grid; justify-items: center; gap: 8px; align-content: start; }
  figure img { max-inline-size: 100%; object-fit: contain; }
  figcaption { font-weight: 600; text-align: center; }

  .scroll { overflow-x: auto; }
  caption { text-align: start; font-weight: 600; padding-block-end: 4px; }
  progress { block-size: 16px; accent-color: var(--_brand); }
  .todo { list-style: disc; padding-inline-start: 20px; display: grid; gap: 6px; }
  .awards { display: grid; gap: 8px; }
  .award { border: 1px solid var(--_line); border-radius: var(--_radius); padding: 12px 14px; display: grid; gap: 6px; }
  .between strong, .between .soft { display: block; }
  .between { justify-content: space-between; }
  .cards { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); }
  .badge-card { display: grid; grid-template-columns: 72px minmax(0, 1fr) auto; gap: 12px; align-items: center; border: 1px solid var(--_line); border-radius: var(--_radius); padding: 12px; break-inside: avoid; }
  .badge-card span, .badge-card strong { display: block; }
  .qr { inline-size: 96px; block-size: 96px; }

  @container (min-width: 40rem) {
    .design { grid-template-columns: 220px minmax(0, 1fr); }
    dl { grid-template-columns: max-content minmax(0, 1fr); gap: 6px 20px; }
  }
  @media (forced-colors: active) {
    .step[aria-current=step], .template[aria-pressed=true] { outline: 3px solid Highlight; outline-offset: -3px; }
    .qr { forced-color-adjust: none; }
  }
  @media print {
    nav, .box > :not(section), section > :not(.sheets), .sheets > summary, .sheets > div > :not(.cards) { display: none !important; }
    .cards { grid-template-columns: 1fr 1fr; }
    .qr { inline-size: 30mm; block-size: 30mm; }
  }
`;

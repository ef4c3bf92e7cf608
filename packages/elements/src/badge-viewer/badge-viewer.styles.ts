import { css } from 'lit';

export const viewerStyles = css`
  .drop { align-content: center; }
  .drop:first-child { min-block-size: 180px; }
  .drop.over { border-color: var(--_brand); border-style: solid; background: var(--_tint); }
  .drop .soft { max-inline-size: 60ch; font-size: 1rem; }
  form { display: grid; gap: 8px; justify-items: start; }
  form .input { max-inline-size: 36rem; }
  .field { inline-size: 100%; display: grid; gap: 4px; }
  .line { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; inline-size: 100%; }
  .line .field { flex: 1 1 14rem; max-inline-size: 30rem; }

  .badge { display: grid; gap: 20px; grid-template-columns: minmax(0, 1fr); }
  .band { display: grid; grid-template-columns: 40px minmax(0, 1fr); gap: 4px 14px; padding: 14px 16px; border-radius: var(--_radius); border: 2px solid currentColor; background: color-mix(in oklab, currentColor 8%, var(--_surface)); }
  .band > .sign { grid-row: 1 / 3; display: grid; place-items: center; inline-size: 40px; block-size: 40px; border-radius: 50%; background: currentColor; font-size: 1.375rem; font-weight: 700; }
  .band > .sign > span { color: var(--_surface); }
  .band h2 { font-size: 1.375rem; align-self: center; }
  .band p { color: var(--_ink); grid-column: 2; }
  .head { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); align-items: start; }
  .picture { inline-size: 120px; block-size: 120px; object-fit: contain; display: block; }
  svg.picture { color: var(--_brand); }
  .name { font-size: 1.375rem; }
  .head p { margin-block-start: 6px; white-space: pre-line; }
  dl { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2px 16px; margin: 12px 0 0; }
  dt { color: var(--_text-soft); }
  dd { margin: 0 0 6px; }
  dd .tag { margin-inline-start: 6px; }
  section { display: grid; gap: 8px; padding-block-start: 16px; border-block-start: 1px solid var(--_line); }
  .items { display: grid; gap: 12px; }
  .items > li { padding-inline-start: 12px; border-inline-start: 3px solid var(--_line); display: grid; gap: 2px; justify-items: start; }
  .chips { display: flex; flex-wrap: wrap; gap: 6px; }
  .chips li { padding: 2px 10px; border-radius: 99px; background: var(--_surface-2); border: 1px solid var(--_line); font-size: .875rem; }
  .rich { display: grid; gap: 8px; }
  .rich ul { list-style: disc; padding-inline-start: 22px; }
  .rich ol { list-style: decimal; padding-inline-start: 22px; }
  .rich blockquote { margin: 0; padding-inline-start: 12px; border-inline-start: 3px solid var(--_line); }
  .expert > div { display: grid; gap: 12px; overflow-x: auto; padding-block-end: 8px; }
  .expert dl { margin: 0; }

  .list { display: grid; gap: 8px; }
  .list > li { border: 1px solid var(--_line); border-radius: var(--_radius); padding: 0 14px; }
  .list summary { padding-block: 10px; color: inherit; flex-wrap: wrap; }
  .list summary > span:first-of-type { flex: 1 1 12rem; min-inline-size: 0; }
  .list summary strong, .list summary .soft { display: block; }
  .list details > .badge { padding-block: 8px 16px; }
  .counts { display: flex; flex-wrap: wrap; gap: 8px; }

  .compact { display: grid; grid-template-columns: 56px minmax(0, 1fr); gap: 6px 14px; align-items: center; max-inline-size: 30rem; padding: 12px 14px; margin: 0; }
  .compact .picture { inline-size: 56px; block-size: 56px; }
  .compact p { margin: 0; }
  .compact > details { grid-column: 1 / -1; }
  .compact .badge { padding-block-start: 8px; }

  video { inline-size: 100%; max-inline-size: 30rem; border-radius: var(--_radius); background: #000; }

  @container (min-width: 30rem) {
    .head { grid-template-columns: 140px minmax(0, 1fr); gap: 20px; }
    .picture { inline-size: 140px; block-size: 140px; }
    dl { grid-template-columns: max-content minmax(0, 1fr); gap: 6px 20px; }
    dd { margin: 0; }
  }
  @media (forced-colors: active) {
    .band > .sign { forced-color-adjust: none; background: CanvasText; }
    .band > .sign > span { color: Canvas; }
    .drop.over { border-color: Highlight; }
  }
  @media print {
    .actions, .mine, .hosts, .drop { display: none; }
    section, .band { break-inside: avoid; }
  }
`;

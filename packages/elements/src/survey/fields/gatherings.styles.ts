import { css } from 'lit';

/** What is inside the questions of `gatherings.ts`; needs `fieldStyles`. */
export const gatheringStyles = css`
  .items, .rank, .entry { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; }
  .rank { gap: 8px; }
  .items { grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr)); }
  .items .t, .mx-c .t { font-weight: 400; }
  :is(.file, .slide, .two) { max-width: 36rem; }
  .rank { max-width: 48rem; }
  .foot, .rank li, .entry-head { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
  .pictures { display: grid; gap: 8px; max-width: none; }
  .pictures { grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); }
  .pictures .choice { display: grid; grid-template-columns: 20px minmax(0, 1fr); padding: 12px; }
  .pictures .choice > span { display: contents; }
  .pictures img { grid-row: 1; grid-column: 1 / 3; width: 100%; aspect-ratio: 4 / 3; object-fit: cover; background: var(--_surface-2); }
  .rank li, .entry { border: 1px solid var(--_line); background: var(--_surface); border-radius: 6px; }
  img { display: block; max-width: 100%; height: auto; border-radius: 6px; }
  ::file-selector-button { font: inherit; font-weight: 600; min-height: 44px; margin-inline-end: 12px; padding: 8px 16px; border: 2px solid; border-radius: var(--_radius); cursor: pointer; background: none; color: var(--_brand); }
  .foot { margin-top: 12px; }
  .chips .bare { display: contents; }
  .file { font: inherit; width: 100%; padding: 10px; border: 2px dashed var(--_field-line); border-radius: var(--_radius); color: inherit; }
  .file[aria-invalid=true] { border-color: var(--_bad); }
  .rank li { padding: 6px 12px; }
  .rank b { min-width: 20px; color: var(--_brand); }
  .rank b + span { flex: 1 1 10rem; }
  .steps { display: flex; gap: 6px; margin-inline-start: auto; }
  .step { padding: 4px 10px; border-width: 1px; font-size: .875rem; }
  .slide { display: flex; align-items: center; gap: 16px; }
  .range { flex: 1; min-width: 0; height: 44px; margin: 0; }
  output { min-width: 4ch; font-weight: 600; }
  .two { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 12px; align-items: center; }
  .entry { padding: 16px; margin-bottom: 12px; }
  .entry h3 { font-size: 1rem; }
  .entry-head { justify-content: space-between; margin: -8px 0; min-height: 44px; }
  .rich > :first-child { margin-top: 0; }
  .rich > :last-child { margin-bottom: 0; }
  .rich :is(ul, ol) { list-style: revert; padding-inline-start: 24px; }
  .rich a { color: var(--_brand); }
  .mx-x { justify-self: end; }

  @container (min-width: 36em) {
    .grid > * > * { vertical-align: baseline; }
    .numbered .mx-h { width: 44px; }
    .sums .mx-h { width: 72px; }
    .numbered .mx-h .word { display: none; }
    .grid .mx-x { width: 124px; text-align: end; white-space: nowrap; }
    .grid .mx-c > .q > .t, .table .total .word { position: absolute; clip-path: inset(50%); white-space: nowrap; }
  }
  @media print {
    .entry { break-inside: avoid; }
  }
`;

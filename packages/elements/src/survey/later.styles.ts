import { css } from 'lit';

/** Drafts, the summary, copies and the receipt; what stands from the first question on is in `survey.styles.ts`. */
export const laterStyles = css`
  .sum { margin: 0; }
  .sum .sum { margin: 8px 0 8px 12px; }
  .sum .t { font-weight: 600; }
  .pairs > div { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 4px 16px; padding: 4px 0; border-top: 1px solid var(--_line); break-inside: avoid; }
  .pairs dt { font-weight: 400; }
  .pairs dd { margin: 0; font-weight: 600; }
  .pairs .soft { font-weight: 400; }
  .pairs { gap: 0; }
  .rich > :first-child { margin-top: 0; }
  .rich > :last-child { margin-bottom: 0; }
  .rich :is(ul, ol) { list-style: revert; padding-inline-start: 24px; }
  .rich a { color: var(--_brand); }
  .copies { gap: 0 24px; margin-block: 16px 8px; }
  .copies .plain, [data-focus=erase] { padding-inline: 0; text-align: start; }
  .card { padding: 16px; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface-2); }
  .card h3 { margin-block-end: 6px; }
  .card .help { margin: 12px 0 0; }
  .draft { margin-block-start: 24px; padding-block-start: 8px; border-block-start: 1px solid var(--_line); font-size: .9375rem; }
  .draft [open] > summary, .draft[open] > summary { margin-block-end: 0; }
  .sure { padding: 12px 16px; border: 1px solid var(--_bad); border-radius: var(--_radius); }
  .link { margin-block-start: 16px; }
  .link .help { margin-block-start: 0; }
  .link .nav { margin-block-start: 0; }
  .link .input { flex: 1 1 14rem; inline-size: auto; }

  .read { margin-block-start: 24px; }
  .read h4 { padding-block-end: 8px; border-block-end: 2px solid var(--_line); }
  .line { display: grid; grid-template-columns: minmax(0, 1fr) max-content; gap: 16px; align-items: start; padding-block: 10px; border-block-end: 1px solid var(--_line); }
  .line .plain { min-block-size: 44px; margin-block: -8px; font-size: .9375rem; }
  .late, .good { display: flex; gap: 10px; align-items: baseline; }
  .late::before, .good::before { content: '✓' / ''; flex: none; color: var(--_ok); }
  .late::before { content: '◷' / ''; color: var(--_warn); }
  .rich, .good + .receipt { margin-block-start: 14px; }
  .late { margin-block-end: 6px; }
  .late ~ .help { margin: 8px 0 0; }
  .top + .summary { margin-block-start: 12px; }
  .receipt { margin-block-end: 8px; padding: 14px 16px; border-radius: var(--_radius); background: var(--_tint); }
  .code { font-size: 1.25rem; font-weight: 600; letter-spacing: .04em; font-variant-numeric: tabular-nums; }
  .draft > summary { padding-inline: 0; background: none; font-size: .9375rem; font-weight: 600; color: var(--_brand); }
  .paper { display: none; }

  @container (min-width: 40rem) {
    .receipt > div { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: 16px; }
    .line .sum { display: block; }
  }
  @media print {
    .draft { display: none; }
    .paper { display: block; margin-block-start: 24px; }
    .line { break-inside: avoid; }
  }
`;

import { css } from 'lit';

/** The frame around the questions; theirs is in `fields.styles.ts`. */
export const surveyStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--_ink);
    font-family: var(--asb-font, inherit);
    font-size: 1rem;
    line-height: 1.5;
    text-align: start;
  }
  :host([hidden]), [hidden] { display: none; }
  .survey { max-inline-size: 60rem; margin-inline: auto; padding: 16px; background: var(--_surface); border: 1px solid var(--_line); border-radius: 12px; }
  .survey > *:last-child { margin-block-end: 0; }
  h2, h3, h4 { line-height: 1.25; margin: 0; text-wrap: balance; overflow-wrap: anywhere; }
  h3:focus, [tabindex='-1']:focus:not(:focus-visible) { outline: none; }
  .title { font-size: 1.5rem; }
  .title.small { font-size: .9375rem; font-weight: 600; color: var(--_text-soft); }
  h3 { font-size: 1.25rem; }
  h4 { font-size: 1.0625rem; }
  p { margin: 0; max-inline-size: 68ch; overflow-wrap: anywhere; }
  .lead { margin-block: 6px 0; color: var(--_text-soft); }
  a { color: var(--_brand); text-underline-offset: 3px; }
  header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 16px; margin-block-end: 12px; }
  header .title { flex: 1 1 12rem; }
  header .lead { flex: 1 0 100%; max-inline-size: none; }
  header .lang { padding-inline: 0; font-size: .875rem; }

  .rgpd { margin-block: 0 20px; padding: 14px 16px 6px; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface-2); }
  details.rgpd { margin-block-start: 24px; padding-block: 0; }
  details.rgpd > :last-child { margin-block-end: 14px; }
  .rgpd h3 { font-size: 1rem; margin-block-end: 2px; }
  .rgpd p { font-size: .9375rem; }
  .rgpd summary, .summary summary { padding-inline: 0; background: none; font-size: .9375rem; font-weight: 600; color: var(--_brand); }
  .rgpd details > p, .rgpd dl { margin-block-end: 10px; }
  dl { margin: 0; display: grid; gap: 8px; }
  dt { font-size: .875rem; color: var(--_text-soft); }
  dd { margin: 0; overflow-wrap: anywhere; max-inline-size: 68ch; }
  .rgpd [open] > summary { margin-block-end: 4px; }

  .top { display: grid; gap: 2px 16px; grid-template-columns: minmax(0, 1fr); align-items: baseline; margin-block-end: 20px; }
  .top:has(h3) { margin-block-end: 4px; }
  .stage { font-weight: 600; color: var(--_brand); font-variant-numeric: tabular-nums; }
  .status { display: flex; gap: 8px; align-items: baseline; font-size: .875rem; color: var(--_text-soft); }
  .status:empty { display: none; }
  .status.ok::before, .status.bad::before { content: ''; flex: none; inline-size: 8px; block-size: 8px; border-radius: 50%; background: var(--_ok); }
  .status.bad { color: var(--_bad); font-weight: 600; }
  .status.bad::before { border-radius: 1px; background: var(--_bad); }
  progress { grid-column: 1 / -1; inline-size: 100%; block-size: 8px; margin-block-start: 6px; border: 0; border-radius: 4px; overflow: hidden; appearance: none; background: var(--_line); color: var(--_brand); }
  ::-webkit-progress-bar { background: var(--_line); }
  ::-webkit-progress-value { background: var(--_brand); }
  ::-moz-progress-bar { background: var(--_brand); }

  .page { margin-block-end: 28px; }
  .page > .els { margin-block-start: 20px; }
  .page + .page { padding-block-start: 24px; border-block-start: 1px solid var(--_line); }
  .nav { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; margin-block-start: 12px; }
  .primary { background: var(--_brand); color: var(--_on-brand); }
  .primary:hover { background: color-mix(in oklab, var(--_brand), var(--_ink) 35%); }

  .summary { border-inline-start: 4px solid var(--_bad); background: var(--_tint-warm); padding: 12px 16px; border-start-end-radius: 8px; border-end-end-radius: 8px; margin-block-end: 20px; scroll-margin-block: 24px; }
  .summary h2, .summary h3, .summary h4 { font-size: 1.0625rem; margin-block-end: 4px; }
  .summary a { color: inherit; font-weight: 600; }
  .summary > ul { display: grid; gap: 6px; }
  .summary details ul { display: grid; gap: 6px; font-size: .875rem; }
  .summary p + p { margin-block-start: 10px; }
  code { font-size: .9375em; overflow-wrap: anywhere; }

  .tell { max-inline-size: none; padding: 10px 14px; margin-block-end: 16px; border-inline-start: 4px solid var(--_brand); background: var(--_tint); border-start-end-radius: 6px; border-end-end-radius: 6px; }
  .tell.warn { border-color: var(--_warn); background: var(--_surface-2); }
  .wait { padding-block: 24px; color: var(--_text-soft); }

  @container (min-width: 40rem) {
    .survey { padding: 24px 28px; }
    .title:not(.small) { font-size: 1.75rem; }
    .top { grid-template-columns: minmax(0, 1fr) auto; }
    .rgpd dl > div { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: 16px; }
  }
  @media (prefers-reduced-motion: no-preference) {
    button { transition: background-color 120ms; }
  }
  @media (forced-colors: active) {
    progress { border: 1px solid CanvasText; forced-color-adjust: none; background: Canvas; color: Highlight; }
    ::-webkit-progress-bar { background: Canvas; }
    ::-webkit-progress-value { background: Highlight; }
    ::-moz-progress-bar { background: Highlight; }
    .primary { border-color: ButtonText; }
    .status::before { forced-color-adjust: none; background: CanvasText; }
    .choice.on, .mx-c.on { outline: 2px solid Highlight; }
  }
  @media print {
    .survey { padding: 0; border: 0; }
    button, .nav, details.rgpd, progress, .status, header .lang, slot { display: none; }
    .q { break-inside: avoid; }
    h3, h4 { break-after: avoid; }
  }
`;

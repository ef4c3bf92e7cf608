import { css } from 'lit';

/** What the self-assessment has of its own; the rest is in `controls.styles.ts`. */
export const selfAssessmentStyles = css`
  .head { display: flex; flex-wrap: wrap; gap: 4px 24px; justify-content: space-between; align-items: baseline; }
  .block { display: block; }
  .status { display: flex; gap: 8px; align-items: baseline; font-size: .875rem; }
  .status.bad { color: var(--_bad); font-weight: 600; }
  .status.ok { color: var(--_text-soft); }
  .status.ok::before, .status.bad::before { content: ''; flex: none; inline-size: 8px; block-size: 8px; border-radius: 50%; background: var(--_ok); }
  .status.bad::before { border-radius: 1px; background: var(--_bad); }
  .view, .group, .fields { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
  .view { gap: 24px; }
  .fields { gap: 8px; }
  h3 { font-size: 1.375rem; }
  .card { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); padding: 16px; border: 1px solid var(--_line); border-radius: 12px; background: var(--_surface); }
  fieldset { min-inline-size: 0; margin: 0; padding: 0; border: 0; display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); }
  fieldset.card { padding: 16px; border: 1px solid var(--_line); }
  legend { padding: 0; font-weight: 600; font-size: 1.0625rem; max-inline-size: 68ch; }
  fieldset.card > legend { float: inline-start; inline-size: 100%; margin-block-end: -4px; }
  fieldset.card > legend + * { clear: both; }
  .pair { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); align-items: start; }
  .input.short { min-block-size: 72px; }
  .narrow { max-inline-size: 16rem; }
  .grow { flex: 1 1 12rem; }
  .end { align-items: end; }
  .note.trouble code { font-weight: 600; }
  .plainlist, .guide { padding-inline-start: 20px; list-style: disc; display: grid; gap: 4px; }
  .sides { display: grid; gap: 10px; }
  .sides li { border-inline-start: 3px solid var(--_line); padding-inline-start: 12px; }
  .sides.high li { border-color: var(--_ok); }
  .sides.low li { border-color: var(--_warn); }
  .sentences { padding-inline-start: 24px; list-style: decimal; display: grid; gap: 6px; }

  .steps { display: flex; flex-wrap: wrap; gap: 4px; border-block-end: 1px solid var(--_line); padding-block-end: 8px; }
  .step { padding-inline: 12px; font-size: .9375rem; }
  .step[aria-current=step] { background: var(--_brand); color: var(--_on-brand); }
  .step:not([aria-current=step]):hover, .axis:hover { background: var(--_tint); }
  .axes { display: grid; gap: 6px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr)); }
  .axis { inline-size: 100%; block-size: 100%; justify-content: space-between; font-weight: 400; font-size: .9375rem; border: 1px solid var(--_line); }
  .axis[aria-current=step] { border: 2px solid var(--_brand); font-weight: 600; padding: 7px 15px; }
  .axis .soft { flex: none; }
  .who { display: grid; gap: 4px; max-inline-size: 28rem; }

  .people { display: grid; gap: 12px; }
  .people li { display: grid; gap: 8px 16px; grid-template-columns: minmax(0, 1fr); align-items: end; padding-block-end: 12px; border-block-end: 1px solid var(--_line); }
  .choice { display: flex; gap: 12px; align-items: baseline; padding: 10px 14px; min-block-size: 44px; border: 1px solid var(--_field-line); border-radius: var(--_radius); font-weight: 400; cursor: pointer; max-inline-size: 68ch; }
  .choice > span { display: flex; gap: 10px; align-items: baseline; flex-wrap: nowrap; }
  .choice .soft.block { inline-size: 100%; }
  .choice > span:has(.block) { display: block; }
  .choice.small { display: inline-flex; padding-block: 8px; border-style: dashed; }
  .choice:hover { background: var(--_tint); }
  .choice:has(:checked) { border: 2px solid var(--_brand); padding: 9px 13px; background: var(--_tint); }
  .choice.small:has(:checked) { padding-block: 7px; border-style: solid; }
  .choice input { flex: none; inline-size: 18px; block-size: 18px; margin: 0; accent-color: var(--_brand); align-self: start; margin-block-start: 3px; }
  .choice:has(:focus-visible) { outline: 3px solid var(--_focus); outline-offset: 2px; }
  .choice :focus-visible { outline: none; }
  .levels { display: grid; gap: 8px; }
  .rank { flex: none; display: inline-grid; place-items: center; inline-size: 24px; block-size: 24px; border-radius: 50%; border: 1px solid currentColor; font-size: .8125rem; font-weight: 600; }
  .from { font-size: .875rem; }

  .scroll { overflow-x: auto; }
  .scroll table { min-inline-size: 24rem; }
  .scroll :is(th, td) { overflow-wrap: break-word; }
  .scroll thead th { white-space: nowrap; }
  .view > button, fieldset > button { justify-self: start; }
  caption { text-align: start; font-weight: 600; padding-block-end: 4px; }
  .positions { margin: 0; display: grid; gap: 4px; grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .positions > div { border: 1px dashed var(--_line); border-radius: var(--_radius); padding: 6px; overflow-wrap: anywhere; }
  .positions .here { background: var(--_tint); border-style: solid; border-color: var(--_brand); }
  .person { font-size: .875rem; }
  .person + .person { margin-block-start: 4px; padding-block-start: 4px; border-block-start: 1px solid var(--_line); }
  .paper { display: none; }
  .set { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
  .chip { display: inline-flex; gap: 6px; align-items: center; min-block-size: 44px; padding: 6px 12px; border: 1px solid var(--_field-line); border-radius: 99px; font-weight: 400; cursor: pointer; font-size: .9375rem; }
  .chip input { margin: 0; accent-color: var(--_brand); }
  .chip:has(:checked) { border-color: var(--_brand); background: var(--_tint); font-weight: 600; }
  .chip:has(:focus-visible) { outline: 3px solid var(--_focus); outline-offset: 2px; }
  .chip :focus-visible { outline: none; }
  .chosen { padding: 8px 12px; border-inline-start: 4px solid var(--_ok); background: var(--_surface-2); }

  .numbers { display: grid; gap: 16px; margin: 0; grid-template-columns: minmax(0, 1fr); }
  .numbers .card { align-content: start; gap: 4px; }
  dt { font-size: .875rem; color: var(--_text-soft); font-weight: 600; }
  dd { margin: 0; }
  .big { font-size: 2.5rem; line-height: 1.1; font-weight: 700; font-variant-numeric: tabular-nums; color: var(--_brand); }
  .bar { display: block; inline-size: 100%; block-size: 8px; margin-block: 6px; border-radius: 4px; overflow: hidden; }
  .bar .track { fill: var(--_line); }
  .bar .fill { fill: var(--_brand); }
  td.score { min-inline-size: 6rem; }
  td .bar { margin-block: 4px 0; block-size: 6px; }
  .axes-results { display: grid; gap: 24px; grid-template-columns: minmax(0, 1fr); align-items: center; }
  .radar { margin: 0; }
  .radar > svg { display: block; inline-size: 100%; max-inline-size: 24rem; margin-inline: auto; }
  .ring { fill: none; stroke: var(--_line); }
  .scale { font-size: 8px; fill: var(--_text-soft); }
  .spoke { font-size: 12px; font-weight: 600; fill: currentColor; }
  .series polygon { fill: none; stroke-width: 2; }
  .s0 polygon { fill: color-mix(in oklab, var(--_brand), transparent 80%); }
  .s0 { stroke: var(--_brand); color: var(--_brand); }
  .s1 { stroke: var(--_accent-text); color: var(--_accent-text); stroke-dasharray: 5 4; }
  .series circle { fill: currentColor; stroke: none; }
  .key { display: flex; flex-wrap: wrap; gap: 4px 16px; justify-content: center; font-size: .875rem; }
  .key svg { inline-size: 24px; block-size: 8px; margin-inline-end: 6px; }
  .key line { stroke-width: 2; }

  .advices { display: grid; gap: 16px; counter-reset: advice; }
  .advice { counter-increment: advice; }
  .advice > h4::before { content: counter(advice) '. '; color: var(--_text-soft); }
  .advice > h4 { font-size: 1.0625rem; }
  .facts { margin: 0; display: grid; gap: 8px 24px; grid-template-columns: minmax(0, 1fr); }

  @container (min-width: 40rem) {
    .pair, .numbers, .facts { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .people li { grid-template-columns: 1fr 1fr auto; }
    .positions { grid-template-columns: repeat(6, minmax(0, 1fr)); }
  }
  @container (min-width: 52rem) {
    .axes-results { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); }
  }
  @media (forced-colors: active) {
    .step[aria-current=step], .choice:has(:checked), .chip:has(:checked) { outline: 2px solid Highlight; outline-offset: -4px; }
    .bar .fill { fill: CanvasText; }
    .bar .track { fill: none; stroke: CanvasText; stroke-width: .5; }
    .ring { stroke: GrayText; }
    .series polygon, .key line { stroke: CanvasText; }
    .series circle { fill: CanvasText; }
  }
  @media print {
    nav, form, .more > summary, .file, .status { display: none !important; }
    .card { break-inside: avoid; border-color: #999; }
    .radar > svg { max-inline-size: 16rem; }
    .screen:has(+ .paper) { display: none; }
    /* Blocks: rows of a grid overlap where a page ends. */
    .paper { display: block; font-size: 10.5pt; }
    .paper > * { margin-block: 0 8px; }
    .paper h2, .paper h3, .paper h4 { break-after: avoid; margin-block-start: 8px; }
    .paper img { max-block-size: 64px; max-inline-size: 200px; }
    .paper tr, .paper li, .paper figure { break-inside: avoid; }
    .paper th, .paper td { vertical-align: top; overflow-wrap: break-word; }
    .box:has(> .paper) { border: 0; padding: 0; box-shadow: none; }
  }
`;

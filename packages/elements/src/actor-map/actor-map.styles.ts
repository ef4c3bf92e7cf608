import { css } from 'lit';

/** What the map of actors has of its own; the rest is in `controls.styles.ts`. */
export const actorMapStyles = css`
  .dropping { outline: 3px dashed var(--_brand); outline-offset: -3px; }
  .drop { position: sticky; inset-block-start: 0; z-index: 2; padding: 12px 16px; background: var(--_tint); font-weight: 600; }
  .all { max-block-size: 20rem; overflow-y: auto; }
  .head { display: flex; flex-wrap: wrap; gap: 4px 24px; justify-content: space-between; align-items: baseline; }
  .block { display: block; }
  .status { display: flex; gap: 8px; align-items: baseline; font-size: .875rem; }
  .status.bad { color: var(--_bad); font-weight: 600; }
  .status.ok { color: var(--_text-soft); }
  .status.ok::before, .status.bad::before { content: ''; flex: none; inline-size: 8px; block-size: 8px; border-radius: 50%; background: var(--_ok); }
  .status.bad::before { border-radius: 1px; background: var(--_bad); }
  h3 { font-size: 1.375rem; }
  h5 { margin: 8px 0 0; font-size: .9375rem; }
  .view, .fields, .field { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); align-content: start; }
  .field { gap: 4px; }
  fieldset { min-inline-size: 0; margin: 0; padding: 0; border: 0; }
  legend { padding: 0; font-weight: 600; }
  .card { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); padding: 16px; border: 1px solid var(--_line); border-radius: 12px; background: var(--_surface); align-content: start; }
  fieldset.card > legend { float: inline-start; inline-size: 100%; }
  fieldset.card > legend + * { clear: both; }
  .card > button { justify-self: start; }
  .input.short { min-block-size: 72px; }
  .pair { display: grid; gap: 16px; grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .plainlist { padding-inline-start: 20px; list-style: disc; display: grid; gap: 4px; }
  .sides { display: grid; gap: 10px; }
  .sides li { border-inline-start: 3px solid var(--_line); padding-inline-start: 12px; }
  .facts { margin: 0; display: grid; gap: 4px; }
  .facts div { display: grid; grid-template-columns: minmax(0, 1fr); }
  dt { font-size: .875rem; color: var(--_text-soft); font-weight: 600; }
  dd { margin: 0; }
  .sides-by-side { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); align-items: start; }

  .steps { display: flex; flex-wrap: wrap; gap: 4px; border-block-end: 1px solid var(--_line); padding-block-end: 8px; }
  .step { padding-inline: 12px; font-size: .9375rem; }
  .step[aria-current=page] { background: var(--_brand); color: var(--_on-brand); }
  .step:not([aria-current=page]):hover { background: var(--_tint); }

  .filters { display: grid; gap: 8px; grid-template-columns: minmax(0, 1fr); }
  .facets { display: flex; flex-wrap: wrap; gap: 8px; align-items: start; }
  .facet { border: 1px solid var(--_line); border-radius: var(--_radius); }
  .facet[open] { flex-basis: 100%; }
  .facet > summary { padding-inline: 12px; font-size: .9375rem; }
  .count { display: inline-grid; place-items: center; min-inline-size: 24px; padding-inline: 6px; border-radius: 99px; background: var(--_brand); color: var(--_on-brand); font-size: .8125rem; }
  .choices { display: grid; gap: 8px; grid-template-columns: minmax(0, 1fr); padding: 4px 12px 12px; }
  .values { display: grid; gap: 2px 16px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); max-block-size: 20rem; overflow-y: auto; }
  .values.one { grid-template-columns: minmax(0, 1fr); max-block-size: none; }
  .value { display: flex; gap: 10px; align-items: center; min-block-size: 40px; font-weight: 400; cursor: pointer; }
  .value input { flex: none; inline-size: 18px; block-size: 18px; margin: 0 0 0 4px; accent-color: var(--_brand); }
  .value > .soft { margin-inline-start: auto; padding-inline-end: 8px; }
  .taken { padding-block: 2px; min-block-size: 36px; font-size: .875rem; border: 1px solid currentColor; border-radius: 99px; background: var(--_tint); }

  .scroll { overflow-x: auto; }
  .scroll table { min-inline-size: 34rem; }
  .scroll :is(th, td, button) { overflow-wrap: break-word; }
  .list thead button { white-space: nowrap; }
  .list th, .list td { padding-block: 2px; vertical-align: middle; }
  .sort, .name { min-block-size: 44px; padding: 4px 6px; font-size: inherit; }
  .sort { color: inherit; }
  .name { text-decoration: underline; text-underline-offset: 3px; }
  .num { text-align: end; padding-inline-end: 24px; }
  tr[aria-current=true] { background: var(--_tint); }

  .square { min-inline-size: 44px; justify-content: center; padding-inline: 8px; }
  .narrow { inline-size: auto; max-inline-size: 14rem; }
  .map { position: relative; overflow: hidden; contain: strict; block-size: clamp(20rem, 70cqi, 36rem); border: 1px solid var(--_line); border-radius: 12px; background: var(--_surface-2); touch-action: pan-x pan-y; cursor: grab; }
  .map-frame { position: relative; }
  .sight { position: absolute; inset: 0; margin: auto; inline-size: 40px; block-size: 40px; pointer-events: none; fill: none; stroke: var(--_bad); stroke-width: 2; }
  .map:active { cursor: grabbing; }
  .ground { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; }
  .tiles { position: absolute; inset: 0; overflow: hidden; }
  .tile { position: absolute; inset: 0 auto auto 0; max-inline-size: none; }
  .ground.over .area { fill: none; stroke: var(--_field-line); }
  .area { fill: var(--_surface); stroke: var(--_line); stroke-width: 1; vector-effect: non-scaling-stroke; }
  .bond { stroke: var(--_brand); stroke-width: 1.5; opacity: .45; }
  .bond.souhaite { stroke: var(--_warn); stroke-dasharray: 6 4; }
  .bond.rompu { stroke: var(--_unknown); stroke-dasharray: 2 4; }
  .bond.strong { opacity: 1; stroke-width: 3; }
  .names, .marks { position: absolute; inset: 0; }
  .names { pointer-events: none; }
  .town { position: absolute; inset: 0 auto auto 0; font-size: .75rem; color: var(--_text-soft); white-space: nowrap; }
  .marks { pointer-events: none; }
  .mark { position: absolute; inset: 0 auto auto 0; pointer-events: auto; min-block-size: 0; inline-size: 28px; block-size: 28px; margin: -14px 0 0 -14px; padding: 4px; border: 0; border-radius: 50%; justify-content: center; background: none; }
  .mark > svg, .key > svg { display: block; inline-size: 20px; block-size: 20px; fill: currentColor; stroke: var(--_surface); stroke-width: 1.5; pointer-events: none; }
  .key > svg { flex: none; }
  .library { color: var(--_brand); }
  .operator { color: var(--_accent-text); }
  .institution { color: var(--_unknown); }
  .social { color: var(--_ok); }
  .france { color: var(--_warn); }
  .other { color: var(--_ink); }
  .rough > svg { fill: var(--_surface); stroke: currentColor; stroke-width: 2; stroke-dasharray: 3 2; }
  .mark[aria-current=true] { background: var(--_tint); outline: 3px solid var(--_brand); }
  .mark.group { background: var(--_brand); color: var(--_on-brand); border: 2px solid var(--_surface); font-size: .875rem; font-variant-numeric: tabular-nums; inline-size: 36px; block-size: 36px; margin: -18px 0 0 -18px; }
  .mark.some { inline-size: 44px; block-size: 44px; margin: -22px 0 0 -22px; }
  .mark.many { inline-size: 52px; block-size: 52px; margin: -26px 0 0 -26px; }
  .mark:focus-visible { z-index: 1; }
  .legend { display: flex; flex-wrap: wrap; gap: 4px 16px; font-size: .875rem; }
  .legend li { display: flex; gap: 6px; align-items: center; }
  .sample { flex: none; inline-size: 36px; block-size: 8px; }
  .sample .bond { opacity: 1; stroke-width: 2; }
  .key.number { display: inline-grid; place-items: center; inline-size: 20px; block-size: 20px; border-radius: 50%; background: var(--_brand); color: var(--_on-brand); font-size: .75rem; }

  .matrix { max-block-size: 80vh; overflow: auto; }
  .matrix table { min-inline-size: 0; inline-size: auto; border-collapse: separate; border-spacing: 0; }
  .matrix thead th { position: sticky; inset-block-start: 0; z-index: 1; background: var(--_surface); vertical-align: bottom; }
  .matrix tbody th { position: sticky; inset-inline-start: 0; background: var(--_surface); min-inline-size: 9rem; max-inline-size: 14rem; }
  .matrix td, .matrix th { padding: 2px 4px; vertical-align: middle; }
  .column { display: block; max-inline-size: 7rem; min-inline-size: 5.5rem; font-size: .8125rem; }
  .cell { inline-size: 100%; min-inline-size: 44px; justify-content: center; padding: 4px; }
  td.existant .cell { background: var(--_tint); }
  td.souhaite .cell { color: var(--_warn); border: 2px dashed currentColor; }
  td.rompu .cell { color: var(--_unknown); }
  .network { block-size: clamp(20rem, 75cqi, 44rem); overflow: hidden; border: 1px solid var(--_line); border-radius: 12px; background: var(--_surface-2); touch-action: pan-x pan-y; cursor: grab; }
  .network:active { cursor: grabbing; }
  .network > svg { display: block; inline-size: 100%; block-size: 100%; }
  .node { cursor: pointer; }
  .node path { fill: currentColor; stroke: var(--_surface); stroke-width: 1.5; }
  .network text { font-size: .75rem; fill: var(--_ink); paint-order: stroke; stroke: var(--_surface-2); stroke-width: 3px; pointer-events: none; }
  .node.chosen path { stroke: var(--_focus); stroke-width: 4; }
  .numbers { display: grid; gap: 16px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); }
  .big { font-size: 2.25rem; line-height: 1.1; font-weight: 700; font-variant-numeric: tabular-nums; color: var(--_brand); }

  @container (min-width: 40rem) {
    .facts div { grid-template-columns: minmax(0, 10rem) minmax(0, 1fr); }
  }
  @container (min-width: 60rem) {
    .sides-by-side { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); }
    .panel .facts div { grid-template-columns: minmax(0, 1fr); }
    .panel { position: sticky; inset-block-start: 8px; max-block-size: 100vh; overflow-y: auto; }
  }
  @media (forced-colors: active) {
    .step[aria-current=page], tr[aria-current=true] { outline: 2px solid Highlight; outline-offset: -4px; }
  }
  @media print {
    nav, form, .file, .status, .facets, .search, .tools { display: none !important; }
    .list button { display: inline !important; color: inherit; }
    .matrix { max-block-size: none; overflow: visible; }
    .matrix :is(thead, tbody) th { position: static; }
    .cell { display: inline !important; color: inherit; }
    .map button { display: inline-flex !important; print-color-adjust: exact; }
    .maptools, .pictures { display: none !important; }
    .card { break-inside: avoid; border-color: #999; }
    .panel { position: static; max-block-size: none; }
  }
`;

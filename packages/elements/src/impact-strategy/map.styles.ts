import { css } from 'lit';

/** The map is a list in a list: indented on a narrow page or as a list, in columns with lines between them where there is room. */
export const mapStyles = css`
  .map-tools { display: grid; gap: 4px; }
  .map-tools .tools { padding: 4px 0; }
  .keys summary { font-size: .875rem; min-block-size: 36px; font-weight: 400; }
  .map { --_gap: 28px; --_col: max(11.5rem, (100cqi - 3 * var(--_gap) - 76px) / 4); }
  .map .heads { display: none; }
  .map ul { display: grid; gap: 8px; grid-template-columns: minmax(0, 1fr); }
  .map ul ul { padding-inline-start: 16px; margin-block-start: 8px; border-inline-start: 2px solid var(--_line); }
  .map .node { position: relative; display: grid; gap: 2px; padding: 8px 12px; border: 1px solid var(--_line); border-inline-start: 4px solid var(--_brand); border-radius: 6px; background: var(--_surface); min-block-size: 44px; }
  .map .node[role=treeitem] { cursor: pointer; }
  .map .node[role=treeitem]:hover { background: var(--_surface-2); }
  .map .level-0 > .node { background: var(--_brand); color: var(--_on-brand); border-color: var(--_brand); font-weight: 600; }
  .map .level-0 > .node .kind, .map .level-0 > .node .soft { color: inherit; }
  .map .level-0 > .node[role=treeitem]:hover { background: color-mix(in oklab, var(--_brand), var(--_ink) 35%); }
  .map .level-1 > .node { background: var(--_tint); }
  .map .level-2 > .node { border-inline-start-color: var(--_accent); }
  .map .level-3 > .node { border-inline-start-color: var(--_field-line); }
  .map .node.current { box-shadow: 0 0 0 2px var(--_focus); }
  .map .node.again { border-style: dashed; border-inline-start-style: solid; background: none; }
  .map .node.editing, .map .level-0 > .node.editing { background: var(--_surface-2); color: var(--_ink); }
  .map .words { display: flex; gap: 6px; align-items: baseline; }
  .map .words svg { flex: none; }
  .map .node:has(.fold) { padding-inline-end: 36px; }
  .map .fold { position: absolute; inset-block-start: 4px; inset-inline-end: 4px; min-inline-size: 28px; min-block-size: 28px; display: flex; gap: 4px; align-items: center; justify-content: center; border-radius: 6px; }
  .map .fold .soft { font-size: .75rem; }
  .map .node:has(.fold .soft) { padding-inline-end: 92px; }
  .map .fold.unfolded svg { transform: rotate(90deg); }
  .flow-figure { margin: 0; display: grid; gap: 8px; grid-template-columns: minmax(0, 1fr); }

  @container (min-width: 52rem) {
    .map:not(.list) { inline-size: max-content; padding: 4px 4px 12px; }
    .map:not(.list) .heads { display: grid; grid-template-columns: repeat(4, var(--_col)); column-gap: var(--_gap); padding-block-end: 10px; }
    .map:not(.list) .heads .soft { display: block; }
    .map:not(.list) li { display: flex; align-items: flex-start; }
    .map:not(.list) .node { inline-size: var(--_col); flex: none; }
    .map:not(.list) ul { gap: 10px; grid-template-columns: max-content; }
    .map:not(.list) ul ul { position: relative; padding-inline-start: var(--_gap); margin: 0; border: 0; }
    /* From the box to the line that its children share. */
    .map:not(.list) ul ul::before { content: ''; position: absolute; inset-inline-start: 0; inset-block-start: 22px; inline-size: calc(var(--_gap) / 2); border-block-start: 2px solid var(--_line); }
    .map:not(.list) ul ul > li { position: relative; }
    .map:not(.list) ul ul > li::before { content: ''; position: absolute; inset-inline-start: calc(var(--_gap) / -2); inset-block: -10px 0; border-inline-start: 2px solid var(--_line); }
    .map:not(.list) ul ul > li:first-child::before { inset-block-start: 22px; }
    .map:not(.list) ul ul > li:last-child::before { inset-block-end: auto; block-size: 32px; }
    .map:not(.list) ul ul > li:first-child:last-child::before { content: none; }
    .map:not(.list) ul ul > li::after { content: ''; position: absolute; inset-inline-start: calc(var(--_gap) / -2); inset-block-start: 22px; inline-size: calc(var(--_gap) / 2); border-block-start: 2px solid var(--_line); }
    /* What serves nobody yet stands in its own column. */
    .map:not(.list, .flow) > ul > .level-1 { margin-inline-start: calc(var(--_col) + var(--_gap)); }
    .map:not(.list, .flow) > ul > .level-2 { margin-inline-start: calc(2 * (var(--_col) + var(--_gap))); }
    .map:not(.list, .flow) > ul > .level-3 { margin-inline-start: calc(3 * (var(--_col) + var(--_gap))); }
    .map:not(.list) .kind { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    /* The impact stands at the end of the line, what leads to it before. */
    .map.flow > ul { direction: rtl; }
    .map.flow .node, .map.flow .heads { direction: ltr; }
  }
  @container (max-width: 52rem) {
    .layouts > .view { display: none; }
    .map:not(.list) ul ul { padding-inline-start: 12px; }
  }
  @media (forced-colors: active) {
    .map .node { border-color: CanvasText; }
    .map .node.current { outline: 2px solid Highlight; }
    .map .level-0 > .node { forced-color-adjust: none; background: Highlight; color: HighlightText; }
  }
  @media print {
    .map .node { break-inside: avoid; min-block-size: 0; }
    .map .node.current { box-shadow: none; }
    .map .fold { display: none; }
  }
`;

import { css } from 'lit';

/** Everything inside a question. Needs `tokens`; the element around decides its own font, colour and width. */
export const fieldStyles = css`
  *, ::before, ::after { box-sizing: border-box; }
  .els { display: grid; gap: 28px; }
  .q, .panel { min-inline-size: 0; margin: 0; padding: 0; border: 0; scroll-margin-block: 24px; }
  .t { display: block; padding: 0; margin-block-end: 6px; font-weight: 600; line-height: 1.4; overflow-wrap: anywhere; max-inline-size: 68ch; }
  .req, .help, small { font-weight: 400; font-size: .875rem; color: var(--_text-soft); }
  .help { margin: -4px 0 8px; max-inline-size: 68ch; overflow-wrap: anywhere; }
  small { display: block; }
  .vh { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  :focus-visible { outline: 3px solid var(--_focus); outline-offset: 2px; }

  .input { display: block; font: inherit; color: inherit; inline-size: 100%; max-inline-size: 36rem; min-block-size: 44px; padding: 8px 12px; margin: 0;
    border: 1px solid var(--_field-line); border-radius: 6px; background: var(--_surface); }
  textarea.input { max-inline-size: 48rem; resize: vertical; field-sizing: content; min-block-size: 6lh; }
  .input:is([type=date], [type=time], [type=month], [type=week], [type=datetime-local], [inputmode=decimal]) { max-inline-size: 16rem; }
  .input[type=color] { inline-size: 88px; padding: 4px; }
  ::placeholder { color: var(--_text-soft); opacity: 1; }
  :is(.input, textarea):is([readonly], :disabled) { background: var(--_surface-2); border-style: dashed; color: var(--_text-soft); opacity: 1; }
  .input[aria-invalid=true] { border: 2px solid var(--_bad); padding: 7px 11px; }
  .errors p { display: flex; gap: 6px; margin: 6px 0 0; color: var(--_bad); font-size: .875rem; font-weight: 600; overflow-wrap: anywhere; }
  .icon { flex: none; }

  .choices { display: grid; gap: 8px; max-inline-size: 48rem; }
  .choices.inline { display: flex; flex-wrap: wrap; }
  .choices.cols { grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr)); max-inline-size: none; }
  .choice { display: flex; gap: 12px; align-items: center; min-block-size: 44px; padding: 8px 12px; border: 1px solid var(--_line); border-radius: 6px;
    background: var(--_surface); font-weight: 400; cursor: pointer; position: relative; overflow-wrap: anywhere; }
  .choice:hover { border-color: var(--_field-line); }
  .choice.on { border-color: var(--_brand); background: var(--_tint); box-shadow: inset 0 0 0 1px var(--_brand); }
  .choice:focus-within { outline: 3px solid var(--_focus); outline-offset: 2px; }
  .choice input:focus-visible { outline: none; }
  .choice:has(:disabled) { cursor: default; color: var(--_text-soft); background: var(--_surface-2); border-style: dashed; }
  [type=radio], [type=checkbox] { inline-size: 20px; block-size: 20px; margin: 0; flex: none; accent-color: var(--_brand); }
  fieldset[aria-invalid=true] .choice, .choice:has([aria-invalid=true]) { border-color: var(--_bad); }
  .other { display: block; margin-block-start: 8px; }
  .other span { display: block; font-size: .875rem; font-weight: 600; margin-block-end: 4px; }

  button { font: inherit; font-weight: 600; min-block-size: 44px; padding: 8px 18px; border: 2px solid transparent; border-radius: var(--_radius); cursor: pointer; }
  .secondary { background: transparent; color: var(--_brand); border-color: var(--_brand); }
  .plain { background: transparent; color: var(--_brand); text-decoration: underline; text-underline-offset: 3px; padding-inline: 6px; }

  .panel { display: grid; gap: 12px; }
  .pt { font-size: 1.125rem; line-height: 1.3; margin: 0; text-wrap: balance; }
`;

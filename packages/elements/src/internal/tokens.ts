import { css } from 'lit';

/**
 * The house's look. Each `--_x` reads the page's `--asb-x` first, wherever the page sets it (on the element, on
 * `:root`); light or dark follows the page's `color-scheme`. Accent is for shapes only: 3.3:1 on white.
 */
export const tokens = css`
  :host {
    --_ink: var(--asb-ink, light-dark(#1b2056, #eceefb));
    --_text-soft: var(--asb-text-soft, light-dark(#4c5178, #b7bbdd));
    --_brand: var(--asb-brand, light-dark(#252d80, #a9b4ff));
    --_on-brand: var(--asb-on-brand, light-dark(#fff, #11143a));
    --_accent: var(--asb-accent, #ff4114);
    --_accent-text: var(--asb-accent-text, light-dark(#b92a03, #ff9d80));
    --_surface: var(--asb-surface, light-dark(#fff, #14162e));
    --_surface-2: var(--asb-surface-2, light-dark(#f4f6fb, #1c1f3d));
    --_tint: var(--asb-tint, light-dark(#e0f3f9, #173342));
    --_tint-warm: var(--asb-tint-warm, light-dark(#ffe0db, #45211a));
    --_line: var(--asb-line, light-dark(#c9cde2, #3a3f6b));
    --_field-line: var(--asb-field-line, light-dark(#6b7099, #8a90c0));
    --_ok: var(--asb-ok, light-dark(#0b6b3a, #6fdc9f));
    --_warn: var(--asb-warn, light-dark(#8a5300, #ffc26b));
    --_bad: var(--asb-bad, light-dark(#b3132b, #ff9aa8));
    --_unknown: var(--asb-unknown, light-dark(#555b7d, #b7bbdd));
    --_focus: var(--asb-focus, light-dark(#0a66ff, #8ec0ff));
    --_radius: var(--asb-radius, 8px);
    --_gap: var(--asb-gap, 16px);
  }
`;

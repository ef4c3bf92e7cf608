/** Small pictures beside words that say the same. */
import { html } from 'lit';

export const warningSign = html`<svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1 15 14H1Z M8 6v4 M8 12v.5" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round"/></svg>`;
export const sharedSign = html`<svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3v6a3 3 0 0 0 3 3h7 M10 9l3 3-3 3" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
export const moreSign = html`<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d="M3 8h.01 M8 8h.01 M13 8h.01" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"/></svg>`;
export const removeSign = html`<svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3l10 10 M13 3 3 13" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/></svg>`;
/** Turned by the style sheet when what is under it shows. */
export const foldSign = html`<svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true"><path d="M6 3l5 5-5 5" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

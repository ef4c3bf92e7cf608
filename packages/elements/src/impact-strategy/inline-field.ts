/** A field in the place of a text: Enter or leaving it keeps what was typed, Escape forgets it. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StrategyContext } from './context.ts';

export interface InlineField {
  /** Names the field: what was typed is kept under it until it is kept or forgotten. */
  readonly key: string;
  readonly label: string;
  readonly text: string;
  /** What may be chosen instead of typed. */
  readonly proposals?: readonly string[];
  /** What was typed, on one line; not called when it is what stood there. False: it cannot be kept, and the field stays. */
  readonly keep: (text: string) => boolean;
  readonly close: (how: 'enter' | 'escape' | 'leave') => void;
  /** A key that the field itself has no use for; true when it was used. */
  readonly press?: (event: KeyboardEvent, text: string) => boolean;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export function renderInline({ key, label, text, proposals = [], keep, close, press }: InlineField, { drafts }: StrategyContext): unknown {
  // A key that ends the writing also takes the field away, which blurs it.
  let over = false;
  const end = (event: Event, how: 'enter' | 'leave'): void => {
    const typed = oneLine((event.currentTarget as HTMLInputElement).value);
    if (typed !== oneLine(text) && !keep(typed)) return;
    over = true;
    drafts.delete(key);
    close(how);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    event.stopPropagation();
    const typed = oneLine((event.currentTarget as HTMLInputElement).value);
    if (event.key === 'Enter') {
      event.preventDefault();
      end(event, 'enter');
    } else if (event.key === 'Escape') {
      event.preventDefault();
      over = true;
      drafts.delete(key);
      close('escape');
    } else if (press?.(event, typed)) {
      over = true;
      event.preventDefault();
    }
  };
  const list = proposals.length > 0 ? 'proposals' : undefined;
  return html`<input class="input inline" part="field" data-editor aria-label=${label} maxlength="1000" autocomplete="off" list=${list ?? nothing} .value=${live(drafts.get(key) ?? text)}
      @input=${(event: Event) => { drafts.set(key, (event.currentTarget as HTMLInputElement).value); }} @blur=${(event: Event) => { if (!over) end(event, 'leave'); }} @keydown=${onKey}>
    ${list === undefined ? nothing : html`<datalist id=${list}>${proposals.map((each) => html`<option value=${each}></option>`)}</datalist>`}`;
}

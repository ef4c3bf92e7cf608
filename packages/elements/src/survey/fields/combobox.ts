import type { QuestionNode } from '@assembleurs/commons/survey';
import { html, nothing, type ChildPart } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { FieldContext } from './context.ts';
import { controlId, renderErrors, says } from './frame.ts';
import { keep } from './keep.ts';

/** Options drawn at once; the count above them tells how many there are. */
const SHOWN = 100;

export interface ComboOption {
  readonly key: string;
  readonly text: string;
  /** What tells two like-named options apart, in softer type. */
  readonly detail?: string | undefined;
}

export interface ComboProps {
  readonly node: QuestionNode;
  readonly context: FieldContext;
  readonly hint: string;
  /** What the field shows while nothing is being typed. */
  readonly text: string;
  readonly placeholder: string;
  /** Options for what is typed, best first; all of them for an empty text. */
  options(query: string): readonly ComboOption[];
  choose(option: ComboOption): void;
  /** The text was emptied, or left as something that is no option. */
  clear(left?: string): void;
}

/** Lower case, no accents, words only: « Élu·e » is found by « elu ». */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** The options whose text holds every typed word, those that begin with the text first. */
export function filterOptions(options: readonly ComboOption[], query: string): readonly ComboOption[] {
  const wanted = fold(query);
  const found = options.flatMap((option) => {
    const text = fold(option.text);
    return wanted.split(' ').every((word) => text.includes(word)) ? { option, late: Number(!text.startsWith(wanted)) } : [];
  });
  return found.sort((one, other) => one.late - other.late).map(({ option }) => option);
}

/**
 * An editable combobox with a list popup, as the APG describes it
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/): the focus stays in the text field, the active option is
 * told by `aria-activedescendant`, the number of options by the survey's live region. What is open, active and
 * typed is the directive's own state, so that the survey's tree holds answers only.
 */
class Combobox extends AsyncDirective {
  #props!: ComboProps;
  #open = false;
  #active = -1;
  /** What is being typed. */
  #typed: string | undefined;
  /** What was typed and is no option: it stays in the field, with an error. */
  #left = '';
  #found: readonly ComboOption[] = [];

  override render(...[,]: [ComboProps]): unknown {
    return nothing;
  }

  override update(_part: ChildPart, [props]: [ComboProps]): unknown {
    this.#props = props;
    if (props.text) this.#left = '';
    return this.#template();
  }

  #set(open: boolean, active = -1): void {
    if (open && active < 0) {
      this.#found = this.#props.options(this.#typed ?? '');
      this.#props.context.announce(this.#count());
    }
    this.#open = open;
    this.#active = active;
    this.setValue(this.#template());
  }

  #count(): string {
    const count = this.#found.length;
    return this.#props.context.t(count ? 'results' : 'noResult', { count });
  }

  #choose(option: ComboOption): void {
    this.#typed = undefined;
    this.#left = '';
    this.#set(false);
    this.#props.choose(option);
  }

  #onInput = ({ target }: Event): void => {
    this.#typed = (target as HTMLInputElement).value;
    this.#left = '';
    if (!this.#typed) this.#props.clear();
    this.#set(true);
  };

  #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || !this.#props.node.enabled) return;
    const { key } = event;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    const active = this.#found[this.#active];
    if (step) {
      const wasOpen = this.#open;
      if (!wasOpen) this.#set(true);
      const count = Math.min(this.#found.length, SHOWN);
      if (count > 0 && (wasOpen || !event.altKey)) this.#set(true, this.#active < 0 ? (step < 0 ? count - 1 : 0) : (this.#active + step + count) % count);
      const list = (event.currentTarget as Element).nextElementSibling;
      list?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    } else if (!this.#open) return;
    else if (key === 'Escape') {
      event.stopPropagation();
      this.#set(false);
    } else if (key === 'Enter') {
      const only = active ?? (this.#found.length === 1 ? this.#found[0] : undefined);
      if (only) this.#choose(only);
      else this.#set(false);
    } else {
      if (key === 'Tab' && active) this.#choose(active);
      return;
    }
    event.preventDefault();
  };

  #onBlur = (): void => {
    const typed = this.#typed?.trim();
    if (typed) {
      const found = this.#props.options(typed);
      const named = (begins: boolean): readonly ComboOption[] =>
        found.filter(({ text }) => (begins ? fold(text).startsWith(`${fold(typed)} `) : fold(text) === fold(typed)));
      const [only, other] = [named(false), named(true), found].find((options) => options.length > 0) ?? [];
      if (only && !other) {
        this.#choose(only);
        return;
      }
      this.#left = typed;
      this.#props.clear(typed);
    }
    this.#typed = undefined;
    this.#set(false);
  };

  #onClick = (): void => {
    if (this.#props.node.enabled) this.#set(!this.#open);
  };

  #onPick = ({ target }: Event): void => {
    const option = this.#found[Number((target as Element).closest<HTMLElement>('[data-index]')?.dataset.index ?? -1)];
    if (option) this.#choose(option);
  };

  #template(): unknown {
    const { node, context, hint, text, placeholder } = this.#props;
    const id = controlId(node);
    const left = node.errors.length > 0 ? '' : this.#left;
    return html`<div class=${node.enabled ? 'combo' : 'combo still'}><input class="input" part="input" id=${id} role="combobox" autocomplete="off"
      aria-autocomplete="list" aria-labelledby="${node.id}-t"
      aria-expanded=${this.#open} aria-controls="${id}-list" aria-activedescendant=${ifDefined(this.#active < 0 ? undefined : `${id}-${String(this.#active)}`)}
      placeholder=${placeholder} ${says(node, hint, left ? `${id}-n` : undefined)} .value=${keep(this.#typed ?? (text || this.#left))}
      @input=${this.#onInput} @keydown=${this.#onKeydown} @blur=${this.#onBlur} @click=${this.#onClick}><div class="pop"
      part="listbox" ?hidden=${!this.#open}
      @mousedown=${(event: Event) => { event.preventDefault(); }} @click=${this.#onPick}><p class="soft">${this.#count()}</p><ul
      role="listbox" id="${id}-list" aria-labelledby="${node.id}-t">${
        this.#open ? this.#found.slice(0, SHOWN).map((option, index) => html`<li role="option" id="${id}-${index}"
        data-index=${index} aria-selected=${index === this.#active}>${
          option.text} <span class="soft">${option.detail}</span></li>`) : nothing}</ul></div></div>${renderErrors(left ? [context.t('notInList', { text: left })] : [], `${id}-n`)}`;
  }
}

/** A text field with a list to choose from, for a closed list that is too long to show. */
export const combobox = directive(Combobox);

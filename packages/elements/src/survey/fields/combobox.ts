import { html, nothing } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { ChildPart } from 'lit';
import type { FieldContext } from './context.ts';

/** Options drawn at once; past them the person is asked to type more. */
const SHOWN = 100;

export interface ComboOption {
  readonly key: string;
  readonly text: string;
  /** What tells two like-named options apart, in softer type. */
  readonly detail?: string;
}

export interface ComboProps {
  /** Id of the text field; the list's and options' ids derive from it. */
  readonly id: string;
  readonly context: FieldContext;
  /** What the field shows while nothing is being typed: the chosen option, or the text that was left unmatched. */
  readonly text: string;
  readonly placeholder: string;
  readonly required: boolean;
  readonly invalid: boolean;
  readonly enabled: boolean;
  readonly describedBy: string | undefined;
  readonly labelledBy?: string;
  /** Options for what is typed, best first; all of them for an empty text. */
  options(query: string): readonly ComboOption[];
  choose(option: ComboOption): void;
  /** The text was emptied. */
  clear(): void;
  /** The field was left with a text that is no option: it must not be lost. */
  leave(text: string): void;
}

/** Lower case, no accents, words only: « Élu·e » is found by « elu ». */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** The options whose text holds every typed word, those that begin with the text first. */
export function filterOptions<Option extends ComboOption>(options: readonly Option[], query: string): readonly Option[] {
  const wanted = fold(query);
  if (!wanted) return options;
  const found = options
    .map((option) => ({ option, text: fold(option.text) }))
    .filter(({ text }) => wanted.split(' ').every((word) => text.includes(word)));
  const starts = ({ text }: { text: string }): number => (text.startsWith(wanted) ? 0 : 1);
  return found.sort((one, other) => starts(one) - starts(other)).map(({ option }) => option);
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
  #typed: string | undefined;
  #found: readonly ComboOption[] = [];
  #input: HTMLInputElement | undefined;

  override render(_props: ComboProps): unknown {
    return nothing;
  }

  override update(_part: ChildPart, [props]: [ComboProps]): unknown {
    this.#props = props;
    if (this.#open) this.#search();
    return this.#template();
  }

  #search(): void {
    this.#found = this.#props.options(this.#typed ?? '');
    if (this.#active >= Math.min(this.#found.length, SHOWN)) this.#active = -1;
  }

  #show(active = -1): void {
    this.#open = true;
    this.#active = active;
    this.#search();
    this.#props.context.announce(this.#count());
    this.#draw();
  }

  #hide(): void {
    this.#open = false;
    this.#active = -1;
    this.#draw();
  }

  #count(): string {
    const count = this.#found.length;
    return this.#props.context.t(count === 0 ? 'noResult' : 'results', { count });
  }

  #draw(): void {
    this.setValue(this.#template());
    const list = this.#input?.nextElementSibling;
    list?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  #choose(option: ComboOption): void {
    this.#typed = undefined;
    this.#hide();
    this.#props.choose(option);
  }

  #onInput = (event: Event): void => {
    this.#input = event.target as HTMLInputElement;
    this.#typed = this.#input.value;
    if (!this.#typed) this.#props.clear();
    this.#show();
  };

  #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || !this.#props.enabled) return;
    this.#input = event.target as HTMLInputElement;
    const count = Math.min(this.#found.length, SHOWN);
    const active = this.#open ? this.#found[this.#active] : undefined;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (!this.#open) this.#show(event.altKey ? -1 : 0);
        else if (count > 0) {
          const step = event.key === 'ArrowDown' ? 1 : -1;
          this.#active = this.#active < 0 && step < 0 ? count - 1 : (this.#active + step + count) % count;
          this.#draw();
        }
        break;
      case 'Enter':
        if (!this.#open) return;
        if (active) this.#choose(active);
        else if (this.#found.length === 1 && this.#found[0]) this.#choose(this.#found[0]);
        else this.#hide();
        break;
      case 'Escape':
        if (!this.#open) return;
        event.stopPropagation();
        this.#hide();
        break;
      case 'Tab':
        if (active) this.#choose(active);
        return;
      default:
        return;
    }
    event.preventDefault();
  };

  #onBlur = (): void => {
    const typed = this.#typed?.trim();
    this.#typed = undefined;
    this.#hide();
    if (!typed) return;
    const found = this.#props.options(typed);
    const same = found.filter((option) => fold(option.text) === fold(typed) || option.key === typed);
    const [only] = same.length === 1 ? same : found;
    if (only && (same.length === 1 || found.length === 1)) this.#props.choose(only);
    else this.#props.leave(typed);
  };

  #onClick = (event: Event): void => {
    this.#input = event.target as HTMLInputElement;
    if (!this.#props.enabled) return;
    if (this.#open) this.#hide();
    else this.#show();
  };

  #onPick = (event: Event): void => {
    const item = (event.target as Element).closest<HTMLElement>('[role=option]');
    const option = item ? this.#found[Number(item.dataset.index)] : undefined;
    if (option) this.#choose(option);
  };

  #template(): unknown {
    const { id, context, text, placeholder, required, invalid, enabled, describedBy, labelledBy } = this.#props;
    const more = this.#found.length - SHOWN;
    return html`<div class="combo"><input class="input" part="input" id=${id} type="text" role="combobox" autocomplete="off" spellcheck="false"
      aria-autocomplete="list" aria-expanded=${this.#open ? 'true' : 'false'} aria-controls="${id}-list" placeholder=${placeholder}
      aria-activedescendant=${ifDefined(this.#active < 0 ? undefined : `${id}-${String(this.#active)}`)} aria-labelledby=${ifDefined(labelledBy)}
      aria-required=${ifDefined(required ? 'true' : undefined)} aria-invalid=${ifDefined(invalid ? 'true' : undefined)}
      aria-describedby=${ifDefined(describedBy)} ?readonly=${!enabled} .value=${live(this.#typed ?? text)}
      @input=${this.#onInput} @keydown=${this.#onKeydown} @blur=${this.#onBlur} @click=${this.#onClick}
      @change=${(event: Event) => { event.stopPropagation(); }}><div class="pop" part="listbox" ?hidden=${!this.#open}
      @mousedown=${(event: Event) => { event.preventDefault(); }} @click=${this.#onPick}><ul role="listbox" id="${id}-list" aria-label=${context.t('options')}>${
        this.#open ? this.#found.slice(0, SHOWN).map((option, index) => html`<li role="option" id="${id}-${index}" data-index=${index}
          aria-selected=${index === this.#active ? 'true' : 'false'}>${option.text}${option.detail ? html` <span class="soft">${option.detail}</span>` : nothing}</li>`) : nothing
      }</ul>${this.#found.length === 0 || more > 0
        ? html`<p class="help">${more > 0 ? context.t('moreResults', { count: more }) : context.t('noResult')}</p>` : nothing}</div></div>`;
  }
}

/** A text field with a list to choose from, for a closed list that is too long to show. */
export const combobox = directive(Combobox);

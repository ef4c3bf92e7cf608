import type { Territory } from '@assembleurs/commons/territory';
import { LitElement } from 'lit';
import { languageAround, usableLanguage } from './locale.ts';
import { nearest } from './nearest.ts';
import type { Surroundings } from './surroundings.ts';
import { warnOnce } from './warn.ts';

type ElementClass = CustomElementConstructor & { readonly tag: string };

/** What every element of the library does alike: registration, language, tolerant attributes. */
export abstract class AsbElement extends LitElement {
  /** The name that `define()` registers when it is given none. */
  static readonly tag: string;

  /**
   * Registers the element; true when it did. A name already taken is left alone, so that a second copy of the script
   * does nothing, and never throws into the page.
   */
  static define(this: ElementClass, tag: string = this.tag, registry: CustomElementRegistry = customElements): boolean {
    if (registry.get(tag)) return false;
    // A class stands for one name only.
    registry.define(tag, registry.getName(this) === null ? this : class extends this {});
    return true;
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (name === 'lang') this.requestUpdate();
    else super.attributeChangedCallback(name, old, value);
  }

  /** What the `<asb-commons>` around gives, once that part is here. */
  protected surroundings: Surroundings | undefined;
  #coming: Promise<void> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const commons = nearest(this, 'asb-commons');
    if (commons && commons !== this) this.#coming ??= import('./surroundings.ts').then(({ Surroundings }) => { this.surroundings = new Surroundings(this); }, () => undefined);
  }

  /** @internal The territory of the `<asb-commons>` around, once it is read; undefined when there is none. */
  async territoryAround(): Promise<Territory | undefined> {
    await this.#coming;
    return this.surroundings?.territory();
  }

  /** @internal The `<asb-commons>` around gives another territory than the one that was begun with. */
  territoryMoved(): void { /* for whoever takes one */ }

  /** BCP 47: the element's `lang`, else the nearest one around it, else French. */
  get locale(): string {
    return usableLanguage(languageAround(this) || 'fr');
  }

  /** `value` when it is one of those allowed, else the first of them, with a warning. */
  protected oneOf<Value extends string>(attribute: string, value: string, allowed: readonly [Value, ...Value[]]): Value {
    const found = allowed.find((each) => each === value);
    if (found === undefined && value !== '') this.#wrong(attribute, value, allowed[0]);
    return found ?? allowed[0];
  }

  /** `value` when it is a number from `min` to `max`, else `otherwise`, with a warning. */
  protected inRange(attribute: string, value: number, [min, max]: readonly [number, number], otherwise: number): number {
    if (value >= min && value <= max) return value;
    this.#wrong(attribute, String(value), String(otherwise));
    return otherwise;
  }

  #wrong(attribute: string, value: string, used: string): void {
    warnOnce(`<${this.localName} ${attribute}="${value}">: not a value that can be used; "${used}" is.`);
  }
}

import { noChange, type PropertyPart } from 'lit';
import { Directive, directive } from 'lit/directive.js';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

class Keep extends Directive {
  override render(...[,]: [value: unknown, parse: (text: string) => unknown, format: (value: unknown) => string]): unknown {
    return noChange;
  }

  override update(part: PropertyPart, [value, parse, format]: Parameters<this['render']>): unknown {
    const control = part.element as TextControl;
    const typed = parse(control.value);
    const unreadable = Number.isNaN(value) && typeof typed === 'string';
    if (typed !== value && !unreadable) control.value = format(value);
    return noChange;
  }
}

/**
 * `.value=${keep(answer, parse, format)}`: writes the answer into the field unless what stands there already
 * means that answer. So « 12, » stays « 12, » while it is typed, a text being composed (IME) is left alone,
 * a text that is no number stays to be corrected, and an answer changed by a rule or a restored draft shows.
 */
export const keep = directive(Keep);

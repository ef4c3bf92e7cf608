import { noChange, type PropertyPart } from 'lit';
import { Directive, directive } from 'lit/directive.js';

const asIs = (value: unknown): unknown => value;

class Keep extends Directive {
  override render(...[,]: [value: unknown, parse?: (text: string) => unknown, format?: (value: unknown) => unknown]): unknown {
    return noChange;
  }

  override update({ element, name }: PropertyPart, [value, parse, format = asIs]: Parameters<this['render']>): unknown {
    const control = element as unknown as Record<string, unknown>;
    const stands = parse ? parse(control[name] as string) : control[name];
    const unreadable = Number.isNaN(value) && typeof stands === 'string';
    if (stands !== value && !unreadable) control[name] = format(value);
    return noChange;
  }
}

/**
 * `.checked=${keep(on)}`: brings a control to its answer, whatever the person or the browser did to it since it was last drawn.
 *
 * `.value=${keep(answer, parse, format)}`: writes the answer into the field unless what stands there already
 * means that answer. So « 12, » stays « 12, » while it is typed, a text being composed (IME) is left alone,
 * a text that is no number stays to be corrected, and an answer changed by a rule or a restored draft shows.
 */
export const keep = directive(Keep);

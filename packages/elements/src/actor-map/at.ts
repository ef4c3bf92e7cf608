import { noChange } from 'lit';
import { Directive, type ElementPart, directive } from 'lit/directive.js';

/** Puts an element at a spot, in pixels; by the object model, which a strict policy allows where a `style` attribute is refused. */
class At extends Directive {
  override render: (x: number, y: number) => unknown = () => noChange;

  override update({ element }: ElementPart, [x, y]: [number, number]): unknown {
    (element as HTMLElement).style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
    return noChange;
  }
}

export const at = directive(At);

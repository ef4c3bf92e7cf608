import { html } from 'lit';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The element's one polite live region: `render()` it once, `say()` what has no other way to be heard. */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #text = '';

  constructor(host: ReactiveControllerHost) {
    (this.#host = host).addController(this);
  }

  hostConnected(): void {
    this.#text = '';
  }

  /** Said again when it is the same sentence: a no-break space makes it another text. */
  say(text: string): void {
    this.#text = text !== '' && text === this.#text ? `${text}\u00a0` : text;
    this.#host.requestUpdate();
  }

  render(): unknown {
    return html`<div class="vh" role="status" aria-live="polite">${this.#text}</div>`;
  }
}

/** Libraries that a picture needs, brought when somebody opens it; after a failure, a person may ask again. */
import { html } from 'lit';
import type { ViewContext } from './context.ts';
import type { Work } from './work.ts';

export class Brought<Libraries> {
  readonly #load: () => Promise<Libraries>;
  readonly #waiting = new WeakSet<Work>();
  #here: Libraries | undefined;
  #coming: Promise<void> | undefined;
  #lost = false;

  constructor(load: () => Promise<Libraries>) {
    this.#load = load;
  }

  get here(): Libraries | undefined {
    return this.#here;
  }

  /** Never rejects. */
  bring(): Promise<void> {
    return (this.#coming ??= this.#load().then((came) => { [this.#here, this.#lost] = [came, false]; }, () => { [this.#coming, this.#lost] = [undefined, true]; }));
  }

  /** In place of the picture; each map draws again once, when they are here or did not come. */
  renderWaiting({ work, words: { t } }: ViewContext): unknown {
    if (!this.#lost && !this.#waiting.has(work)) {
      this.#waiting.add(work);
      void this.bring().then(() => {
        this.#waiting.delete(work);
        work.show({});
      });
    }
    return this.#lost ? html`<div class="note trouble"><p>${t('failScript')}</p><button type="button" class="secondary" part="button" @click=${() => { this.#lost = false; work.show({}); }}>${t('retry')}</button></div>` : html`<p class="soft" aria-busy="true">${t('loadingView')}</p>`;
  }
}

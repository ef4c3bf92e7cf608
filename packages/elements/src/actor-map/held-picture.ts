/** A picture that draws itself inside what lit draws: it lasts as long as its element, and stands again where the person left it. */
import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { type DirectiveResult, type ElementPart, directive } from 'lit/directive.js';

export interface Drawn<Scene> {
  /** Where the person stands in it; undefined before it was drawn. */
  readonly standing: unknown;
  set(scene: Scene): void;
  close(): void;
}

/** Outlives the picture. Another one is another picture, in the same element. */
export interface Hold<Picture extends Drawn<never>> {
  picture?: Picture | undefined;
  place?: Picture['standing'] | undefined;
}

export function heldPicture<Scene, Libraries, Picture extends Drawn<Scene>>(Made: new (host: HTMLElement, libraries: Libraries, from: Picture['standing'] | undefined) => Picture): (hold: Hold<Picture>, scene: Scene, libraries: Libraries) => DirectiveResult {
  return directive(class extends AsyncDirective {
    #picture: Picture | undefined;
    #hold: Hold<Picture> | undefined;

    override render: (hold: Hold<Picture>, scene: Scene, libraries: Libraries) => unknown = () => noChange;

    override update({ element }: ElementPart, [hold, scene, libraries]: [Hold<Picture>, Scene, Libraries]): unknown {
      if (this.#hold !== hold) this.disconnected();
      this.#hold = hold;
      hold.picture = this.#picture ??= new Made(element as HTMLElement, libraries, hold.place);
      this.#picture.set(scene);
      return noChange;
    }

    override disconnected(): void {
      if (!this.#picture || !this.#hold) return;
      this.#hold.place = this.#picture.standing;
      this.#hold.picture = undefined;
      this.#picture.close();
      this.#picture = undefined;
    }

    override reconnected(): void {
      this.#hold = undefined; // drawn again at the next update
    }
  });
}

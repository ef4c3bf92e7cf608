import type { ActorData } from '@assembleurs/commons/actors';

/** The person changed an actor, a place or a link, or took a file in. */
export class ActorMapChangeEvent extends Event {
  readonly value: ActorData;
  constructor(value: ActorData) {
    super('asb-change', { bubbles: true, composed: true });
    this.value = value;
  }
}

/** The person moved: another view, other filters, another actor. */
export class ActorMapViewEvent extends Event {
  readonly view: string;
  /** Identifier of the actor whose card is open. */
  readonly actor: string | undefined;
  /** Identifiers of the actors that show. */
  readonly shown: readonly string[];
  constructor(view: string, actor: string | undefined, shown: readonly string[]) {
    super('asb-view', { bubbles: true, composed: true });
    this.view = view;
    this.actor = actor;
    this.shown = shown;
  }
}

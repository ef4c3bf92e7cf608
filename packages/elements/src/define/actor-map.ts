import { AsbActorMap } from '../actor-map/actor-map.ts';

AsbActorMap.define();

export { AsbActorMap };

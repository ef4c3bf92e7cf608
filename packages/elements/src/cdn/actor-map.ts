import { embedActorMap } from '../actor-map/embed.ts';

embedActorMap();

import { embedImpactStrategy } from '../impact-strategy/embed.ts';

embedImpactStrategy();

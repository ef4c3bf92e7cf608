import { AsbImpactStrategy } from '../impact-strategy/impact-strategy.ts';

AsbImpactStrategy.define();

export { AsbImpactStrategy };

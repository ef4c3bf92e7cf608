import { AsbBadgeIssuer } from '../badge-issuer/badge-issuer.ts';

AsbBadgeIssuer.define();

export { AsbBadgeIssuer };

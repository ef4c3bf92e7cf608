import { embedBadgeIssuer } from '../badge-issuer/embed.ts';

embedBadgeIssuer();

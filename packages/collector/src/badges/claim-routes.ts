import * as z from 'zod';
import { isEmail } from '@assembleurs/open-badges/issue';
import { record } from '../admin/audit.ts';
import { MEGABYTE } from '../http/limits.ts';
import { Problem, reason } from '../http/problems.ts';
import { route } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { Services } from '../services.ts';
import { publicUrlOf } from './addresses.ts';
import { checkBadge } from './check.ts';
import { createClaims, eraseClaim, listClaims } from './claims.ts';
import type { NewClaim } from './claims.ts';
import { claimSummary, issuerId, issuerParams, madeClaims, newClaims } from './model.ts';
import { findIssuer } from './store.ts';

const CLAIMS_LIMIT = 20 * MEGABYTE;
const DAY_MS = 86_400_000;

/** What the hub does with badges that wait for their recipient. */
export function claimRoutes(services: Services): Route[] {
  const { database, now } = services;
  return [
    route({
      method: 'get', path: '/issuers/{issuer}/claims', operationId: 'listClaims', access: 'coordinator',
      summary: 'The badges that wait, and those that were collected. No address is kept.',
      params: issuerParams,
      replies: { 200: { description: 'The badges.', schema: z.object({ items: z.array(claimSummary) }) } },
      problems: ['issuer-not-found'],
    })(async ({ params }) => {
      await findIssuer(database, params.issuer);
      const rows = await listClaims(database, params.issuer);
      return {
        status: 200,
        body: { items: rows.map(({ createdAt, expiresAt, claimedAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString(), claimedAt: claimedAt?.toISOString() ?? null })) },
      };
    }),

    route({
      method: 'post', path: '/issuers/{issuer}/claims', operationId: 'createClaims', access: 'coordinator',
      summary: 'Makes one link for each signed badge, by which its recipient collects it once their address is confirmed.',
      params: issuerParams,
      body: newClaims,
      replies: { 201: { description: 'The links, shown this once.', schema: madeClaims } },
      problems: ['issuer-not-found', 'invalid-badge-document', 'hosting-off', 'mail-off'],
    })(async ({ params, body, caller, language }) => {
      const publicUrl = publicUrlOf(services);
      if (!services.mail) throw new Problem('mail-off');
      const { items, days } = await body(CLAIMS_LIMIT);
      const at = now();
      const made = await database.transaction(async (inside) => {
        const issuer = await findIssuer(inside, params.issuer);
        const claims: NewClaim[] = [];
        for (const [index, { credential, email }] of items.entries()) {
          const pointer = `/items/${String(index)}`;
          if (!isEmail(email)) throw new Problem('invalid-badge-document', {}, [{ pointer: `${pointer}/email`, path: `items.${String(index)}.email`, code: 'badge-email', detail: reason('badge-email', language) }]);
          const { id, name } = await checkBadge(credential, { database: inside, issuer, publicUrl, language, now: at }, `${pointer}/credential`);
          claims.push({ badgeId: id, badgeName: name, credential, email });
        }
        const links = await createClaims(inside, issuer.id, claims, new Date(at.getTime() + days * DAY_MS), at);
        await record(inside, at, { actor: caller.id, act: 'claim-create', target: issuer.id, count: claims.length });
        return links.map(({ id, token }, index) => ({ id, badge: claims[index]?.badgeId ?? '', link: `${publicUrl}/claims/${token}` }));
      });
      return { status: 201, body: { items: made } };
    }),

    route({
      method: 'delete', path: '/issuers/{issuer}/claims/{claim}', operationId: 'withdrawClaim', access: 'coordinator',
      summary: 'Erases a waiting badge and its link. A badge that was collected stays with its recipient.',
      params: z.object({ issuer: issuerId, claim: z.uuid() }),
      replies: { 204: { description: 'Erased.' } },
      problems: ['claim-not-found'],
    })(async ({ params, caller }) => {
      await database.transaction(async (inside) => {
        if (!await eraseClaim(inside, params.issuer, params.claim)) throw new Problem('claim-not-found');
        await record(inside, now(), { actor: caller.id, act: 'claim-withdraw', target: params.claim });
      });
      return { status: 204 };
    }),
  ];
}

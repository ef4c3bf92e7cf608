import * as z from 'zod';
import { checkProfile, writeProfile } from '@assembleurs/open-badges/issue';
import { record } from '../admin/audit.ts';
import { conditional } from '../http/etag.ts';
import { MEGABYTE } from '../http/limits.ts';
import { Problem } from '../http/problems.ts';
import { route } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { Services } from '../services.ts';
import { hostedDid, issuerAddress, publicUrlOf } from './addresses.ts';
import { checkPublication } from './check.ts';
import { DOCUMENTS } from './documents.ts';
import type { DocumentKind } from './documents.ts';
import { issuerParams, issuerSummary, namedParams, newIssuer, publishedDocument } from './model.ts';
import { eraseDocument, eraseIssuer, findIssuer, keepDocument, keepIssuer, listIssuers, listPaths, readDocument } from './store.ts';

/** A signed list of eight million bytes unpacked is what readers take; packed and in base64 it stays below this. */
const DOCUMENT_LIMIT = 8 * MEGABYTE;
/** A revocation is seen within five minutes; a reader that asks again is told "unchanged" by the ETag. */
const CACHE = 'public, max-age=300';
const CONTEXT = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'];

const takingBackQuery = z.object({
  reinstate: z.enum(['true', 'false']).default('false').describe('`true`: badges that the published list takes back, and this one does not, are reinstated on purpose.'),
});

export function hostingRoutes(services: Services): Route[] {
  return [...issuerRoutes(services), ...DOCUMENTS.flatMap((kind) => documentRoutes(services, kind))];
}

function issuerRoutes(services: Services): Route[] {
  const { database, now } = services;
  const summary = async ({ id, did, name }: { id: string; did: string; name: string }): Promise<z.infer<typeof issuerSummary>> => {
    const publicUrl = publicUrlOf(services);
    return { id, did, name, hostedDid: hostedDid(publicUrl, id), address: issuerAddress(publicUrl, id), documents: await listPaths(database, id) };
  };
  return [
    route({
      method: 'get', path: '/issuers', operationId: 'listIssuers', access: 'reader',
      summary: 'The organisations whose badges are hosted here.',
      replies: { 200: { description: 'The issuers.', schema: z.object({ items: z.array(issuerSummary) }) } },
      problems: ['hosting-off'],
    })(async () => {
      publicUrlOf(services);
      return { status: 200, body: { items: await Promise.all((await listIssuers(database)).map(summary)) } };
    }),

    route({
      method: 'put', path: '/issuers/{issuer}', operationId: 'publishIssuer', access: 'coordinator',
      summary: 'Publishes an issuer, or changes it. Its key stays with whoever signs: it never comes here.',
      params: issuerParams,
      body: newIssuer,
      replies: {
        200: { description: 'Changed.', schema: issuerSummary },
        201: { description: 'Published.', schema: issuerSummary },
      },
      problems: ['invalid-badge-document', 'hosting-off'],
    })(async ({ params, body, caller, language }) => {
      publicUrlOf(services);
      const profile = await body(DOCUMENT_LIMIT);
      const wrong = checkProfile(profile, '').map(({ path, text }) => ({ pointer: path.replace(/^\.?/, '/'), path: path.replace(/^\./, ''), code: 'profile', detail: text[language] }));
      if (wrong.length > 0) throw new Problem('invalid-badge-document', {}, wrong);
      const issuer = { id: params.issuer, did: profile.id, name: profile.name };
      const created = await database.transaction(async (inside) => {
        const made = await keepIssuer(inside, issuer, now());
        await keepDocument(inside, issuer.id, 'profile.json', { '@context': CONTEXT, ...writeProfile(profile) }, now());
        await record(inside, now(), { actor: caller.id, act: 'issuer-publish', target: issuer.id });
        return made;
      });
      return { status: created ? 201 : 200, body: await summary(issuer) };
    }),

    route({
      method: 'delete', path: '/issuers/{issuer}', operationId: 'eraseIssuer', access: 'coordinator',
      summary: 'Erases an issuer with all that it published: its badges can no longer be told from revoked ones where they name a list here.',
      params: issuerParams,
      replies: { 204: { description: 'Erased.' } },
      problems: ['issuer-not-found'],
    })(async ({ params, caller }) => {
      await database.transaction(async (inside) => {
        if (!await eraseIssuer(inside, params.issuer)) throw new Problem('issuer-not-found');
        await record(inside, now(), { actor: caller.id, act: 'issuer-erase', target: params.issuer });
      });
      return { status: 204 };
    }),
  ];
}

function documentRoutes(services: Services, kind: DocumentKind): Route[] {
  const { database, now } = services;
  const path = `/issuers/{issuer}/${kind.path}`;
  const params = kind.path.includes('{name}') ? namedParams : issuerParams;
  const pathOf = (given: Record<string, string>): string => kind.path.replace('{name}', given['name'] ?? '');
  const routes = [
    route({
      method: 'get', path, operationId: `get${kind.name}`, access: 'public', anyOrigin: true, summary: kind.summary, params,
      headers: { 'If-None-Match': { description: 'The ETag of the document that the caller has.' } },
      replies: {
        200: { description: 'The document.', type: kind.type, schema: publishedDocument, headers: { 'ETag': 'SHA-256 of the document.', 'Cache-Control': 'How long it may be kept.' } },
        304: { description: 'The caller’s document is still the current one.', headers: { ETag: 'SHA-256 of the document.' } },
      },
      problems: ['badge-document-not-found'],
    })(async ({ params: given, context }) => {
      const found = await readDocument(database, given.issuer, pathOf(given));
      if (!found) throw new Problem('badge-document-not-found');
      return conditional(context, { sha256: found.sha256, type: kind.type, cache: CACHE, text: () => found.content });
    }),
  ];
  if (!kind.withIssuer) routes.push(
    route({
      method: 'put', path, operationId: `publish${kind.name}`, access: 'coordinator',
      summary: `Publishes: ${kind.summary} Refused when it is not the issuer’s own, or does not verify.`,
      params, body: publishedDocument,
      ...(kind.takesBack && { query: takingBackQuery }),
      replies: { 200: { description: 'Replaced.', schema: z.object({ address: z.url() }) }, 201: { description: 'Published.', schema: z.object({ address: z.url() }) } },
      problems: ['issuer-not-found', 'invalid-badge-document', 'hosting-off', ...(kind.dated ? ['badge-document-older'] as const : []), ...(kind.takesBack ? ['badge-document-reinstates'] as const : [])],
    })(async ({ params: given, query, body, language, caller }) => {
      const publicUrl = publicUrlOf(services);
      const document = await body(DOCUMENT_LIMIT);
      const below = pathOf(given);
      const created = await database.transaction(async (inside) => {
        const issuer = await findIssuer(inside, given.issuer, { locked: true });
        await checkPublication(kind.path, { database: inside, issuer, publicUrl, path: below, document, language, now: now(), reinstate: query?.reinstate === 'true' });
        const made = await keepDocument(inside, issuer.id, below, document, now());
        await record(inside, now(), { actor: caller.id, act: 'badge-publish', target: `${issuer.id}/${below}` });
        return made;
      });
      return { status: created ? 201 : 200, body: { address: issuerAddress(publicUrl, given.issuer) + below } };
    }),
  );
  if (kind.erasable) routes.push(
    route({
      method: 'delete', path, operationId: `erase${kind.name}`, access: 'coordinator', summary: `Takes away: ${kind.summary}`, params,
      replies: { 204: { description: 'Erased.' } },
      problems: ['badge-document-not-found'],
    })(async ({ params: given, caller }) => {
      const below = pathOf(given);
      await database.transaction(async (inside) => {
        if (!await eraseDocument(inside, given.issuer, below)) throw new Problem('badge-document-not-found');
        await record(inside, now(), { actor: caller.id, act: 'badge-erase', target: `${given.issuer}/${below}` });
      });
      return { status: 204 };
    }),
  );
  return routes;
}

/** Names of an issuer: did:key (the name is the key, nothing to host) and did:web (the name is a site, which publishes the keys). */
import type { JsonObject } from '../input/json.ts';
import type { SigningKey } from './key.ts';
import { IssueError, problem } from './problems.ts';

export function didKey(key: Pick<SigningKey, 'publicKeyMultibase'>): string {
  return `did:key:${key.publicKeyMultibase}`;
}

/** `badges.commune.example` or `https://commune.example/badges/` → the DID, and where its document must stand. */
export function didWeb(site: string): { readonly did: string; readonly documentUrl: string } {
  const address = /^https?:\/\//i.test(site.trim()) ? site.trim() : `https://${site.trim()}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const path = url?.pathname.split('/').filter((step) => step !== '') ?? [];
  if (!url?.hostname.includes('.') || url.username !== '' || url.search !== '' || !path.every((step) => /^[\w.~-]+$/.test(step))) throw new IssueError(problem('host.wrong', 'site'));
  const did = ['did:web', url.port ? `${url.hostname}%3A${url.port}` : url.hostname, ...path].join(':');
  return { did, documentUrl: `https://${url.host}/${path.length > 0 ? path.join('/') : '.well-known'}/did.json` };
}

/** How a signature names the key: the part after `#` is the key itself, in either kind of name. */
export function methodOf(did: string, key: Pick<SigningKey, 'publicKeyMultibase'>): string {
  if (did.startsWith('did:key:') && did !== didKey(key)) throw new IssueError(problem('issuer.key', 'issuer.id'));
  if (!/^did:(?:key|web):/.test(did)) throw new IssueError(problem('issuer.kind', 'issuer.id'));
  return `${did}#${key.publicKeyMultibase}`;
}

/** A key of the issuer, the one in use or an older one. */
export interface DeclaredKey {
  readonly publicKeyMultibase: string;
  /** ISO date-time: from then on nothing that it signed counts, badges of before included. Only for a key that was stolen. */
  readonly revoked?: string | undefined;
}

/**
 * `did.json` (https://www.w3.org/TR/did-1.0/), with Multikeys. Keys that are not in use any more stay in it, so that the badges that they signed
 * stay good. `alsoKnownAs` names the did:key of each: the same issuer before it had a site.
 */
export function didDocument(did: string, keys: readonly DeclaredKey[]): JsonObject {
  const verificationMethod = keys.map(({ publicKeyMultibase, revoked }) => ({
    id: `${did}#${publicKeyMultibase}`, type: 'Multikey', controller: did, publicKeyMultibase, ...(revoked === undefined ? {} : { revoked }),
  }));
  const sound = keys.filter(({ revoked }) => revoked === undefined);
  const others = sound.map(didKey).filter((name) => name !== did);
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    ...(others.length > 0 ? { alsoKnownAs: others } : {}),
    verificationMethod,
    assertionMethod: sound.map(({ publicKeyMultibase }) => `${did}#${publicKeyMultibase}`),
  };
}

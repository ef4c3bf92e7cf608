/** Context addresses that the structure of a credential depends on; apart from the documents, so that reading JWTs does not load them. */
export const CREDENTIALS_V1 = 'https://www.w3.org/2018/credentials/v1';
export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2';
const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/';

/** Every context that is pinned; `index.ts` holds the documents, and a test holds the two lists together. */
export const KNOWN_CONTEXTS: ReadonlySet<string> = new Set([
  CREDENTIALS_V1, CREDENTIALS_V2,
  'https://w3id.org/security/data-integrity/v1', 'https://w3id.org/security/data-integrity/v2', 'https://w3id.org/security/multikey/v1',
  'https://w3id.org/security/suites/ed25519-2020/v1', 'https://www.w3.org/ns/credentials/status/v1', 'https://w3id.org/vc/status-list/2021/v1',
  'https://purl.imsglobal.org/spec/clr/v2p0/context.json', 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
  ...['context.json', 'context-3.0.0.json', 'context-3.0.1.json', 'context-3.0.2.json', 'context-3.0.3.json', 'extensions.json'].map((name) => OPEN_BADGES + name),
]);

export function isOpenBadgesContext(url: unknown): boolean {
  return typeof url === 'string' && url.startsWith(`${OPEN_BADGES}context`) && KNOWN_CONTEXTS.has(url);
}

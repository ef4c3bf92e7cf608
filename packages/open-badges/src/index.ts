export { verify, type VerifyOptions } from './verify.ts';
export { CHECKS, STATES, type CheckName, type CheckState, type Checks, type Kind, type Message, type State, type Verdict } from './verdict.ts';
export { contentHash, type ContentHash } from './content-hash.ts';
export { carefulFetch, allowedUrl } from './fetch.ts';
export { stripBidi } from './findings.ts';
export { linkedInUrl, type LinkedInBadge } from './linked-in.ts';
export type { KnownIssuer } from './issuer/binding.ts';
export type { Resolve } from './resources.ts';

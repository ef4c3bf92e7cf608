/** What software may be allowed to do for a person (Open Badges 3.0 §6.2.1). */
const BASE = 'https://purl.imsglobal.org/spec/ob/v3p0/scope/';

export const SCOPES = {
  read: `${BASE}credential.readonly`,
  write: `${BASE}credential.upsert`,
  readProfile: `${BASE}profile.readonly`,
  writeProfile: `${BASE}profile.update`,
  /** To ask for another token without the person (OpenID Connect §11). */
  offline: 'offline_access',
} as const;
export type Scope = keyof typeof SCOPES;

export const scopesIn = (scope: string): Scope[] => (Object.keys(SCOPES) as Scope[]).filter((name) => scope.split(' ').includes(SCOPES[name]));
export const scopeText = (scopes: readonly Scope[]): string => scopes.map((name) => SCOPES[name]).join(' ');

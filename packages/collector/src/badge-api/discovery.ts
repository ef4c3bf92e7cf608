/** What the service says of itself (Open Badges 3.0 §6.3, ServiceDescriptionDocument): an OpenAPI document with where software registers and asks. */
import { SCOPES } from './scopes.ts';

const SAID: Readonly<Record<keyof typeof SCOPES, string>> = {
  read: 'Permission to read OpenBadgeCredentials for the authenticated entity.',
  write: 'Permission to create or update OpenBadgeCredentials for the authenticated entity.',
  readProfile: 'Permission to read the profile for the authenticated entity.',
  writeProfile: 'Permission to update the profile for the authenticated entity.',
  offline: 'Permission to ask for another token without the person.',
};

export function serviceDescription(publicUrl: string, version: string): { openapi: string } & Record<string, unknown> {
  const secured = (scope: keyof typeof SCOPES) => [{ OAuth2ACG: [SCOPES[scope]] }];
  const responses = { default: { description: 'As the specification says.' } };
  return {
    openapi: '3.0.1',
    info: {
      'title': 'Open Badges 3.0 API', version, 'description': 'A person’s badges, for software that they allow.',
      'termsOfService': `${publicUrl}/oauth/privacy`, 'x-imssf-privacyPolicyUrl': `${publicUrl}/oauth/privacy`,
    },
    servers: [{ url: `${publicUrl}/ims/ob/v3p0` }],
    paths: {
      '/credentials': { get: { operationId: 'getCredentials', security: secured('read'), responses }, post: { operationId: 'upsertCredential', security: secured('write'), responses } },
      '/profile': { get: { operationId: 'getProfile', security: secured('readProfile'), responses }, put: { operationId: 'putProfile', security: secured('writeProfile'), responses } },
    },
    components: {
      securitySchemes: {
        OAuth2ACG: {
          'type': 'oauth2', 'description': 'OAuth 2.0 Authorization Code Grant, with PKCE (S256).', 'x-imssf-registrationUrl': `${publicUrl}/oauth/register`,
          'flows': {
            authorizationCode: {
              authorizationUrl: `${publicUrl}/oauth/authorize`, tokenUrl: `${publicUrl}/oauth/token`, refreshUrl: `${publicUrl}/oauth/token`,
              scopes: Object.fromEntries(Object.entries(SCOPES).map(([name, scope]) => [scope, SAID[name as keyof typeof SCOPES]])),
            },
          },
        },
      },
    },
  };
}

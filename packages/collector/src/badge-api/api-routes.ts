/** The Open Badges 3.0 API (https://www.imsglobal.org/spec/ob/v3p0/#api): a person's badges, for software that they allowed. Refusals are the specification's own. */
import type { Context } from 'hono';
import * as z from 'zod';
import { publicUrlOf } from '../badges/addresses.ts';
import { bearer } from '../http/bearer.ts';
import { MEGABYTE, readBytes } from '../http/limits.ts';
import type { Language } from '../http/language.ts';
import { route } from '../http/route.ts';
import type { Refusals, Route } from '../http/route.ts';
import type { Services } from '../services.ts';
import { serviceDescription } from './discovery.ts';
import { findAccess } from './grants.ts';
import { heldOf } from './held.ts';
import { countHeld, findHeld, keepHeld, keepProfile, listHeld, readProfile } from './holders.ts';
import { SCOPES } from './scopes.ts';
import type { Scope } from './scopes.ts';

const BODY_LIMIT = MEGABYTE;
const PAGE = 50;
const MOST = 100;
/** Badges of one person. */
const MOST_HELD = 1_000;
/** What databases and people call a date. */
const inHistory = (date: Date): boolean => date.getUTCFullYear() >= 0 && date.getUTCFullYear() <= 9999;
const PATH = '/ims/ob/v3p0';

/** https://www.imsglobal.org/spec/ob/v3p0/#org.1edtech.ob.v3p0.imsx_codeminorfield.class */
const MINOR = { 400: 'invalid_data', 401: 'unauthorizedrequest', 403: 'forbidden', 404: 'not_found', 413: 'invalid_data', 429: 'server_busy', 500: 'internal_server_error' } as const;
const minorField = z.enum([...new Set(Object.values(MINOR)), 'invalid_query_parameter', 'unknown']);

/** https://www.imsglobal.org/spec/ob/v3p0/#org.1edtech.ob.v3p0.imsx_statusinfo.class */
const statusInfo = z.object({
  imsx_codeMajor: z.literal('failure'), imsx_severity: z.literal('error'), imsx_description: z.string(),
  imsx_CodeMinor: z.object({ imsx_codeMinorField: z.array(z.object({ imsx_codeMinorFieldName: z.string(), imsx_codeMinorFieldValue: minorField })) }),
}).meta({ id: 'Imsx_StatusInfo' });

const imsx = (text: string, minor: z.infer<typeof minorField>): z.infer<typeof statusInfo> => ({
  imsx_codeMajor: 'failure', imsx_severity: 'error', imsx_description: text, imsx_CodeMinor: { imsx_codeMinorField: [{ imsx_codeMinorFieldName: 'TargetEndSystem', imsx_codeMinorFieldValue: minor }] },
});

/** What the house itself refuses (too many, too large, a failure) is said in the specification's shape too. */
const IMSX: Refusals = { schema: statusInfo, of: (status, text) => imsx(text, status in MINOR ? MINOR[status as keyof typeof MINOR] : 'unknown') };

const refusals = {
  400: { description: 'The request cannot be served.', schema: statusInfo },
  401: { description: 'The token is missing, ended, or was withdrawn.', schema: statusInfo },
  403: { description: 'The token does not allow this.', schema: statusInfo },
} as const;

const SAID = {
  fr: { 401: 'Donnez un jeton d’accès valable.', 403: 'Ce jeton ne permet pas cela : il faut « {scope} ».', query: 'Un paramètre de l’adresse est incorrect : « {name} ».', badge: 'Ce n’est pas un badge Open Badges 3.0 intact.', profile: 'Ce n’est pas un profil : il faut un objet JSON de type « Profile », avec un « id ».', none: 'Aucun profil n’a été enregistré.', many: 'Pas plus de {count} badges par personne.' },
  en: { 401: 'Give a valid access token.', 403: 'This token does not allow this: it takes “{scope}”.', query: 'A parameter of the address is wrong: “{name}”.', badge: 'This is not an intact Open Badges 3.0 badge.', profile: 'This is not a profile: it takes a JSON object of type “Profile”, with an “id”.', none: 'No profile was saved.', many: 'No more than {count} badges for one person.' },
} satisfies Record<Language, Record<string, string>>;

function refuse<S extends 400 | 401 | 403 | 404>(status: S, text: string, minor: z.infer<typeof minorField> = MINOR[status]): { readonly status: S; readonly headers: Record<string, string>; readonly body: z.infer<typeof statusInfo> } {
  return { status, headers: status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}, body: imsx(text, minor) };
}

const jsonOf = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : undefined;
  } catch {
    return undefined;
  }
};

export function apiRoutes(services: Services): Route[] {
  const { database, now } = services;
  /** The person, or why not. */
  const holder = async (context: Context, language: Language, scope: Scope) => {
    const token = bearer(context);
    const access = token === undefined ? undefined : await findAccess(database, token, now());
    if (!access) return { refusal: refuse(401, SAID[language][401]) };
    if (!access.scope.split(' ').includes(SCOPES[scope])) return { refusal: refuse(403, SAID[language][403].replace('{scope}', SCOPES[scope])) };
    return { id: access.holderId };
  };
  const bodyText = async (context: Context, language: Language): Promise<string> => new TextDecoder().decode(await readBytes(context.req.raw, BODY_LIMIT, language)).trim();

  return [
    route({
      method: 'get', path: `${PATH}/discovery`, operationId: 'getServiceDescription', access: 'public', anyOrigin: true, refusals: IMSX, summary: 'What this service is, what it can do, and where software registers (Open Badges 3.0 §6.3).',
      replies: { 200: { description: 'An OpenAPI document.', schema: z.looseObject({ openapi: z.string() }) } }, problems: ['hosting-off'],
    })(() => Promise.resolve({ status: 200, body: serviceDescription(publicUrlOf(services), services.version) })),

    route({
      method: 'get', path: `${PATH}/credentials`, operationId: 'getCredentials', access: 'public', anyOrigin: true, refusals: IMSX,
      summary: 'The person’s badges, the oldest first (`limit`, `offset`, `since`).',
      replies: {
        200: { description: 'The badges.', schema: z.object({ credential: z.array(z.looseObject({})).optional(), compactJwsString: z.array(z.string()).optional() }).meta({ id: 'GetOpenBadgeCredentialsResponse' }), headers: { 'X-Total-Count': 'How many there are.', 'Link': 'The other pages.' } },
        ...refusals,
      },
      problems: [],
    })(async ({ context, language }) => {
      const mine = await holder(context, language, 'read');
      if (mine.refusal) return mine.refusal;
      const { limit = String(PAGE), offset = '0', since } = context.req.query();
      const from = since === undefined ? undefined : new Date(since);
      const wrong = !/^[1-9]\d{0,5}$/.test(limit) ? 'limit' : !/^\d{1,9}$/.test(offset) ? 'offset' : from && !inHistory(from) ? 'since' : undefined;
      if (wrong !== undefined) return refuse(400, SAID[language].query.replace('{name}', wrong), 'invalid_query_parameter');
      const size = Math.min(Number(limit), MOST);
      const { total, items } = await listHeld(database, mine.id, { limit: size, offset: Number(offset), since: from });
      const json = items.filter((each) => each.startsWith('{')).map((each) => JSON.parse(each) as Record<string, unknown>);
      const tokens = items.filter((each) => !each.startsWith('{'));
      return {
        status: 200, headers: { 'X-Total-Count': String(total), 'Link': links(`${publicUrlOf(services)}${PATH}/credentials`, { total, size, shown: items.length, offset: Number(offset), since }) },
        body: { ...(json.length > 0 || tokens.length === 0 ? { credential: json } : {}), ...(tokens.length > 0 ? { compactJwsString: tokens } : {}) },
      };
    }),

    route({
      method: 'post', path: `${PATH}/credentials`, operationId: 'upsertCredential', access: 'public', anyOrigin: true, refusals: IMSX,
      summary: 'Adds a badge to the person’s, or replaces its copy: JSON, or a token as `text/plain`. The answer is what was sent.',
      replies: { 200: { description: 'Replaced.', type: 'application/json' }, 201: { description: 'Added.', type: 'application/json' }, ...refusals }, problems: ['too-large'],
    })(async ({ context, language }) => {
      const mine = await holder(context, language, 'write');
      if (mine.refusal) return mine.refusal;
      const text = await bodyText(context, language);
      const held = await heldOf(text, now());
      if (!held) return refuse(400, SAID[language].badge);
      const before = await findHeld(database, mine.id, held.badgeId);
      // A copy whose signature is known to be good gives way to none that is not.
      if (before !== undefined && !held.sure && (await heldOf(before, now()))?.sure) return refuse(400, SAID[language].badge);
      if (before === undefined && await countHeld(database, mine.id) >= MOST_HELD) return refuse(403, SAID[language].many.replace('{count}', String(MOST_HELD)));
      const created = await keepHeld(database, mine.id, held);
      return { status: created ? 201 : 200, headers: { 'Content-Type': text.startsWith('{') ? 'application/json' : 'text/plain', 'Cache-Control': 'no-store' }, raw: text };
    }),

    route({
      method: 'get', path: `${PATH}/profile`, operationId: 'getHolderProfile', access: 'public', anyOrigin: true, refusals: IMSX, summary: 'The person’s profile.',
      replies: { 200: { description: 'The profile.', type: 'application/json' }, 401: refusals[401], 403: refusals[403], 404: { description: 'There is none.', schema: statusInfo } }, problems: [],
    })(async ({ context, language }) => {
      const mine = await holder(context, language, 'readProfile');
      if (mine.refusal) return mine.refusal;
      const found = await readProfile(database, mine.id);
      return found === undefined ? refuse(404, SAID[language].none) : { status: 200, headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }, raw: found };
    }),

    route({
      method: 'put', path: `${PATH}/profile`, operationId: 'putHolderProfile', access: 'public', anyOrigin: true, refusals: IMSX, summary: 'Saves the person’s profile, whole.',
      replies: { 200: { description: 'The profile, as it is kept.', type: 'application/json' }, ...refusals }, problems: ['too-large'],
    })(async ({ context, language }) => {
      const mine = await holder(context, language, 'writeProfile');
      if (mine.refusal) return mine.refusal;
      const text = await bodyText(context, language);
      const profile = jsonOf(text);
      if (!profile || ![profile['type']].flat().includes('Profile') || typeof profile['id'] !== 'string' || text.includes('\\u0000')) return refuse(400, SAID[language].profile);
      const kept = JSON.stringify(profile);
      await keepProfile(database, mine.id, kept);
      return { status: 200, headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }, raw: kept };
    }),
  ];
}

/** RFC 8288: first, last, and those beside, when there are some. */
function links(address: string, { total, size, shown, offset, since }: { total: number; size: number; shown: number; offset: number; since: string | undefined }): string {
  const to = (at: number): string => {
    const url = new URL(address);
    url.searchParams.set('limit', String(size));
    url.searchParams.set('offset', String(at));
    if (since !== undefined) url.searchParams.set('since', since);
    return url.href;
  };
  const last = Math.max(0, Math.floor((total - 1) / size) * size);
  const pages: readonly (readonly [string, number | undefined])[] = [['next', offset + shown < total && shown > 0 ? offset + shown : undefined], ['last', last], ['first', 0], ['prev', offset > 0 ? Math.max(0, offset - size) : undefined]];
  return pages.flatMap(([rel, at]) => (at === undefined ? [] : [`<${to(at)}>; rel="${rel}"`])).join(', ');
}

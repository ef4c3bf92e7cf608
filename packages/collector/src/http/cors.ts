/**
 * Which pages may call from a browser (the Fetch standard's CORS protocol).
 *
 * What the public does (read a definition, send answers, keep a draft) is open to the survey's own list of origins,
 * `*` by default: a commune embeds the tag without asking anyone. `*` also serves a page in a sandboxed frame, whose
 * origin is the word `null` and matches no list. Nothing rides on cookies, so `*` gives nothing away: a draft or a
 * hub's route needs a bearer token that a foreign page does not have. A route says `anyOrigin` when any page may read
 * it: what badges refer to, and what software asks for with a person's token. The hub's other routes are open to the
 * hub's own pages only.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { surveyId } from '../surveys/model.ts';
import { methodOf } from './matching.ts';
import type { FindRoute } from './matching.ts';

/** What a survey's origins allow. `undefined`: no such survey, nothing to protect. */
export const originAllowed = (origin: string, allowed: readonly string[]): boolean =>
  allowed.includes('*') || allowed.includes(origin);

const SURVEY_PATH = /^\/surveys\/([^/]+)(?:\/(answers|drafts)(?:\/current)?)?$/;

/** As the router reads it; what is not well encoded names no survey. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The survey whose public face a request (or the request that a preflight announces) is for. */
function publicSurvey(context: Context, base: string): string | undefined {
  const [, survey, room] = SURVEY_PATH.exec(context.req.path.slice(base.length)) ?? [];
  const method = methodOf(context);
  const open = room === 'drafts' || (room === 'answers' ? method === 'POST' : method === 'GET');
  return open && survey !== undefined ? decoded(survey) : undefined;
}

export function crossOrigin(options: {
  readonly base: string;
  /** Pages of the hub. */
  readonly hubOrigins: readonly string[];
  readonly surveyOrigins: (survey: string) => Promise<readonly string[] | undefined>;
}, findRoute: FindRoute): MiddlewareHandler {
  return cors({
    origin: async (origin, context) => {
      if (originAllowed(origin, options.hubOrigins)) return options.hubOrigins.includes('*') ? '*' : origin;
      if (findRoute(context)?.anyOrigin) return '*';
      const survey = publicSurvey(context, options.base);
      if (survey === undefined) return null;
      // An unknown survey answers 404, what cannot name one 400: let the page read why.
      const allowed = surveyId.safeParse(survey).success ? await options.surveyOrigins(survey) ?? ['*'] : ['*'];
      return allowed.includes('*') ? '*' : allowed.includes(origin) ? origin : null;
    },
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: ['Content-Type', 'Accept-Language', 'Idempotency-Key', 'Authorization', 'If-None-Match'],
    exposeHeaders: ['ETag', 'Retry-After', 'Content-Disposition', 'Content-Language', 'X-Total-Count', 'Link'],
    maxAge: 600,
  });
}

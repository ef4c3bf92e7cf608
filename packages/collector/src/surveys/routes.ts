import * as z from 'zod';
import { conditional } from '../http/etag.ts';
import type { Language } from '../http/language.ts';
import { check } from '../http/problems.ts';
import { route } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import { MEGABYTE } from '../http/limits.ts';
import type { Services } from '../services.ts';
import { definitionJson, publication, publicationWithSettings, published, surveyParams, surveySettings, surveySummary } from './model.ts';
import type { SurveySettings } from './model.ts';
import { changeSettings, findSurvey, listSurveys, publish } from './store.ts';

const DEFINITION_LIMIT = 5 * MEGABYTE;
const SETTINGS_LIMIT = 100_000;

/** A body as a definition and its settings, whichever of the two ways it came. */
function parts(body: Record<string, unknown>, language: Language): { definition: Record<string, unknown>; settings: SurveySettings } {
  if (!('definition' in body)) return { definition: body, settings: {} };
  const { definition, ...settings } = check(publicationWithSettings, body, 'bad-body', language);
  return { definition, settings };
}

export function surveyRoutes(services: Services): Route[] {
  return [
    route({
      method: 'get', path: '/surveys', operationId: 'listSurveys', access: 'reader',
      summary: 'The surveys, their versions, and how many answers each has.',
      replies: { 200: { description: 'The surveys.', schema: z.object({ items: z.array(surveySummary) }) } },
      problems: [],
    })(async ({ language }) => ({ status: 200, body: { items: await listSurveys(services, language) } })),

    route({
      method: 'get', path: '/surveys/{survey}', operationId: 'getSurvey', access: 'public',
      summary: 'The current definition, for the survey element.',
      params: surveyParams,
      headers: { 'If-None-Match': { description: 'The ETag of the definition that the caller has.' } },
      replies: {
        200: { description: 'The definition; its `version` is what answers name.', type: 'application/json', schema: definitionJson, headers: { ETag: 'SHA-256 of the definition.' } },
        304: { description: 'The caller’s definition is still the current one.', headers: { ETag: 'SHA-256 of the definition.' } },
      },
      problems: ['survey-not-found'],
    })(async ({ params, context }) => {
      const { version } = await findSurvey(services, params.survey);
      return conditional(context, { sha256: version.sha256, type: 'application/json; charset=utf-8', cache: 'no-cache', text: async () => (await services.definitions.of(version.id)).text });
    }),

    route({
      method: 'put', path: '/surveys/{survey}', operationId: 'publishSurvey', access: 'coordinator',
      summary: 'Publishes a definition. Earlier versions are kept: answers that name them stay accepted.',
      params: surveyParams,
      body: publication,
      replies: {
        200: { description: 'This definition was already the current one; settings are updated.', schema: published },
        201: { description: 'A version was published.', schema: published },
      },
      problems: ['invalid-definition', 'version-taken'],
    })(async ({ params, body, language, caller }) => {
      const { definition, settings } = parts(await body(DEFINITION_LIMIT), language);
      const { created, ...result } = await publish(services, params.survey, definition, settings, { language, actor: caller.id });
      return { status: created ? 201 : 200, body: result };
    }),

    route({
      method: 'patch', path: '/surveys/{survey}', operationId: 'changeSurvey', access: 'coordinator',
      summary: 'Changes when a survey takes answers, from which pages, and how long they are kept.',
      params: surveyParams,
      body: surveySettings,
      replies: { 204: { description: 'Changed.' } },
      problems: ['survey-not-found'],
    })(async ({ params, body, caller }) => {
      await changeSettings(services, params.survey, await body(SETTINGS_LIMIT), caller.id);
      return { status: 204 };
    }),
  ];
}

/**
 * Drafts: a started answer, to go on with on another device. The token of the resume link is all that opens one; it
 * is kept as a hash, travels in a header, and lives 30 days from the last save.
 */
import { and, eq, gt } from 'drizzle-orm';
import * as z from 'zod';
import { hashToken, newToken } from '../admin/tokens.ts';
import { refuseNul } from '../answers/check.ts';
import { bodyLimit } from '../answers/model.ts';
import { drafts } from '../database/schema.ts';
import { Problem } from '../http/problems.ts';
import { route } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { Services } from '../services.ts';
import { surveyParams } from '../surveys/model.ts';
import { findSurvey, requireOpen } from '../surveys/store.ts';

export const DRAFT_DAYS = 30;
const DAY_MS = 86_400_000;

const draftBody = z.object({
  answers: z.record(z.string(), z.unknown()),
  /** The page to come back to, by name. */
  page: z.string().max(200).nullable().optional(),
  locale: z.string().max(35).default('fr'),
}).meta({ id: 'Draft' });
/** `since`: the `updatedAt` that the caller last read or wrote; when another device saved meanwhile, nothing is written. Without it, the last one wins. */
const savedBody = draftBody.extend({ since: z.iso.datetime().optional() }).meta({ id: 'DraftToSave' });
const saved = z.object({ updatedAt: z.iso.datetime(), expiresAt: z.iso.datetime() });
const kept = z.object({
  answers: z.record(z.string(), z.unknown()),
  page: z.string().nullable(),
  locale: z.string(),
  updatedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
}).meta({ id: 'KeptDraft' });

export function draftRoutes(services: Services): Route[] {
  const { database } = services;
  const times = () => {
    const updatedAt = services.now();
    return { updatedAt, expiresAt: new Date(updatedAt.getTime() + DRAFT_DAYS * DAY_MS) };
  };
  const prepared = async (id: string) => {
    const { survey, version } = await findSurvey(services, id);
    return { survey, limit: bodyLimit(await services.definitions.of(version.id)) };
  };
  const mine = (survey: string, token: string) =>
    and(eq(drafts.tokenHash, hashToken(token)), eq(drafts.surveyId, survey), gt(drafts.expiresAt, services.now()));
  const columns = ({ answers, page, locale }: z.infer<typeof draftBody>) => ({ answers, page: page ?? null, locale });

  return [
    route({
      method: 'post', path: '/surveys/{survey}/drafts', operationId: 'createDraft', access: 'public',
      summary: 'Keeps a draft and gives the token of its resume link.',
      params: surveyParams,
      body: draftBody,
      replies: { 201: { description: 'The token, shown this once.', schema: saved.extend({ token: z.string() }) } },
      problems: ['survey-not-found', 'not-open', 'closed', 'invalid-answers'],
    })(async ({ params, body, language }) => {
      const { survey, limit } = await prepared(params.survey);
      requireOpen(survey, services.now());
      const draft = await body(limit);
      refuseNul(draft, language);
      const token = newToken();
      const { updatedAt, expiresAt } = times();
      await database.insert(drafts).values({ tokenHash: hashToken(token), surveyId: params.survey, ...columns(draft), updatedAt, expiresAt });
      return { status: 201, body: { token, updatedAt: updatedAt.toISOString(), expiresAt: expiresAt.toISOString() } };
    }),

    route({
      method: 'get', path: '/surveys/{survey}/drafts/current', operationId: 'getDraft', access: 'draft',
      summary: 'The draft of this resume link.',
      params: surveyParams,
      replies: { 200: { description: 'The draft.', schema: kept } },
      problems: ['draft-not-found'],
    })(async ({ params, token }) => {
      const [draft] = await database.select().from(drafts).where(mine(params.survey, token));
      if (!draft) throw new Problem('draft-not-found');
      const { answers, page, locale, updatedAt, expiresAt } = draft;
      return { status: 200, body: { answers, page, locale, updatedAt: updatedAt.toISOString(), expiresAt: expiresAt.toISOString() } };
    }),

    route({
      method: 'put', path: '/surveys/{survey}/drafts/current', operationId: 'saveDraft', access: 'draft',
      summary: 'Saves the draft again; its 30 days start anew.',
      params: surveyParams,
      body: savedBody,
      replies: { 200: { description: 'Saved.', schema: saved } },
      problems: ['survey-not-found', 'draft-not-found', 'draft-changed', 'invalid-answers'],
    })(async ({ params, token, body, language }) => {
      const { limit } = await prepared(params.survey);
      const draft = await body(limit);
      refuseNul(draft, language);
      const { updatedAt, expiresAt } = times();
      const unchanged = draft.since === undefined ? undefined : eq(drafts.updatedAt, new Date(draft.since));
      const [row] = await database.update(drafts).set({ ...columns(draft), updatedAt, expiresAt })
        .where(and(mine(params.survey, token), unchanged)).returning({ hash: drafts.tokenHash });
      if (!row) {
        const [standing] = await database.select({ hash: drafts.tokenHash }).from(drafts).where(mine(params.survey, token));
        throw new Problem(standing ? 'draft-changed' : 'draft-not-found');
      }
      return { status: 200, body: { updatedAt: updatedAt.toISOString(), expiresAt: expiresAt.toISOString() } };
    }),

    route({
      method: 'delete', path: '/surveys/{survey}/drafts/current', operationId: 'eraseDraft', access: 'draft',
      summary: 'Erases the draft.',
      params: surveyParams,
      replies: { 204: { description: 'Erased.' } },
      problems: ['draft-not-found'],
    })(async ({ params, token }) => {
      const gone = await database.delete(drafts).where(mine(params.survey, token)).returning({ hash: drafts.tokenHash });
      if (gone.length === 0) throw new Problem('draft-not-found');
      return { status: 204 };
    }),
  ];
}

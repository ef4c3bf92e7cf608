/** Surveys and their kept versions, in the database. */
import { createHash } from 'node:crypto';
import { parseDefinition } from '@assembleurs/commons/survey/definition';
import { and, count, desc, eq, or } from 'drizzle-orm';
import type * as z from 'zod';
import { record } from '../admin/audit.ts';
import { answers, surveys, surveyVersions } from '../database/schema.ts';
import type { Language } from '../http/language.ts';
import { check, Problem } from '../http/problems.ts';
import type { Services } from '../services.ts';
import { surveySettings } from './model.ts';
import type { Published, surveySummary, SurveySettings } from './model.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

type SurveyRow = typeof surveys.$inferSelect;
/** A version without its text: `Definitions` keeps that. */
const versionColumns = { id: surveyVersions.id, number: surveyVersions.number, label: surveyVersions.label, sha256: surveyVersions.sha256 };
export type Version = Pick<typeof surveyVersions.$inferSelect, keyof typeof versionColumns>;

const date = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** Settings as columns; what is absent is left out. */
const columns = ({ opensAt, closesAt, origins, retentionDays }: SurveySettings) => ({
  ...(opensAt !== undefined && { opensAt: date(opensAt) }),
  ...(closesAt !== undefined && { closesAt: date(closesAt) }),
  ...(origins !== undefined && { origins }),
  ...(retentionDays !== undefined && { retentionDays }),
});

/** The survey and one of its versions: the one that the client names (label or SHA-256), else the current one. */
export async function findSurvey(
  { database }: Services, id: string, named?: string | null,
): Promise<{ survey: SurveyRow; version: Version }> {
  const wanted = named == null ? eq(surveyVersions.number, surveys.currentVersion)
    : or(eq(surveyVersions.label, named), eq(surveyVersions.sha256, named));
  const [found] = await database.select({ survey: surveys, version: versionColumns }).from(surveys)
    .leftJoin(surveyVersions, and(eq(surveyVersions.surveyId, surveys.id), wanted))
    .where(eq(surveys.id, id)).orderBy(desc(surveyVersions.number)).limit(1);
  if (!found) throw new Problem('survey-not-found');
  if (!found.version) throw new Problem('unknown-version', { version: (named ?? '').slice(0, 64) });
  return { survey: found.survey, version: found.version };
}

/** A survey takes answers between its dates. */
export function requireOpen(survey: SurveyRow, now: Date): void {
  if (survey.opensAt && now < survey.opensAt) throw new Problem('not-open', { date: survey.opensAt });
  if (survey.closesAt && now >= survey.closesAt) throw new Problem('closed', { date: survey.closesAt });
}

export async function originsOf({ database }: Services, id: string): Promise<readonly string[] | undefined> {
  const [found] = await database.select({ origins: surveys.origins }).from(surveys).where(eq(surveys.id, id));
  return found?.origins;
}

/** The definition to serve, and its label: its own `version`, or one given here so that answers can name it. */
function labelled(json: Record<string, unknown>, number: number): { text: string; label: string } {
  const { version } = json;
  const own = typeof version === 'number' ? String(version) : typeof version === 'string' ? version.trim() : '';
  // PostgreSQL keeps no U+0000.
  const label = own.replaceAll('\0', '').trim().slice(0, 64) || String(number);
  return { label, text: JSON.stringify(own === label ? json : { ...json, version: label }) };
}

/**
 * Publishes a definition: a new version when it changed, nothing when it did not. A version's label never names two
 * texts, because answers are judged by the version that they name.
 */
export async function publish(
  services: Services, id: string, json: Record<string, unknown>, settings: SurveySettings,
  { language, actor }: { language: Language; actor: string | null },
): Promise<Published & { created: boolean }> {
  const parsed = parseDefinition(json, { locale: language });
  if ('error' in parsed) {
    throw new Problem('invalid-definition', {}, parsed.error.slice(0, 50).map(({ path, text }) => ({
      pointer: path.replace(/[.[\]]+/g, '/').replace(/^(?!\/)/, '/').replace(/\/$/, ''), path, code: 'definition', detail: text,
    })));
  }
  const problems = parsed.problems.map(({ kind, path, name, text }) => ({ kind, path, name, text }));
  return services.database.transaction(async (database) => {
    await database.insert(surveys).values({ id, currentVersion: 0, origins: ['*'] }).onConflictDoNothing();
    const [survey] = await database.select().from(surveys).where(eq(surveys.id, id)).for('update');
    const kept = await database.select({ number: surveyVersions.number, label: surveyVersions.label, sha256: surveyVersions.sha256 })
      .from(surveyVersions).where(eq(surveyVersions.surveyId, id)).orderBy(desc(surveyVersions.number));
    // An unlabelled definition sent again gets the label that it has: the same text, the same version.
    const currentNumber = survey?.currentVersion ?? 0;
    const current = kept.find(({ number }) => number === currentNumber);
    const same = current && sha256(labelled(json, current.number).text) === current.sha256 ? current : undefined;
    const next = same ?? await (async () => {
      const number = (kept[0]?.number ?? 0) + 1;
      const { label, text } = labelled(json, number);
      const hash = sha256(text);
      const holder = kept.find((version) => version.label === label);
      if (holder && holder.sha256 !== hash) throw new Problem('version-taken', { version: label });
      if (holder) return holder; // an older version comes back into use
      await database.insert(surveyVersions).values({ surveyId: id, number, label, sha256: hash, definition: text });
      return { number, label, sha256: hash };
    })();
    await database.update(surveys)
      .set({ ...columns(settings), currentVersion: next.number, updatedAt: services.now() }).where(eq(surveys.id, id));
    if (!same) await record(database, services.now(), { actor, act: 'publish', surveyId: id, target: next.label });
    return { id, version: next.label, sha256: next.sha256, problems, created: !same };
  });
}

/** Publishes with settings that were not yet checked (start-up options). */
export const publishUnchecked = (services: Services, id: string, json: unknown, settings: unknown, language: Language) =>
  publish(services, id, json as Record<string, unknown>, check(surveySettings, settings, 'bad-body', language), { language, actor: null });

export async function changeSettings(services: Services, id: string, settings: SurveySettings, actor: string): Promise<void> {
  await services.database.transaction(async (database) => {
    const changed = await database.update(surveys).set({ ...columns(settings), updatedAt: services.now() })
      .where(eq(surveys.id, id)).returning({ id: surveys.id });
    if (changed.length === 0) throw new Problem('survey-not-found');
    await record(database, services.now(), { actor, act: 'settings', surveyId: id });
  });
}

/** The title in the caller's language, as text for a list. */
function titleOf({ title }: { title?: unknown }, language: Language, fallback: string): string {
  if (typeof title === 'string') return title;
  const texts = typeof title === 'object' && title !== null ? title as Record<string, unknown> : {};
  const text = texts[language] ?? texts['default'] ?? texts['fr'] ?? Object.values(texts)[0];
  return typeof text === 'string' ? text : fallback;
}

export async function listSurveys({ database, definitions }: Services, language: Language): Promise<z.infer<typeof surveySummary>[]> {
  const rows = await database.select().from(surveys).orderBy(surveys.id);
  const versions = await database.select({ ...versionColumns, surveyId: surveyVersions.surveyId, createdAt: surveyVersions.createdAt })
    .from(surveyVersions).orderBy(surveyVersions.number);
  const counts = await database.select({ id: answers.surveyId, total: count() }).from(answers).groupBy(answers.surveyId);
  return Promise.all(rows.map(async (survey) => {
    const own = versions.filter(({ surveyId }) => surveyId === survey.id);
    const current = own.find(({ number }) => number === survey.currentVersion);
    return {
      id: survey.id,
      title: current ? titleOf((await definitions.of(current.id)).definition, language, survey.id) : survey.id,
      version: current?.label ?? '',
      versions: own.map(({ label, sha256: hash, createdAt }) => ({ version: label, sha256: hash, publishedAt: createdAt.toISOString() })),
      opensAt: survey.opensAt?.toISOString() ?? null,
      closesAt: survey.closesAt?.toISOString() ?? null,
      origins: survey.origins,
      retentionDays: survey.retentionDays,
      answers: counts.find(({ id }) => id === survey.id)?.total ?? 0,
    };
  }));
}

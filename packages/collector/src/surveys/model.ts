import * as z from 'zod';

/** In addresses and file names: letters, digits, `.`, `_`, `-`. */
export const surveyId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);
export const surveyParams = z.object({ survey: surveyId });

/** A moment that the database can hold once it is in UTC: PostgreSQL reads no year 0, and a fifth digit not as we write it. */
export const instant = z.iso.datetime({ offset: true }).refine((text) => {
  const year = new Date(text).getUTCFullYear();
  return !(year < 1 || year > 9999); // what is no date at all was said already
});

const origin = z.union([z.literal('*'), z.literal('null'), z.string().regex(/^https?:\/\/[^/\s?#\p{Cc}]+$/u)]);
const settingsShape = {
  opensAt: instant.nullable(),
  closesAt: instant.nullable(),
  origins: z.array(origin).min(1).max(500),
  retentionDays: z.int().min(1).max(36_500).nullable(),
};

/** When a survey takes answers, from which pages, and how long they are kept. What is left out stays as it is. */
export const surveySettings = z.object(settingsShape).partial().meta({
  id: 'SurveySettings',
  description: 'When the survey takes answers, from which pages (web origins, or "*"), and for how many days answers are kept.',
});
export type SurveySettings = z.infer<typeof surveySettings>;

/** A survey definition, as JSON. Its own rules are `parseDefinition`'s, in commons. */
export const definitionJson = z.looseObject({}).meta({ id: 'SurveyDefinition', description: 'A survey definition (JSON, SurveyJS’s property names).' });

export const publicationWithSettings = z.strictObject({ definition: definitionJson, ...surveySettings.shape });

/** Either a definition alone (`curl -T survey.json`), or a definition with settings. */
export const publication = z.union([publicationWithSettings, definitionJson]).meta({ id: 'Publication', description: 'A definition alone, or { definition, …settings }.' });

export const surveySummary = z.object({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  versions: z.array(z.object({ version: z.string(), sha256: z.string(), publishedAt: z.iso.datetime() })),
  ...settingsShape,
  origins: z.array(z.string()),
  answers: z.int(),
}).meta({ id: 'Survey' });

export const published = z.object({
  id: z.string(),
  version: z.string(),
  sha256: z.string(),
  /** What the engine keeps but does not do, so that whoever publishes knows. */
  problems: z.array(z.object({ kind: z.string(), path: z.string(), name: z.string(), text: z.string() })),
}).meta({ id: 'Published' });
export type Published = z.infer<typeof published>;

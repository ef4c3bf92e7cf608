/**
 * A territory's assessment: who answered what, what people agreed on together, the interview, the recommendations they chose, and dated
 * pictures of it all. A record (see `record/`); it says functions, never names.
 */
import * as z from 'zod/mini';
import { RecordIdSchema, recordShape } from '../record/model.ts';
import { LEVELS } from './codes.ts';

z.config({ jitless: true });

const text = (most = 5000): z.ZodMiniString => z.string().check(z.maxLength(most));
const Instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/));
const LevelSchema = z.literal([...LEVELS]);

/** `na`: does not concern this commune, its points go to the others. `dk`: nobody knows, the score does not move, completeness stays down. */
export const AnswerValue = z.union([LevelSchema, z.literal('na'), z.literal('dk')]);
export type AnswerValue = z.infer<typeof AnswerValue>;

export const Answer = z.looseObject({
  value: AnswerValue,
  /** The survey's question that proposed it, when it was not chosen by hand. */
  from: z.optional(text(200)),
  /** A person has checked what was proposed. */
  checked: z.optional(z.boolean()),
});
export type Answer = z.infer<typeof Answer>;

export const Respondent = z.looseObject({
  id: text(60),
  /** One of the grid's roles; another word where the grid has none. */
  role: text(60),
  /** A function ("accueil du CCAS"), never a name. */
  label: z._default(text(200), ''),
});
export type Respondent = z.infer<typeof Respondent>;

export const Note = z.looseObject({ comment: z._default(text(), ''), evidence: z._default(text(2000), '') });
export type Note = z.infer<typeof Note>;

export const Interview = z.looseObject({
  date: z._default(text(10), ''),
  /** Notes by axis. */
  notes: z._default(z.record(z.string(), text(20_000)), {}),
  capacity: z._default(z.looseObject({ people: z._default(text(), ''), time: z._default(text(), ''), budget: z._default(text(), '') }), { people: '', time: '', budget: '' }),
  /** The most pressing first, by their codes; null: nobody set them, and the questionnaire's stand. */
  needs: z._default(z.nullable(z.array(text(100)).check(z.maxLength(50))), null),
  appointments: z._default(z.array(z.looseObject({ date: z._default(text(10), ''), about: z._default(text(1000), '') })).check(z.maxLength(100)), []),
});
export type Interview = z.infer<typeof Interview>;

const EDITABLE = { what: z.optional(text(500)), why: z.optional(text()), firstStep: z.optional(text()), who: z.optional(text(1000)), effort: z.optional(text(20)), delayMonths: z.optional(z.number()) };

/** What people decided of a recommendation; those left alone have no entry. */
export const Choice = z.looseObject({
  state: z.enum(['open', 'kept', 'aside']),
  /** Why it was set aside. */
  reason: z.optional(text(2000)),
  /** The person's own words in place of the grid's. */
  edits: z.optional(z.looseObject(EDITABLE)),
  /** The action of the plan that it became. */
  action: z.optional(RecordIdSchema),
});
export type Choice = z.infer<typeof Choice>;

export const OwnRecommendation = z.looseObject({ ...EDITABLE, id: text(60), what: text(500), criterion: z.optional(text(60)), action: z.optional(RecordIdSchema) });
export type OwnRecommendation = z.infer<typeof OwnRecommendation>;

export const Snapshot = z.looseObject({
  id: RecordIdSchema,
  at: Instant,
  label: z._default(text(200), ''),
  grid: z.looseObject({ id: text(60), version: text(20) }),
  /** What stood for each criterion. */
  levels: z.record(z.string(), AnswerValue),
  /** 0 to 100, or null when nothing was answered. */
  score: z.nullable(z.number()),
  answered: z.number(),
  applicable: z.number(),
  dimensions: z.record(z.string(), z.looseObject({ score: z.nullable(z.number()), answered: z.number(), applicable: z.number() })),
  respondents: z.number(),
});
export type Snapshot = z.infer<typeof Snapshot>;

export const Assessment = z.looseObject({
  ...recordShape,
  type: z.literal('assessment'),
  grid: z.looseObject({ id: text(60), version: text(20) }),
  /** The commune (INSEE code) or another area; `population` in inhabitants. */
  territory: z.looseObject({ code: z._default(text(20), ''), name: z._default(text(200), ''), population: z.optional(z.number().check(z.nonnegative())) }),
  mode: z._default(z.enum(['quick', 'full']), 'full'),
  /** Optional axes that are taken. */
  options: z._default(z.array(text(60)).check(z.maxLength(50)), []),
  respondents: z._default(z.array(Respondent).check(z.maxLength(200)), []),
  /** By respondent, by criterion. */
  answers: z._default(z.record(z.string(), z.record(z.string(), Answer)), {}),
  /** Set by people together, by criterion. */
  agreed: z._default(z.record(z.string(), z.looseObject({ value: AnswerValue, at: Instant })), {}),
  notes: z._default(z.record(z.string(), Note), {}),
  /** The survey's answer that prefills and that conditions read; its record is in `derivedFrom` when it has an id. */
  survey: z._default(z.record(z.string(), z.unknown()), {}),
  interview: z._default(Interview, { date: '', notes: {}, capacity: { people: '', time: '', budget: '' }, needs: null, appointments: [] }),
  choices: z._default(z.record(z.string(), Choice), {}),
  own: z._default(z.array(OwnRecommendation).check(z.maxLength(200)), []),
  snapshots: z._default(z.array(Snapshot).check(z.maxLength(200)), []),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Assessment = z.infer<typeof Assessment>;

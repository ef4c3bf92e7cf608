/** An action of a coordination's plan: a record, with the values of Territoires en Transitions and Mon Inclusion Numérique. */
import * as z from 'zod/mini';
import { RecordIdSchema, recordShape } from '../record/model.ts';
import { BUDGET_UNITS, PRIORITIES, STATUSES } from './codes.ts';
import { isDay } from './days.ts';

z.config({ jitless: true });

export const text = (most = 10_000): z.ZodMiniString => z.string().check(z.maxLength(most, { error: 'tooLong' }));
export const list = <Item extends z.ZodMiniType>(item: Item, most = 200): z.ZodMiniDefault<z.ZodMiniArray<Item>> =>
  z._default(z.array(item, { error: 'list' }).check(z.maxLength(most, { error: 'tooMany' })), []);
/** A day that exists: `2026-02-30` is none. */
export const Day = z.string({ error: 'day' }).check(z.refine(isDay, { error: 'day' }));
const texts = list(text(500));
const amount = z.number({ error: 'amount' }).check(z.nonnegative({ error: 'amount' }), z.maximum(1e12, { error: 'amount' }));
/** Days from the plan's pivot date: -30 is thirty days before. */
const Offset = z.number({ error: 'offset' }).check(z.int({ error: 'offset' }), z.minimum(-36_500, { error: 'offset' }), z.maximum(36_500, { error: 'offset' }));

export const Step = z.looseObject({ text: text(1000), done: z._default(z.boolean(), false), due: z.optional(Day), offset: z.optional(Offset) });
export type Step = z.infer<typeof Step>;

export const Comment = z.looseObject({
  id: text(60),
  day: Day,
  /** A function or a service, as the person says it. */
  by: z._default(text(200), ''),
  text: text(5000),
});
export type Comment = z.infer<typeof Comment>;

export const BudgetLine = z.looseObject({
  /** Absent: the whole of the action, whatever the year. */
  year: z.optional(z.number({ error: 'year' }).check(z.int({ error: 'year' }), z.minimum(1900, { error: 'year' }), z.maximum(2200, { error: 'year' }))),
  unit: z._default(z.enum(BUDGET_UNITS), 'HT'),
  planned: z.optional(amount),
  actual: z.optional(amount),
});
export type BudgetLine = z.infer<typeof BudgetLine>;

/** An organisation that pays, and how many euros before tax. */
export const Funder = z.looseObject({ name: text(500), amount: z.optional(amount) });
export type Funder = z.infer<typeof Funder>;

export const Measure = z.looseObject({ date: Day, value: z.number({ error: 'number' }), comment: z.optional(text(2000)) });
export type Measure = z.infer<typeof Measure>;

export const Indicator = z.looseObject({
  name: text(500),
  unit: z._default(text(100), ''),
  /** Where it starts from; with it, a target below means that less is better. */
  baseline: z.optional(z.number({ error: 'number' })),
  target: z.optional(z.number({ error: 'number' })),
  /** Who or what gives the values. */
  source: z._default(text(1000), ''),
  values: list(Measure, 1000),
});
export type Indicator = z.infer<typeof Indicator>;

export const Link = z.looseObject({ label: z._default(text(500), ''), url: z.string().check(z.regex(/^(?:https?:\/\/|mailto:)\S+$/i, { error: 'url' }), z.maxLength(2000, { error: 'tooLong' })) });
export type Link = z.infer<typeof Link>;

export const Action = z.looseObject({
  ...recordShape,
  type: z.literal('action'),
  /** The action of which this one is a part. */
  parent: z.optional(RecordIdSchema),
  /** One of the plan's axes, by its id; a part stands in its parent's. */
  axis: z.optional(text(60)),
  title: text(500),
  context: z._default(text(), ''),
  goals: z._default(text(), ''),
  description: z._default(text(20_000), ''),
  /** Codes of Mon Inclusion Numérique, and local ones that begin with `asb:`. */
  needs: texts,
  /** Organisations, never persons. */
  pilots: texts,
  /** Departments of the pilot. */
  services: texts,
  /** Functions or names of those in charge, of elected officials: only where a format asks for them; left out of public exports. */
  contacts: texts,
  elected: texts,
  partners: texts,
  /** Where it is governed. */
  bodies: texts,
  publics: texts,
  /** How inhabitants take part. */
  participation: z._default(text(500), ''),
  /** People and tools that it takes, in words. */
  resources: z._default(text(), ''),
  status: z._default(z.enum(STATUSES), 'A discuter'),
  priority: z.optional(z.enum(PRIORITIES)),
  start: z.optional(Day),
  end: z.optional(Day),
  /** Where the dates follow the plan's pivot date. */
  offsets: z.optional(z.looseObject({ start: z.optional(Offset), end: z.optional(Offset) })),
  /** Actions that must be over before. */
  after: list(RecordIdSchema),
  budget: list(BudgetLine),
  /** In words, what the lines do not say. */
  financing: z._default(text(), ''),
  funders: list(Funder),
  indicators: list(Indicator, 100),
  /** To do, in order. */
  steps: list(Step),
  notes: z._default(text(), ''),
  links: list(Link),
  /** What people said of it, the oldest first; left out of public exports. */
  comments: z.optional(z.array(Comment, { error: 'list' }).check(z.maxLength(1000, { error: 'tooMany' }))),
  /** The commune or area, as in the assessment. */
  territory: z._default(z.looseObject({ code: z._default(text(20), ''), name: z._default(text(200), '') }), { code: '', name: '' }),
  /** The recommendation that it comes from, in the assessment that `derivedFrom` names. */
  recommendation: z.optional(text(60)),
});
export type Action = z.infer<typeof Action>;

/**
 * A grid: what a coordination looks at, axis by axis, in sentences that one recognises oneself in. Data, like a survey's definition: another hub
 * writes its own (docs/guides/ecrire-une-grille.md). Conditions are written in the survey's expression language.
 */
import * as z from 'zod/mini';
import { EFFORTS, LEVELS } from './codes.ts';

export type { Effort, Level } from './codes.ts';

z.config({ jitless: true });

/** A code: it stands in answers and in expressions, and no longer changes once answers exist. */
const Code = z.string().check(z.regex(/^[a-z][a-z\d_]{0,59}$/, { error: 'code' }));
const NeedCode = z.string().check(z.regex(/^[a-z][a-z\d_:]{0,79}$/, { error: 'code' }));
const Text = z.union([z.string().check(z.maxLength(5000)), z.record(z.string().check(z.maxLength(35)), z.string().check(z.maxLength(5000)))], { error: 'text' });
/** An expression: read by `readGrid`, which says where it is wrong. */
const Condition = z.string({ error: 'expression' }).check(z.minLength(1, { error: 'expression' }), z.maxLength(2000, { error: 'expression' }));
const Weight = z.number({ error: 'weight' }).check(z.gt(0, { error: 'weight' }), z.maximum(1000, { error: 'weight' }));
const LevelSchema = z.literal([...LEVELS], { error: 'level' });
const list = <Item extends z.ZodMiniType>(item: Item, most = 200): z.ZodMiniArray<Item> => z.array(item, { error: 'list' }).check(z.maxLength(most, { error: 'tooMany' }));

export const Criterion = z.looseObject({
  id: Code,
  name: Text,
  /** Asked of the person; each level answers it. */
  question: Text,
  help: z.optional(Text),
  /** What shows it: a document, a count, a date. */
  evidence: z.optional(Text),
  /** From the lowest to the highest: facts that anybody can observe, never adjectives. */
  levels: z.tuple([Text, Text, Text, Text], { error: 'levels' }),
  /** Share of the axis's points, beside the other criteria of the axis; 1 unless told. */
  weight: z._default(Weight, 1),
  /** The criterion that stands for its axis in the quick mode. */
  quick: z._default(z.boolean(), false),
  /** When it holds, the criterion does not concern this commune: as "non concerné", by rule. */
  deactivateIf: z.optional(Condition),
  /** Says in words why `deactivateIf` sets it aside. */
  deactivateWhy: z.optional(Text),
  /** Each rule that holds takes away this part of the weight (0.5: half). */
  reduce: z._default(list(z.looseObject({ if: Condition, by: z.number({ error: 'part' }).check(z.gt(0, { error: 'part' }), z.lt(1, { error: 'part' })), why: Text }), 20), []),
  /** A level that an answer of the survey points to; the first that holds. A person confirms it. */
  prefill: z._default(list(z.looseObject({ if: Condition, level: LevelSchema, from: z.string() }), 20), []),
});
export type Criterion = z.infer<typeof Criterion>;

/** What an axis is written with; what has a default may be left out. */
export interface DimensionSource {
  readonly id: string;
  readonly name: z.input<typeof Text>;
  readonly help?: z.input<typeof Text> | undefined;
  readonly weight?: number | undefined;
  /** Left out unless the assessment takes it. */
  readonly optional?: boolean | undefined;
  readonly deactivateIf?: string | undefined;
  readonly deactivateWhy?: z.input<typeof Text> | undefined;
  /** Open questions of the interview guide. */
  readonly interview?: readonly z.input<typeof Text>[] | undefined;
  readonly criteria?: readonly z.input<typeof Criterion>[] | undefined;
  readonly dimensions?: readonly DimensionSource[] | undefined;
}
/** An axis, or a part of one. Its points are shared among what it holds. */
export interface Dimension extends DimensionSource {
  readonly weight: number;
  readonly optional: boolean;
  readonly interview: readonly z.infer<typeof Text>[];
  readonly criteria: readonly Criterion[];
  readonly dimensions: readonly Dimension[];
}

const dimension = z.looseObject({
  id: Code,
  name: Text,
  help: z.optional(Text),
  weight: z._default(Weight, 1),
  optional: z._default(z.boolean(), false),
  deactivateIf: z.optional(Condition),
  deactivateWhy: z.optional(Text),
  interview: z._default(list(Text, 30), []),
  criteria: z._default(list(Criterion, 50), []),
  dimensions: z._default(list(z.lazy((): z.ZodMiniType => Dimension), 30), []),
});
/** The compiler cannot infer a schema that holds itself: its types are those above. */
export const Dimension = dimension as unknown as z.ZodMiniType<Dimension, DimensionSource>;

export const Recommendation = z.looseObject({
  id: Code,
  criterion: Code,
  /** Shown when the level that stands is one of these. */
  levels: z._default(list(LevelSchema, 4), []),
  /** Shown when the answer that stands is one of these: who does not know may begin by finding out. */
  answers: z._default(list(z.enum(['dk', 'na'], { error: 'answer' }), 2), []),
  /**
   * With `levels` or `answers`, shown only when this holds, too. Alone, shown as soon as it holds, whatever the criterion's answer.
   * `conditions` says it in words.
   */
  if: z.optional(Condition),
  conditions: z.optional(Text),
  what: Text,
  why: Text,
  firstStep: Text,
  effort: z.enum(EFFORTS, { error: 'effort' }),
  /** Usual delay, in months. */
  delayMonths: z.number({ error: 'delay' }).check(z.gt(0, { error: 'delay' }), z.maximum(120, { error: 'delay' })),
  who: Text,
  resource: z.optional(z.looseObject({ text: Text, url: z.optional(z.string().check(z.regex(/^https?:\/\/\S+$/, { error: 'url' }))) })),
  /** The lever that it uses or the obstacle that it lifts, in the words of the theory of change. */
  actsOn: z.looseObject({ kind: z.enum(['lever', 'obstacle'], { error: 'actsOn' }), code: Code, text: Text }),
  /** Needs that it answers, by their codes. */
  needs: z._default(list(NeedCode, 30), []),
  /** Recommendations that come first, when they are shown too. */
  requires: z._default(list(Code, 30), []),
});
export type Recommendation = z.infer<typeof Recommendation>;

export const Grid = z.looseObject({
  $schema: z.optional(z.string()),
  id: z.string().check(z.regex(/^[a-z][a-z\d-]{0,59}$/, { error: 'code' })),
  /** `major.minor.patch`: a criterion whose levels change their meaning takes another id, and the grid another major version. */
  version: z.string().check(z.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/, { error: 'version' })),
  title: Text,
  description: z.optional(Text),
  licence: z.optional(z.string()),
  attribution: z.optional(z.string()),
  /** Names of scores, from the lowest: a score takes the last one whose `from` (0 to 100) it reaches. */
  bands: z.array(z.looseObject({ from: z.number().check(z.minimum(0, { error: 'score' }), z.maximum(100, { error: 'score' })), name: Text, text: z.optional(Text) })).check(z.minLength(1, { error: 'bands' })),
  dimensions: list(Dimension, 30).check(z.minLength(1, { error: 'dimensions' })),
  /** Who may answer, and how many of each it takes before their answers are shown apart from the others'. */
  roles: z._default(list(z.looseObject({ id: Code, name: Text, minimum: z._default(z.number().check(z.int(), z.minimum(1)), 1) }), 50), []),
  /** Needs that an interview may note. */
  needs: z._default(list(z.looseObject({ id: NeedCode, name: Text }), 100), []),
  recommendations: z._default(list(Recommendation, 1000), []),
  /** From an older version's criterion to this one's, where the meaning is the same and the id is not. */
  renamed: z._default(z.record(z.string(), Code), {}),
});
export type Grid = z.infer<typeof Grid>;
/** As an author writes it: what has a default may be left out. */
export type GridSource = z.input<typeof Grid>;

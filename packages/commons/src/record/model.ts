import * as z from 'zod/mini';
import { type RecordId, isRecordId } from './id.ts';

z.config({ jitless: true });

export const RecordIdSchema = z.custom<RecordId>(isRecordId);

/**
 * What every record of a territory has. Properties that a version of the library does not know stay in the record: a newer colleague may have
 * written them.
 */
export const recordShape = {
  id: RecordIdSchema,
  /** The noun: `assessment`, `action`… */
  type: z.string(),
  /** Of the record's shape, a whole number that grows with each migration; absent means 1. */
  version: z._default(z.number().check(z.int(), z.minimum(1)), 1),
  /** The records that it comes from, as PROV's wasDerivedFrom (https://www.w3.org/TR/prov-o/#wasDerivedFrom). */
  derivedFrom: z._default(z.array(RecordIdSchema).check(z.maxLength(1000)), []),
};

export const AnyRecord = z.looseObject(recordShape);
export type AnyRecord = z.infer<typeof AnyRecord>;

export { isRecordId, recordId, type RecordId } from './id.ts';
export { migrate, type Migrated, type Migration } from './migrate.ts';
export { AnyRecord, RecordIdSchema, recordShape } from './model.ts';
export { missingOrigins, originsOf, sequelsOf, type Step, type Traceable } from './provenance.ts';

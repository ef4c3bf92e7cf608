import { recordId, type RecordId } from '@assembleurs/commons/record';

/** A new record's name, with the browser's random source (also on plain http pages). */
export const newRecordId = (): RecordId => recordId(crypto.getRandomValues(new Uint8Array(16)));

/** The remarks written in this page since it was loaded: whoever may only comment takes back their own, and no other. */
import type { RecordId } from '@assembleurs/commons/record';

const own = new Set<RecordId>();

export const isOwnRemark = (id: RecordId): boolean => own.has(id);
export const noteOwnRemark = (id: RecordId): void => { own.add(id); };

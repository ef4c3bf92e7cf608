/** The types of record that this library has. */
import { Assessment } from '../assessment/model.ts';
import { Action } from '../plan/model.ts';
import type { RecordType } from './model.ts';

export const RECORD_TYPES: readonly RecordType[] = [
  { type: 'assessment', schema: Assessment, texts: ['/notes/*/comment', '/notes/*/evidence', '/interview/notes/*'] },
  { type: 'action', schema: Action, texts: ['/context', '/description', '/notes'] },
];

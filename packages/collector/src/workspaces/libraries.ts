/**
 * Hocuspocus and its Yjs, by `require`: the package has a `source` condition of its own, which our processes would follow (they run with
 * `--conditions=source`) to TypeScript under node_modules, and Node reads none there. Everything here takes Yjs from this file: two copies do not
 * know each other's documents.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export const { Hocuspocus } = require('@hocuspocus/server') as typeof import('@hocuspocus/server');
export const Yjs = require('yjs') as typeof import('yjs');

/**
 * PGlite's files, with commits that are really on the disk.
 *
 * As shipped, PGlite starts PostgreSQL with `-F` (fsync off), and its Node file system has no `fsync` at all: what
 * was acknowledged survives a `kill -9` (the kernel holds it) but not a power cut, after which the whole store may
 * be unreadable. Here `-F` is left out and `fsync` reaches Node, so that the write-ahead log is on the disk before a
 * commit returns, as on a PostgreSQL server.
 */
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What is used of Emscripten's NODEFS streams. `nfd` is Node's file descriptor; a directory has none. */
interface NodeStream {
  readonly nfd?: number;
  readonly node: unknown;
}
interface NodeFiles {
  realPath(node: unknown): string;
  stream_ops: { fsync?: (stream: NodeStream) => number };
}

function fsync(files: NodeFiles, stream: NodeStream): number {
  if (stream.nfd !== undefined) {
    fsyncSync(stream.nfd);
    return 0;
  }
  const directory = openSync(files.realPath(stream.node), 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
  return 0;
}

class DurableNodeFS extends NodeFS {
  override async init(...[pglite, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pglite, options);
    const files = (module: unknown) => (module as { NODEFS: NodeFiles }).NODEFS;
    return {
      emscriptenOpts: {
        ...emscriptenOpts,
        preRun: [...[emscriptenOpts.preRun ?? []].flat(), (module: unknown) => {
          const nodefs = files(module);
          nodefs.stream_ops.fsync = (stream) => fsync(nodefs, stream);
        }],
      },
    };
  }
}

/** Opens (or creates) the store in `folder`. One process at a time: see `lock.ts`. */
export function openDurable(folder: string): Promise<PGlite> {
  return PGlite.create({
    fs: new DurableNodeFS(folder),
    relaxedDurability: false,
    startParams: [
      ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
      // Emscripten answers fdatasync (PostgreSQL's default here) without doing anything.
      '-c', 'wal_sync_method=fsync',
    ],
  });
}

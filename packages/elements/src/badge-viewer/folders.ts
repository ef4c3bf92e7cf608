/** The files in dropped folders. Loaded when one is. */
import { mayBeBadge, MOST_FILES } from './source.ts';

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** A folder gives its entries by the hundred. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => { reader.readEntries(done, fail); });
    all.push(...some);
    if (some.length === 0 || all.length > 1000) return all;
  }
}

/** Those that may be badges, one more than are read at once when there are too many. */
export async function filesIn(dropped: readonly FileSystemEntry[]): Promise<readonly File[]> {
  const entries = [...dropped];
  const files: File[] = [];
  for (let entry = entries.shift(); entry && files.length <= MOST_FILES; entry = entries.shift()) {
    if (isFolder(entry)) entries.push(...(await childrenOf(entry)));
    else if (isFile(entry) && mayBeBadge(entry)) {
      const file = entry;
      files.push(await new Promise<File>((done, fail) => { file.file(done, fail); }));
    }
  }
  return files;
}

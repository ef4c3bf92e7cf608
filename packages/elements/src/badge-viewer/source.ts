/** What a person or a page gives to be read: a file, a text, an address. */

export interface Source {
  /** The file's name, or the address; empty for what was pasted. */
  readonly name: string;
  readonly data: string | Uint8Array<ArrayBuffer>;
  /** Where anybody can find it again. */
  readonly url?: string | undefined;
}

/** Bytes of a file that are read at all; the verifier refuses more, too. */
export const MOST_BYTES = 20_000_000;
/** Files of one folder. */
const MOST_FILES = 200;

export const sourceOf = async (file: File): Promise<Source> => ({
  name: file.name,
  // The verifier says what is wrong with a file that is too large, from its first bytes on.
  data: new Uint8Array(await file.slice(0, MOST_BYTES + 1).arrayBuffer()),
});

/** Files whose name may be a badge's: in a folder, the others are passed over without a word. */
export const mayBeBadge = ({ name }: { readonly name: string }): boolean => /\.(png|svg|json|jsonld|jws|jwt|txt)$/i.test(name);

/** The files that were dropped, those of folders included. `more`: there were too many. */
export async function filesOf(transfer: DataTransfer): Promise<{ readonly files: readonly File[]; readonly more: boolean }> {
  // Asked for at once: the transfer is emptied when the event ends.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.every(({ isFile }) => isFile)) return { files: [...transfer.files].slice(0, MOST_FILES), more: transfer.files.length > MOST_FILES };
  const files: File[] = [];
  for (let entry = entries.shift(); entry && files.length < MOST_FILES; entry = entries.shift()) {
    if (isFile(entry)) {
      const file = entry;
      if (mayBeBadge(file)) files.push(await new Promise<File>((done, fail) => { file.file(done, fail); }));
    } else if (isFolder(entry)) entries.push(...(await childrenOf(entry)));
  }
  return { files, more: entries.length > 0 };
}

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

/** Pictures of a badge that came without an address, as a file to save. */
export function typeOf(data: string | Uint8Array): 'image/png' | 'image/svg+xml' | undefined {
  if (typeof data !== 'string' && data[0] === 0x89 && data[1] === 0x50) return 'image/png';
  const start = typeof data === 'string' ? data.slice(0, 1000) : new TextDecoder().decode(data.subarray(0, 1000));
  return /<(?:\w+:)?svg[\s>]/.test(start) ? 'image/svg+xml' : undefined;
}

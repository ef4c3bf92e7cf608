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
/** Files that are read at once. */
export const MOST_FILES = 200;

export const sourceOf = async (file: File): Promise<Source> => ({
  name: file.name,
  // The verifier says what is wrong with a file that is too large, from its first bytes on.
  data: new Uint8Array(await file.slice(0, MOST_BYTES + 1).arrayBuffer()),
});

/** Files whose name may be a badge's: in a folder, the others are passed over without a word. */
export const mayBeBadge = ({ name }: { readonly name: string }): boolean => /\.(png|svg|json|jsonld|jws|jwt|txt)$/i.test(name);

/** Pictures of a badge that came without an address, as a file to save. */
export function typeOf(data: string | Uint8Array): 'image/png' | 'image/svg+xml' | undefined {
  if (typeof data !== 'string' && data[0] === 0x89 && data[1] === 0x50) return 'image/png';
  const start = typeof data === 'string' ? data.slice(0, 1000) : new TextDecoder().decode(data.subarray(0, 1000));
  return /<(?:\w+:)?svg[\s>]/.test(start) ? 'image/svg+xml' : undefined;
}

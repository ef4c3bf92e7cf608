/** What a file that holds no badge looks like, so that the person is told which other one to take. */
export type LookAlike = 'pdf' | 'photo' | 'zip' | 'page' | 'document' | 'table' | 'message' | 'cut' | 'empty' | undefined;

const STARTS: readonly (readonly [hex: string, looks: LookAlike])[] = [
  ['25504446', 'pdf'],
  ['ffd8ff', 'photo'],
  ['47494638', 'photo'],
  ['52494646', 'photo'], // WebP
  ['d0cf11e0', 'document'], // Word and Excel until 2003
];

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A ZIP is also what modern office documents are: their first entry tells. */
function archive(bytes: Uint8Array): LookAlike {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4000));
  if (start.includes('xl/') || start.includes('spreadsheet')) return 'table';
  return /word\/|\[Content_Types\]|opendocument/.test(start) ? 'document' : 'zip';
}

export function looksLike(data: string | Uint8Array): LookAlike {
  if (data.length === 0) return 'empty';
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data.slice(0, 4000)) : data;
  const start = hex(bytes.subarray(0, 8));
  const known = STARTS.find(([signature]) => start.startsWith(signature))?.[1];
  if (known) return known;
  if (start.startsWith('504b0304')) return archive(bytes);
  // The box of HEIC photos, as telephones take them.
  if (/^.{8}66747970/.test(start)) return 'photo';
  const text = new TextDecoder().decode(bytes.subarray(0, 4000)).trim();
  if (/^<(!doctype html|html|head|body)/i.test(text)) return 'page';
  if (/^(from|received|return-path|mime-version|delivered-to):/im.test(text)) return 'message';
  if (/^[{[]/.test(text)) return 'cut';
  return undefined;
}

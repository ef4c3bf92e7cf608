/** What a file looks like, at first sight: the readers of pictures load only for pictures. */
export const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/** Whether the document type or the first element is `svg`, after instructions and comments. */
export function isSvg(text: string): boolean {
  let at = 0;
  for (;;) {
    at = skipSpace(text, at);
    if (/^<!DOCTYPE\s+svg\b/i.test(text.slice(at, at + 100))) return true;
    const end = skipMarkup(text, at);
    if (end === undefined || end <= at) break;
    at = end;
  }
  return /^<(?:[A-Za-z_][\w.-]*:)?svg[\s>/]/.test(text.slice(at, at + 100));
}

function skipSpace(text: string, start: number): number {
  const space = /\s*/y;
  space.lastIndex = start;
  return start + (space.exec(text)?.[0].length ?? 0);
}

/** The end of the comment, CDATA or instruction that starts at `at`; `at` itself when there is none; undefined when it never ends. */
export function skipMarkup(source: string, at: number): number | undefined {
  for (const [open, close] of [['<!--', '-->'], ['<![CDATA[', ']]>'], ['<?', '?>']] as const) {
    if (!source.startsWith(open, at)) continue;
    const end = source.indexOf(close, at + open.length);
    return end < 0 ? undefined : end + close.length;
  }
  return at;
}

export function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

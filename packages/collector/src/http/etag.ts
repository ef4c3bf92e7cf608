/** Sending a document only to who does not have it (RFC 9110 §13.1.2). */
import type { Context } from 'hono';

/** `If-None-Match` holds this ETag, or `*`; weak comparison. */
const matches = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));

export interface Served {
  readonly sha256: string;
  readonly type: string;
  readonly cache: string;
  readonly text: () => string | Promise<string>;
}

/** 304, or 200 with the document. */
export async function conditional(context: Context, { sha256, type, cache, text }: Served) {
  const etag = `"${sha256}"`;
  const headers = { 'ETag': etag, 'Cache-Control': cache };
  if (matches(context.req.header('if-none-match'), etag)) return { status: 304, headers } as const;
  return { status: 200, headers: { ...headers, 'Content-Type': type }, raw: await text() } as const;
}

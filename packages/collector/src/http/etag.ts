/** `If-None-Match` holds this ETag, or `*` (RFC 9110 §13.1.2; weak comparison). */
export const matches = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));

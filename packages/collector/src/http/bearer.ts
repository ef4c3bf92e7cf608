import type { Context } from 'hono';

/** The token of `Authorization: Bearer` (RFC 6750 §2.1). */
export const bearer = (context: Context): string | undefined => /^Bearer +([\w.~+/=-]{1,512})$/i.exec(context.req.header('authorization') ?? '')?.[1];

/**
 * A route is one object: its documentation and what serves it. `serve.ts` runs the table, `openapi.ts` writes it
 * down; a reply or a problem that a route does not list does not compile or fails the contract test.
 */
import type { Context } from 'hono';
import type * as z from 'zod';
import type { Role } from '../database/schema.ts';
import type { Language } from './language.ts';
import type { ProblemCode } from './messages.ts';

/** Who may call: anyone (`public`), the holder of a resume link (`draft`), the hub (its role). */
export type Access = 'public' | 'draft' | Role;

export interface ReplyDocument {
  readonly description: string;
  /** Absent: no body. */
  readonly schema?: z.ZodType;
  /** `application/json` when absent. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Refusals in the shape of the standard that a route follows, instead of problem details. */
export interface Refusals {
  readonly schema: z.ZodType;
  readonly of: (status: number, text: string) => unknown;
}

export interface RouteDocument {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** OpenAPI's way: `/surveys/{survey}/answers`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** Request headers to document; the handler reads them. */
  readonly headers?: Readonly<Record<string, { readonly description: string; readonly required?: boolean }>>;
  readonly body?: z.ZodType;
  readonly replies: Readonly<Record<number, ReplyDocument>>;
  /** Beside those that any route may have (`COMMON_PROBLEMS`). */
  readonly problems: readonly ProblemCode[];
  readonly refusals?: Refusals;
  /** Any page may call it from a browser, and read the answer. */
  readonly anyOrigin?: true;
  /** Counts as a write for the rate limit. */
  readonly write?: boolean;
}

/** What every route may answer. */
export const COMMON_PROBLEMS = ['too-many', 'failure'] as const satisfies ProblemCode[];

/** Who calls a hub route. */
export interface Caller {
  readonly id: string;
  readonly role: Role;
}

type Parsed<S> = S extends z.ZodType ? z.infer<S> : undefined;

export interface Input<D extends RouteDocument> {
  readonly params: Parsed<D['params']>;
  readonly query: Parsed<D['query']>;
  /** Reads and checks the body, at most `limit` bytes. */
  readonly body: (limit: number) => Promise<Parsed<D['body']>>;
  readonly language: Language;
  /** The bearer token of a `draft` route. */
  readonly token: string;
  /** The caller of a hub route. */
  readonly caller: Caller;
  readonly context: Context;
}

/** A reply that the route documents: its status decides its body. Raw bodies (files) are given as they are sent. */
export type Reply<D extends RouteDocument> = {
  [S in keyof D['replies'] & number]: {
    readonly status: S;
    readonly headers?: Readonly<Record<string, string>>;
  } & (D['replies'][S] extends { readonly type: string } ? { readonly raw: string | Uint8Array<ArrayBuffer> }
    : D['replies'][S] extends { readonly schema: z.ZodType } ? { readonly body: z.input<D['replies'][S]['schema']> }
      : object);
}[keyof D['replies'] & number];

/** The shape that the server runs, whatever the route. */
export interface Route {
  readonly document: RouteDocument;
  readonly handle: (input: Input<RouteDocument>) => Promise<AnyReply>;
}
export interface AnyReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly raw?: string | Uint8Array<ArrayBuffer>;
}

/** `route(document)(handler)`: in two steps, so that the document's types are settled when the handler's are checked. */
export const route = <const D extends RouteDocument>(document: D) =>
  (handle: (input: Input<D>) => Promise<Reply<D>>): Route =>
    // The server hands in what the document's own schemas parsed.
    ({ document, handle });

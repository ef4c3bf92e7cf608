/** The route that a request, or the request that a preflight announces, is for: what runs before the router asks here. */
import type { Context } from 'hono';
import type { Route, RouteDocument } from './route.ts';

/** The method, or the one that a preflight announces. */
export const methodOf = (context: Context): string | undefined => (context.req.method === 'OPTIONS' ? context.req.header('access-control-request-method') : context.req.method);

export type FindRoute = (context: Context) => RouteDocument | undefined;

/** `base`: the path under which all routes stand. */
export function routeFinder(routes: readonly Route[], base: string): FindRoute {
  const known = routes.map(({ document }) => ({ document, pattern: new RegExp(`^${document.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`) }));
  return (context) => {
    const [method, path] = [methodOf(context)?.toLowerCase(), context.req.path.slice(base.length)];
    return known.find(({ document, pattern }) => document.method === method && pattern.test(path))?.document;
  };
}

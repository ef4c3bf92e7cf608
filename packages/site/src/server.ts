/**
 * Serves the demonstration's pages: files of a few folders, with the headers that a careful host sets. The pages work
 * under them, so that a webmaster can copy them.
 */
import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import path from 'node:path';

const PACKAGES = path.resolve(import.meta.dirname, '../..');

/** Addresses to folders, the longest first. */
const FOLDERS: readonly (readonly [prefix: string, folder: string])[] = [
  ['/cdn/', path.join(PACKAGES, 'elements/cdn')],
  ['/assets/', path.join(PACKAGES, 'site/dist')],
  ['/', path.join(PACKAGES, 'site/pages')],
];

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};

export interface SiteOptions {
  /** First port to try; the next free one is taken. 0: any. */
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  /** Base address of the collector, known once it listens: pages name it, and may talk to it alone. */
  readonly collector: () => string;
}

export interface Site {
  readonly url: string;
  close(): Promise<void>;
}

/** Nothing but our own files, no inline script or style, no HTML built from strings (Trusted Types), one server to talk to. */
function policy(address: string, collector: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "frame-src 'self'",
    `connect-src 'self' ${collector}`,
    "form-action 'none'",
    "base-uri 'none'",
    // The page made to be framed is framed by anyone; the others by no other site.
    `frame-ancestors ${address.startsWith('/embed/') ? '*' : "'self'"}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
}

/** The file behind an address, or undefined: never outside its folder, never a hidden file, whatever the address says. */
async function locate(address: string): Promise<string | undefined> {
  const [prefix, folder] = FOLDERS.find(([start]) => address.startsWith(start)) ?? [];
  if (prefix === undefined || folder === undefined) return undefined;
  const parts = address.slice(prefix.length).split('/');
  if (parts.some((part) => part.startsWith('.') || /[\0\\]/.test(part))) return undefined;
  try {
    const file = await realpath(path.join(folder, ...parts, address.endsWith('/') ? 'index.html' : ''));
    const inside = file.startsWith((await realpath(folder)) + path.sep);
    return inside && (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/** The path that an address names; one that no file has when it cannot be decoded. */
function pathOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url, 'http://site.invalid').pathname);
  } catch {
    return '/.';
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, options: SiteOptions): Promise<void> {
  const collector = options.collector();
  const address = pathOf(request.url ?? '/');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Content-Security-Policy', policy(address, new URL(collector).origin));
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const file = await locate(address);
  if (file === undefined) {
    const folder = address.endsWith('/') ? undefined : await locate(`${address}/`);
    if (folder !== undefined) response.writeHead(308, { Location: `${address}/` }).end();
    else response.writeHead(404, { 'Content-Type': TYPES['.html'] }).end(await readFile(path.join(PACKAGES, 'site/pages/404.html')));
    return;
  }
  const extension = path.extname(file);
  // One page has no declared encoding, as some content managers serve them.
  response.setHeader('Content-Type', file.endsWith('sans-charset.html') ? 'text/html' : (TYPES[extension] ?? 'application/octet-stream'));
  // Scripts of ours are also loaded by pages of other sites.
  if (address.startsWith('/cdn/')) response.setHeader('Access-Control-Allow-Origin', '*');
  if (extension !== '.html') {
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).on('error', () => response.destroy()).pipe(response);
    return;
  }
  const page = (await readFile(file, 'utf8')).replaceAll('%COLLECTOR%', collector);
  response.end(request.method === 'HEAD' ? undefined : page);
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const bound = server.address();
      resolve(typeof bound === 'object' && bound ? bound.port : port);
    });
  });
}

/** Tries a port, then the ones after it, while they are taken. */
export async function onFreePort<T>(first: number, start: (port: number) => Promise<T>, tries = 20): Promise<T> {
  try {
    return await start(first);
  } catch (error) {
    if (first === 0 || tries <= 1 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return onFreePort(first + 1, start, tries - 1);
  }
}

export async function serveSite(options: SiteOptions): Promise<Site> {
  const { port = 0, host = '127.0.0.1' } = options;
  const server = createServer((request, response) => {
    answer(request, response, options).catch(() => {
      response.destroy();
    });
  });
  const actual = await onFreePort(port, (each) => listen(server, each, host));
  return {
    url: `http://${host}:${String(actual)}`,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}

/** A web site of a few pages around the built embeds, and a page that tells what went wrong in it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Frame, Page } from 'puppeteer-core';

import type { EmbedFile } from '../../scripts/embed.ts';

export interface Answer {
  readonly body: string;
  /** As the header says it, with or without a charset. */
  readonly type?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export interface Site {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves `pages` by path, and the embeds under `/cdn/`, readable from any origin as a CDN would, without a charset. */
export async function serve(embeds: readonly EmbedFile[], pages: Readonly<Record<string, Answer>> = {}): Promise<Site> {
  const scripts = new Map(embeds.map(({ name, code }) => [`/cdn/${name}`, code]));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const script = scripts.get(pathname);
    const page = pages[pathname];
    if (script !== undefined) {
      response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' }).end(script);
    } else if (page) {
      const type = page.type ?? 'text/html; charset=utf-8';
      response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*', ...page.headers }).end(page.body);
    } else if (pathname === '/favicon.ico') {
      // A browser asks when it pleases, or not at all: a 404 would be a complaint of the page in some runs only.
      response.writeHead(204).end();
    } else response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}

type Watched = typeof globalThis & { violations: string[]; globalsBefore: string[] };

/** A page, and everything that happened in it which should not. */
export interface Visit {
  readonly page: Page;
  /** Errors and warnings of scripts, as the console shows them. */
  readonly complaints: string[];
  /** Every address asked for, frames included. */
  readonly requests: string[];
  /** What the Content-Security-Policy blocked. */
  readonly violations: () => Promise<string[]>;
  /** Names that the page's scripts added to `window`. */
  readonly globals: () => Promise<string[]>;
}

export async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  page.on('request', (request) => requests.push(request.url()));
  await page.evaluateOnNewDocument(() => {
    const watched = globalThis as Watched;
    watched.violations = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      watched.violations.push([violatedDirective, blockedURI, sample].join(' '));
    });
    watched.globalsBefore = Object.getOwnPropertyNames(globalThis);
  });
  await page.goto(address, { waitUntil: 'load' });
  return {
    page,
    complaints,
    requests,
    violations: () => page.evaluate(() => (globalThis as Watched).violations),
    globals: () =>
      page.evaluate(() => {
        const { globalsBefore } = globalThis as Watched;
        return Object.getOwnPropertyNames(globalThis).filter((name) => !globalsBefore.includes(name) && name !== 'globalsBefore');
      }),
  };
}

/** Waits until the survey asks its questions. */
export async function ready(where: Page | Frame): Promise<void> {
  await where.waitForSelector('asb-survey >>> [part~=page]', { timeout: 20_000 });
}

/** What the survey shows, and the state of its fields: what a person could tell apart. */
export async function shown(where: Page | Frame): Promise<{ text: string; fields: string[] }> {
  return where.evaluate(() => {
    const root = document.querySelector('asb-survey')?.shadowRoot;
    if (!root) throw new Error('There is no survey');
    const visible = [...root.children].filter((child) => child.localName !== 'style' && !(child as HTMLElement).hidden);
    const text = visible.map((child) => (child as HTMLElement).innerText).join('\n');
    const fields = [...root.querySelectorAll<HTMLInputElement>('input, select, textarea')].map((field) =>
      [field.localName, field.type, field.name, field.value, field.checked, field.disabled].join(' '),
    );
    return { text, fields };
  });
}

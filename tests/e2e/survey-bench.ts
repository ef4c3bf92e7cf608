/**
 * A page with `<asb-survey>` as visitors load it (the built embed), and a server that receives answers and can be told
 * to fail in every way that a network knows. It counts what it received by idempotency key.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { buildEmbed, type EmbedFile } from '../../scripts/embed.ts';

const SURVEY = path.resolve(import.meta.dirname, '../../packages/elements/src/cdn/survey.ts');

/** Three short pages, in French and English: enough to walk through, with one required answer and one table. */
export const DEFINITION = {
  id: 'e2e', version: '1',
  title: { fr: 'Enquête de quartier', en: 'Neighbourhood survey' },
  completedHtml: { fr: '<p>Merci {name} !</p>', en: '<p>Thank you {name}!</p>' },
  rgpd: { responsable: 'Commune de démonstration', finalite: 'Essayer le questionnaire.', baseLegale: 'mission-interet-public', contactDpo: 'dpo@commune.example', dureeMois: 6 },
  pages: [
    { name: 'who', title: { fr: 'Vous', en: 'You' }, elements: [
      { type: 'text', name: 'name', title: { fr: 'Votre fonction', en: 'Your position' }, isRequired: true },
      { type: 'radiogroup', name: 'role', title: { fr: 'Vous êtes', en: 'You are' }, choices: [{ value: 'a', text: { fr: 'Élu·e', en: 'Elected' } }, { value: 'b', text: 'Agent' }] },
    ] },
    { name: 'what', title: { fr: 'Vos besoins', en: 'Your needs' }, elements: [
      { type: 'checkbox', name: 'needs', title: { fr: 'Besoins', en: 'Needs' }, choices: ['Lieux', 'Temps', 'Budget'] },
      { type: 'text', name: 'mail', inputType: 'email', title: { fr: 'Courriel', en: 'E-mail' } },
    ] },
    { name: 'end', title: { fr: 'Pour finir', en: 'To finish' }, elements: [{ type: 'comment', name: 'more', title: { fr: 'Autre chose ?', en: 'Anything else?' } }] },
  ],
};

/** What the server does with the next answers; the last one goes on. `lost`: kept, but the acknowledgement never leaves. */
export type Behaviour = 'accept' | 'error' | 'busy' | 'never' | 'drop' | 'lost' | 'truncate' | 'portal' | 'refuse' | 'forbid';

interface Received {
  readonly key: string;
  readonly body: string;
}

export class SurveyBench {
  /** Every request that arrived whole, in order. */
  readonly received: Received[] = [];
  /** What a hub would have stored: one answer a key, as the collector does. */
  readonly kept = new Map<string, string>();
  readonly acknowledged: string[] = [];
  readonly drafts = new Map<string, Record<string, unknown>>();
  /** Rows of a Grist table, and whether its access rules refuse a second one under one `cle`. */
  readonly rows: Record<string, unknown>[] = [];
  gristRule = true;
  behaviours: Behaviour[] = ['accept'];
  definition: unknown = DEFINITION;
  /** Pages made to be framed. */
  readonly framed = new Set<string>();
  readonly #held: ServerResponse[] = [];
  #files = new Map<string, EmbedFile>();
  #pages = new Map<string, string>();
  #server: Server | undefined;
  #port = 0;

  async start(): Promise<this> {
    this.#files = new Map((await buildEmbed(new Map([['survey', SURVEY]]))).map((file) => [`/${file.name}`, file]));
    await this.up();
    return this;
  }

  /** Listens, on the same port as before if it did. */
  async up(): Promise<void> {
    const server = createServer((request, response) => {
      this.#answer(request, response).catch(() => { response.destroy(); });
    });
    await new Promise<void>((done) => { server.listen(this.#port, done); });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Stops at once, as when the machine fails: open connections are cut. */
  async down(): Promise<void> {
    this.release();
    const server = this.#server;
    this.#server = undefined;
    server?.closeAllConnections();
    if (server) await new Promise<void>((done) => { server.close(() => { done(); }); });
  }

  /** Ends what `never` holds. */
  release(): void {
    for (const response of this.#held.splice(0)) response.destroy();
  }

  get origin(): string {
    return `http://localhost:${String(this.#port)}`;
  }

  /** The same server as another site, for what a browser asks of it first. */
  get gristOrigin(): string {
    return `http://127.0.0.1:${String(this.#port)}`;
  }

  /** The address of a page that holds this HTML, under the strictest policy that works. */
  page(body: string, { lang = 'fr', copies = false, grist = false, modules = false }: {
    lang?: string;
    /** Two copies of the script may make the `lit-html` policy. */ copies?: boolean;
    /** The page may send to `gristOrigin`. */ grist?: boolean;
    /** By the ES module, whose parts come when they are of use, not by the classic script. */ modules?: boolean;
  } = {}): string {
    const name = `/page-${String(this.#pages.size)}${copies ? '-copies' : ''}${grist ? '-grist' : ''}`;
    this.#pages.set(name, `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Commune</title></head>`
      + `<body><main><h1>Commune de démonstration</h1>${body}</main>${modules ? '<script type="module" src="/survey.js"></script>' : '<script src="/survey.iife.js" defer></script>'}</body></html>`);
    return this.origin + name;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.origin);
    const page = this.#pages.get(pathname);
    const file = this.#files.get(pathname);
    const json = (status: number, body: unknown, type = 'application/json', headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'Content-Type': type, 'Access-Control-Allow-Origin': '*', ...headers }).end(JSON.stringify(body));
    };
    if (request.method === 'OPTIONS' && pathname.startsWith('/api/docs/')) {
      response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'Content-Type, X-Requested-With', 'Access-Control-Allow-Methods': 'GET, PATCH, PUT, POST, DELETE, OPTIONS' }).end();
    } else if (request.method === 'OPTIONS') {
      response.writeHead(204, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*, Authorization', 'Access-Control-Allow-Methods': '*' }).end();
    } else if (page !== undefined) {
      const policy = `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'${pathname.endsWith('-grist') ? ` ${this.gristOrigin}` : ''}; frame-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html`
        + (pathname.endsWith('-copies') ? " 'allow-duplicates'" : '');
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }).end(this.framed.has(pathname) ? page.replace('<html', '<html data-asb-frame') : page);
    } else if (file) {
      response.writeHead(200, { 'Content-Type': 'text/javascript', 'Access-Control-Allow-Origin': '*' }).end(file.code);
    } else if (pathname === '/definition') json(200, this.definition);
    else if (pathname === '/answers') await this.#take(request, response, json);
    else if (pathname === '/api/docs/essai/tables/Reponses/records') await this.#grist(request, json);
    else if (pathname.startsWith('/drafts')) await this.#draft(request, pathname, json);
    else response.writeHead(404).end();
  }

  async #take(request: IncomingMessage, response: ServerResponse, json: (status: number, body: unknown, type?: string, headers?: Record<string, string>) => void): Promise<void> {
    const behaviour = (this.behaviours.length > 1 ? this.behaviours.shift() : this.behaviours[0]) ?? 'accept';
    if (behaviour === 'drop') {
      request.socket.destroy();
      return;
    }
    const body = await textOf(request);
    const key = String(request.headers['idempotency-key']);
    this.received.push({ key, body });
    const keep = (): { id: string; receivedAt: string; receipt: string } => {
      const known = this.kept.get(key);
      if (known !== undefined && known !== body) throw new Error('another body under a known key');
      this.kept.set(key, body);
      return { id: `urn:uuid:${key}`, receivedAt: new Date().toISOString(), receipt: key.slice(0, 8).toUpperCase() };
    };
    switch (behaviour) {
      case 'accept':
        json(this.kept.has(key) ? 200 : 201, keep());
        this.acknowledged.push(key);
        break;
      case 'error':
        json(503, { title: 'Unavailable' }, 'application/problem+json');
        break;
      case 'busy':
        json(429, { title: 'Too many' }, 'application/problem+json', { 'Retry-After': '3600', 'Access-Control-Expose-Headers': 'Retry-After' });
        break;
      case 'never':
        this.#held.push(response);
        break;
      case 'lost':
        keep();
        request.socket.destroy();
        break;
      case 'truncate':
        keep();
        response.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': '500' }).write('{"id":"urn:uu');
        setImmediate(() => { request.socket.destroy(); });
        break;
      case 'portal':
        response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Wifi : connectez-vous</h1>');
        break;
      case 'refuse':
        json(422, {
          title: 'Réponses refusées', detail: 'Une réponse ne convient pas.',
          errors: [{ pointer: '/answers/mail', path: 'mail', code: 'email', detail: 'Cette adresse n’existe pas.' }],
        }, 'application/problem+json');
        break;
      case 'forbid':
        json(410, { title: 'Fermé', detail: 'L’enquête est close depuis hier.' }, 'application/problem+json');
    }
  }

  /** As Grist documents it (https://support.getgrist.com/api/, "Add records"), for somebody who may create rows and read none. */
  async #grist(request: IncomingMessage, json: (status: number, body: unknown) => void): Promise<void> {
    const columns = ['cle', 'enquete', 'version', 'langue', 'commune', 'commence_a', 'termine_a', 'reponses'];
    const { records } = JSON.parse(await textOf(request)) as { records: { fields: Record<string, unknown> }[] };
    const behaviour = this.behaviours.length > 1 ? this.behaviours.shift() : this.behaviours[0];
    const unknown = records.flatMap(({ fields }) => Object.keys(fields)).find((name) => !columns.includes(name));
    if (request.method !== 'POST') json(403, { error: 'Blocked by table read access rules' });
    else if (unknown !== undefined) json(400, { error: `Invalid column "${unknown}"` });
    else if (this.gristRule && records.some(({ fields }) => this.rows.some(({ cle }) => cle === fields.cle))) {
      json(403, { error: 'Blocked by row create access rules', details: { memos: ['deja-recu'] } });
    } else {
      this.rows.push(...records.map(({ fields }) => fields));
      if (behaviour === 'lost') request.socket.destroy();
      else json(200, { records: records.map((_, at) => ({ id: this.rows.length - records.length + at + 1 })) });
    }
  }

  async #draft(request: IncomingMessage, pathname: string, json: (status: number, body: unknown) => void): Promise<void> {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const now = { updatedAt: new Date().toISOString(), expiresAt: new Date(Date.now() + 30 * 86_400_000).toISOString() };
    if (request.method === 'POST') {
      const made = `token-${String(this.drafts.size)}`;
      this.drafts.set(made, { ...(JSON.parse(await textOf(request)) as object), ...now });
      json(201, { token: made, ...now });
    } else if (pathname !== '/drafts/current' || !this.drafts.has(token)) json(404, { title: 'Inconnu' });
    else if (request.method === 'PUT') {
      const { since, ...body } = JSON.parse(await textOf(request)) as Record<string, unknown>;
      if (since !== undefined && since !== this.drafts.get(token)?.['updatedAt']) json(409, { title: 'Modifié ailleurs' });
      else {
        this.drafts.set(token, { ...body, ...now });
        json(200, now);
      }
    } else if (request.method === 'DELETE') {
      this.drafts.delete(token);
      json(200, {});
    } else json(200, this.drafts.get(token));
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

// What a person sees and does, through the shadow root.

const IN = 'asb-survey';

/** The text that shows in the survey, spaces as one. */
export const textIn = (page: Page, selector = IN): Promise<string> =>
  page.$eval(selector, (survey) => ((survey.shadowRoot?.querySelector('.survey') as HTMLElement | null)?.innerText ?? '').replace(/[\s\u00a0\u202f]+/g, ' '));

/** Waits until the survey's text matches. */
export async function see(page: Page, text: RegExp, selector = IN): Promise<void> {
  try {
    await page.waitForFunction((host: string, source: string) => {
      const shown = (document.querySelector(host)?.shadowRoot?.querySelector('.survey') as HTMLElement | null)?.innerText ?? '';
      return new RegExp(source).test(shown.replace(/[\s\u00a0\u202f]+/g, ' '));
    }, { timeout: 15_000 }, selector, text.source);
  } catch {
    throw new Error(`never saw ${String(text)} in:\n${await textIn(page, selector).catch(() => '(no survey)')}`);
  }
}

/** Clicks the button with this text. */
export async function press(page: Page, text: string, selector = IN): Promise<void> {
  const find = (host: string, name: string): HTMLElement | undefined =>
    [...(document.querySelector(host)?.shadowRoot?.querySelectorAll<HTMLElement>('button, summary') ?? [])].find((each) => each.innerText.trim() === name);
  const handle = await page.waitForFunction(find, { timeout: 15_000 }, selector, text);
  await (handle.asElement() as unknown as { click(): Promise<void> }).click();
}

/** Types in the field of this question. */
export async function fill(page: Page, question: string, text: string): Promise<void> {
  const handle = await page.waitForFunction((host: string, title: string) => {
    const label = [...(document.querySelector(host)?.shadowRoot?.querySelectorAll('label') ?? [])].find((each) => each.textContent.includes(title));
    return label?.control;
  }, { timeout: 15_000 }, IN, question);
  await (handle.asElement() as unknown as { type(text: string): Promise<void> }).type(text);
}

/** Answers what must be, and asks for the summary. */
export async function askSummary(page: Page, name = 'Adjointe'): Promise<void> {
  await see(page, /Étape 1 sur 3/);
  await fill(page, 'Votre fonction', name);
  await press(page, 'Continuer');
  await see(page, /Étape 2 sur 3/);
  await press(page, 'Continuer');
  await see(page, /Étape 3 sur 3/);
  await press(page, 'Relire mes réponses');
}

/** From the first page to the summary. */
export async function answerAll(page: Page, name = 'Adjointe'): Promise<void> {
  await askSummary(page, name);
  await see(page, /Relisez vos réponses/);
}

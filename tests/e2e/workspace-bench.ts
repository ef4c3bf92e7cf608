/** Pages with `<asb-commons>` as visitors load it (the built embed), each a device of its own, and a line to the collector that can be cut. */
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import path from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { buildEmbed } from '../../scripts/embed.ts';
import { serve } from '../embedding/site.ts';
import type { Site } from '../embedding/site.ts';

const COMMONS = path.resolve(import.meta.dirname, '../../packages/elements/src/cdn/commons.ts');
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self' ws://127.0.0.1:*; require-trusted-types-for 'script'; trusted-types lit-html";

/** A site whose page `/<port>` shares by the collector at that port; `/` keeps things on the device only. */
export async function openSite(ports: readonly number[] = []): Promise<Site> {
  const page = (collector: string): { body: string; headers: Record<string, string> } => ({
    headers: { 'content-security-policy': POLICY },
    body: `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Espace</title><script type="module" src="/cdn/commons.js"></script>
      <asb-commons ${collector} member="Accueil"><p>Contenu de la page</p></asb-commons>`,
  });
  return serve(await buildEmbed(new Map([['commons', COMMONS]])), {
    '/': page(''),
    '/classic': { ...page(''), body: page('').body.replace('type="module" src="/cdn/commons.js"', 'defer src="/cdn/commons.iife.js"') },
    '/empty': { body: '<!doctype html><title>x</title>' },
    '/placeholder': { body: '<!doctype html><html lang="fr"><meta charset="utf-8"><title>x</title><div class="asb-commons" data-member="Accueil" data-onclick="x"><p>Contenu</p></div><script defer src="/cdn/commons.iife.js"></script>' },
    '/host': { body: '<!doctype html><title>x</title><iframe sandbox="allow-scripts" src="/" width="700" height="500"></iframe>' },
    ...Object.fromEntries(ports.map((port) => [`/${String(port)}`, page(`collector="http://127.0.0.1:${String(port)}"`)])),
  });
}

/** A line between one page and the collector. */
export class Line {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #whole = true;
  port = 0;

  constructor(to: number) {
    this.#server = createServer((near) => {
      if (!this.#whole) {
        near.destroy();
        return;
      }
      const far = connect(to, '127.0.0.1');
      for (const socket of [near, far]) {
        this.#sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          this.#sockets.delete(socket);
          near.destroy();
          far.destroy();
        });
      }
      near.pipe(far).pipe(near);
    });
  }

  async open(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    ({ port: this.port } = this.#server.address() as AddressInfo);
    return this;
  }

  cut(): void {
    this.#whole = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#whole = true;
  }

  close(): void {
    this.cut();
    this.#server.close();
  }
}

type Where = Page | Frame;

export const ready = async (where: Where): Promise<void> => {
  await where.waitForFunction(() => document.querySelector('asb-commons')?.workspace !== undefined, { timeout: 30_000 });
};

/** What the bar says. */
export const said = (where: Where): Promise<string> =>
  where.evaluate(() => [...document.querySelector('asb-commons')!.shadowRoot!.children].map((child) => (child as HTMLElement).innerText).join('\n').replaceAll('\u00a0', ' '));

export const says = async (where: Where, words: string): Promise<void> => {
  await where.waitForFunction((expected: string) => [...document.querySelector('asb-commons')?.shadowRoot?.children ?? []]
    .some((child) => (child as HTMLElement).innerText.replaceAll('\u00a0', ' ').includes(expected)), { timeout: 30_000 }, words);
};

export const idOf = (n: number): string => `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Writes an action, or changes the one that is there; what was refused, if anything. */
export const put = (where: Where, n: number, fields: Readonly<Record<string, unknown>>): Promise<string> =>
  where.evaluate((id: string, changes: Readonly<Record<string, unknown>>) => {
    const { workspace } = document.querySelector('asb-commons')!;
    const base = workspace!.get(id as `urn:uuid:${string}`) ?? { id, type: 'action', version: 1, derivedFrom: [], title: '' };
    return JSON.stringify((workspace!.put({ ...base, ...changes } as Parameters<NonNullable<typeof workspace>['put']>[0]) as { problems?: unknown }).problems ?? '');
  }, idOf(n), fields);

/** Every record, as text. */
export const records = (where: Where): Promise<string> => where.evaluate(() => JSON.stringify(document.querySelector('asb-commons')!.toJSON()!.records));

export const titles = async (where: Where): Promise<string[]> => (JSON.parse(await records(where)) as { title: string }[]).map(({ title }) => title);

/** Until a page has as many records. */
export const holds = async (where: Where, count: number): Promise<void> => {
  await where.waitForFunction((expected: number) => document.querySelector('asb-commons')?.toJSON()?.records.length === expected, { timeout: 60_000 }, count);
};

/**
 * A coordination's whole way with its file of actors: the national file is opened, an operator is added and linked to a library, the matrix and
 * the coverage change, steps are taken back and done again, files go out, and come back in a browser that never saw them, with no loss.
 */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { buildEmbed } from '../../scripts/embed.ts';
import { launchBrowser } from '../browsers.mjs';
import { serve, visit } from '../embedding/site.ts';
import type { Site } from '../embedding/site.ts';
import { Person } from './person.ts';

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";
const CDN = path.resolve(import.meta.dirname, '../../packages/elements/src/cdn/actor-map.ts');
const NATIONAL = Buffer.from(`id,pivot,nom,commune,code_postal,code_insee,adresse,latitude,longitude,typologie,horaires,date_maj,services
lieu-1,00000000000000,Médiathèque fictive,Lambersart,59130,59328,1 rue Fictive,50.65,3.02,BIB,Mo-Fr 09:00-12:00,2026-01-02,Compréhension du monde numérique
lieu-2,00000000000000,Bibliothèque imaginaire,Lille,59000,59350,2 rue Fictive,50.63,3.05,BIB,,2026-01-02,Accès internet et matériel informatique
`);

let site: Site;
let browser: Browser;
before(async () => {
  site = await serve(await buildEmbed(new Map([['actor-map', CDN]])), {
    '/acteurs': { headers: { 'content-security-policy': POLICY }, body: '<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Acteurs</title><script type="module" src="/cdn/actor-map.js"></script><asb-actor-map editable></asb-actor-map>' },
  });
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await site.close();
});

interface Named { readonly id: string; readonly name: string; readonly kind: string; readonly commune?: string }
interface Held { readonly nom: string; readonly holder: string; readonly horaires?: string; readonly adresse: string; readonly services: readonly string[] }
interface Bound { readonly source: string; readonly target: string; readonly kind: string; readonly status: string; readonly since?: string }
interface File { readonly actors: readonly Named[]; readonly places: readonly Held[]; readonly links: readonly Bound[] }

/** A person at a map of a browser of their own. */
class Coordinator extends Person {
  readonly visited: Awaited<ReturnType<typeof visit>>;

  constructor(visited: Awaited<ReturnType<typeof visit>>) {
    super(visited.page, 'asb-actor-map');
    this.visited = visited;
  }

  static async arrives(): Promise<Coordinator> {
    return new Coordinator(await visit(browser, `${site.origin}/acteurs`));
  }

  async goes(view: string): Promise<void> {
    await this.page.waitForFunction((label) => {
      const found = [...document.querySelector('asb-actor-map')?.shadowRoot?.querySelectorAll<HTMLElement>('.step') ?? []].find(({ innerText }) => innerText === label);
      found?.click();
      return found !== undefined;
    }, { timeout: 30_000 }, view);
  }

  async chooses(id: string, value: string): Promise<void> {
    await this.type(id, value);
    await this.page.evaluate((field) => document.querySelector('asb-actor-map')!.shadowRoot!.getElementById(field)!.dispatchEvent(new Event('change', { bubbles: true })), id);
  }

  async opens(name: string, bytes: Buffer): Promise<void> {
    await this.goes('Fichiers');
    await this.gives(name, bytes);
  }

  async holds(): Promise<File> {
    return JSON.parse(await this.page.evaluate(() => JSON.stringify(document.querySelector('asb-actor-map')!.toJSON()))) as File;
  }

  /** What is wrong with the page: nothing. */
  async wrongs(): Promise<readonly unknown[]> {
    return [...this.visited.complaints, ...await this.visited.violations()];
  }
}

/** What a file says, whatever identifiers its records have. */
const saidBy = ({ actors, places, links }: File): unknown => {
  const name = (id: string): string => actors.find((actor) => actor.id === id)?.name ?? '';
  return {
    actors: actors.map((actor) => [actor.name, actor.kind, actor.commune]).sort(),
    places: places.map(({ nom, holder, horaires, adresse, services }) => [nom, name(holder), horaires, adresse, ...services]).sort(),
    links: links.map(({ source, target, kind, status, since }) => [name(source), name(target), kind, status, since]),
  };
};

test('the national file, an operator, a link, the coverage, back and forth, out and in elsewhere', async () => {
  const one = await Coordinator.arrives();
  await one.sees('Aucun acteur pour l’instant');
  await one.opens('lieux.csv', NATIONAL);
  await one.sees('« lieux.csv » est ouvert : acteurs 2, lieux 2, liens 0.');

  await one.press('Ajouter un acteur');
  await one.chooses('f-name', 'Opérateur fictif');
  await one.chooses('f-kind', 'operateur_mediation');
  await one.chooses('f-commune', 'Lille');
  await one.press('Enregistrer');
  await one.sees('3 acteurs');
  await one.goes('Matrice');
  await one.sees('0 bibliothèque liée sur 2');

  await one.press('Ajouter un lien');
  await one.chooses('f-other', 'Médiathèque fictive');
  await one.chooses('f-since', '2026-11');
  await one.press('Enregistrer');
  await one.sees('1 bibliothèque liée sur 2');
  await one.press('Annuler : lien');
  await one.sees('0 bibliothèque liée sur 2');
  await one.press('Rétablir');
  await one.sees('1 bibliothèque liée sur 2');
  await one.goes('Maillage');
  await one.sees('1 sur 2. La liste');

  await one.goes('Fichiers');
  const [json, places, actors, links] = [await one.takes('Enregistrer tout (JSON)'), await one.takes('Lieux, standard national (CSV)'), await one.takes('Acteurs (CSV)'), await one.takes('Liens (CSV)')];
  const before = await one.holds();
  assert.deepEqual([before.actors.length, before.places.length, before.links.length], [3, 2, 1]);

  const elsewhere = await Coordinator.arrives();
  await elsewhere.opens('acteurs.json', json);
  await elsewhere.sees('acteurs 3, lieux 2, liens 1');
  assert.deepEqual(await elsewhere.holds(), before, 'the file holds everything');
  await elsewhere.goes('Matrice');
  await elsewhere.sees('1 bibliothèque liée sur 2');

  // In tables, which other tools read: the places with who holds them, the actors, the links between them.
  const third = await Coordinator.arrives();
  await third.opens('lieux.csv', places);
  await third.sees('est ouvert');
  for (const [name, bytes] of [['acteurs.csv', actors], ['liens.csv', links]] as const) {
    await third.opens(name, bytes);
    await third.sees('Relire avant de fusionner');
    await third.press('Fusionner');
    await third.sees(`« ${name} » est fusionné`);
  }
  assert.deepEqual(saidBy(await third.holds()), saidBy(before), 'so do the tables');
  await third.goes('Matrice');
  await third.sees('1 bibliothèque liée sur 2');
  for (const person of [one, elsewhere, third]) assert.deepEqual(await person.wrongs(), []);
});

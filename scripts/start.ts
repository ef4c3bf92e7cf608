/**
 * `npm start`: builds what the pages load, starts the collector on an embedded database, serves the demonstration, and
 * says where to go. Data stay in `.data/`, beside this repository's files, ignored by git. Ctrl+C stops it all.
 *
 * PORT, COLLECTOR_PORT: first ports to try (4173, 4174). ASB_DATA: another data folder.
 */
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FolderInUse, createCollector, createLog } from '@assembleurs/collector';
import type { Collector } from '@assembleurs/collector';
import { communeSurvey, withNotice } from '@assembleurs/commons/content/commune-survey';
import { buildSite } from '../packages/site/src/build.ts';
import { onFreePort, serveSite } from '../packages/site/src/server.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const DATA = path.resolve(ROOT, process.env['ASB_DATA'] ?? '.data');
const SURVEY = 'commune-2026';

const say = (line = ''): void => {
  console.log(line);
};

/** Files for a `<script>`, as published. Apart, in a process of its own: the two builds run side by side. */
function buildElements(): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [path.join(ROOT, 'scripts/build.ts'), 'embed'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', fail);
    child.once('exit', (code) => {
      if (code === 0) done();
      else fail(new Error(`La construction des éléments a échoué (code ${String(code)}).`));
    });
  });
}

/** The coordinator's token of this demonstration: made once, readable by this user only. */
async function demoToken(): Promise<string> {
  const file = path.join(DATA, 'jeton-de-coordination');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    const token = randomBytes(24).toString('base64url');
    await mkdir(DATA, { recursive: true, mode: 0o700 });
    await writeFile(file, `${token}\n`, { mode: 0o600 });
    return token;
  }
}

const definition = withNotice(communeSurvey, {
  responsable: {
    fr: 'Le Hub de démonstration (fictif : ici viennent le nom et l’adresse de la structure qui mène l’enquête)',
    en: 'The demonstration hub (fictitious: here come the name and address of the organisation that runs the survey)',
  },
  contactDpo: 'dpo@hub.example',
});

/** A version that was published stays as it was: when the questionnaire changed without its version, its hash tells them apart. */
async function publish(collector: Collector): Promise<void> {
  try {
    await collector.publish(SURVEY, definition);
  } catch {
    const hash = createHash('sha256').update(JSON.stringify(definition)).digest('hex').slice(0, 8);
    await collector.publish(SURVEY, { ...definition, version: `${definition.version ?? '1'}-${hash}` });
  }
}

async function start(): Promise<void> {
  const began = performance.now();
  say('Préparation de la démonstration…');
  const token = await demoToken();
  // The site's address is known before the collector starts: its pages are the only ones to see the hub's routes.
  let collectorUrl = '';
  const site = await serveSite({ port: Number(process.env['PORT'] ?? 4173), host: 'localhost', collector: () => collectorUrl });
  const [collector] = await Promise.all([
    createCollector({ folder: path.join(DATA, 'collector'), adminToken: token, origins: [site.url], log: createLog('warn') }),
    buildElements(),
    buildSite(),
  ]);
  await publish(collector);
  ({ url: collectorUrl } = await onFreePort(Number(process.env['COLLECTOR_PORT'] ?? 4174), (port) => collector.listen({ port, host: 'localhost' })));

  const stop = (): void => {
    process.once('SIGINT', () => process.exit(130)); // a second Ctrl+C does not wait
    say('\nArrêt…');
    void Promise.all([site.close(), collector.close(2_000)]).then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  say(`Prête en ${((performance.now() - began) / 1000).toFixed(0)} s.

  Le questionnaire, sur la page d’une commune
    ${site.url}/commune/

  Le hub : les réponses, à mesure qu’elles arrivent
    ${site.url}/hub/#jeton=${token}

  Les autres pages (gestionnaires de contenu, cadre)
    ${site.url}/

  Le collecteur, et la description de son interface
    ${collectorUrl}/openapi.json

  Storybook, dans un autre terminal : npm run storybook
  Les données sont dans ${path.relative(process.cwd(), DATA) || '.'}${path.sep} ; Ctrl+C arrête tout.`);
}

start().catch((error: unknown) => {
  if (error instanceof FolderInUse) say('La démonstration tourne déjà : arrêtez-la d’abord (Ctrl+C dans son terminal).');
  else console.error(error);
  process.exit(1);
});

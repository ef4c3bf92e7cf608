/**
 * Verifying badges beside the reference libraries: the same credentials, in the same run, in turn. Ours gives a whole verdict (shape, issuer, dates,
 * status, messages in two languages); @digitalbazaar/vc checks the proof, its purpose and the dates; `jose` a signature and nothing else.
 */
import { FIXED } from '../packages/open-badges/src/testing/fixed.ts';
import { median } from './measure.ts';
import type { BenchOptions, Row } from './measure.ts';
import { check as digitalBazaar } from './open-badges/digitalbazaar.ts';
import { check as jose } from './open-badges/jose.ts';
import { check as ours } from './open-badges/ours.ts';
import { bundle, openPages } from './open-badges/page.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const COUNT = 300;
const PEER = '@digitalbazaar/vc';

type Check = (text: string, now: Date) => Promise<boolean>;

async function rate(check: Check, text: string): Promise<number> {
  const start = performance.now();
  for (let round = 0; round < COUNT; round += 1) if (!(await check(text, NOW))) throw new Error('not verified');
  return (COUNT * 1000) / (performance.now() - start);
}

/** Medians of both, taken in turn so that a busy moment of the machine falls on both. */
async function beside(runs: number, one: () => Promise<number>, other: () => Promise<number>): Promise<{ ours: number; peer: number }> {
  const samples: [number, number][] = [];
  for (let run = 0; run <= runs; run += 1) samples.push([await one(), await other()]);
  const warm = samples.slice(1);
  return { ours: median(warm.map(([first]) => first)), peer: median(warm.map(([, second]) => second)) };
}

function fixed(name: string): string {
  const text = FIXED[name];
  if (text === undefined) throw new Error(`no fixed badge ${name}`);
  return text;
}

export async function* run({ runs, say }: BenchOptions): AsyncIterable<Row> {
  const common = { unit: '/s', runs, higherIsBetter: true } as const;
  const suites = [['eddsa-rdfc-2022', 3], ['eddsa-jcs-2022', undefined]] as const;
  for (const [suite, goal] of suites) {
    say(`Node, ${suite}`);
    const text = fixed(suite);
    yield { ...common, metric: `Node: ${suite}`, ...(await beside(runs, () => rate(ours, text), () => rate(digitalBazaar, text))), peerName: PEER, goal };
  }
  const token = await joseToken();
  yield { ...common, metric: 'Node: VC-JWT EdDSA', ...(await beside(runs, () => rate(ours, token), () => rate(jose, token))), peerName: 'jose', note: 'jose checks the signature alone' };

  say('building the pages');
  const built = new Map([
    ['ours', await bundle('ours', ['proof/rdfc.ts'])],
    ['digitalbazaar', await bundle('digitalbazaar', [])],
  ]);
  const size = (id: string): number => (built.get(id)?.bytes ?? Number.NaN) / 1000;
  const page = { unit: 'kB', ours: size('ours'), peerName: PEER, runs: 1 } as const;
  yield { ...page, metric: 'page that verifies one badge, gzip', peer: size('digitalbazaar'), note: 'theirs: two suites, no status, no messages' };
  yield { ...page, metric: 'the same, with the suites and lists that ours reads', goal: 3, peer: (await bundle('digitalbazaar-all', [])).bytes / 1000 };
  yield { metric: 'the same without JSON-LD (JCS, VC-JWT)', unit: 'kB', ours: (await bundle('ours', [])).bytes / 1000, runs: 1 };

  const pages = await openPages(built);
  try {
    for (const [suite, goal] of suites) {
      say(`Chromium, ${suite}`);
      const text = fixed(suite);
      yield { ...common, metric: `Chromium: ${suite}`, ...(await beside(runs, () => pages.rate('ours', text, NOW, COUNT), () => pages.rate('digitalbazaar', text, NOW, COUNT))), peerName: PEER, goal };
    }
  } finally {
    await pages.close();
  }
}

/** A token with its key in the header: the only way to name one that both sides read without a document. */
async function joseToken(): Promise<string> {
  const { claims, tokenSigner } = await import('../packages/open-badges/src/testing/tokens.ts');
  const { badge } = await import('../packages/open-badges/src/testing/badges.ts');
  const signer = await tokenSigner('EdDSA');
  return signer.sign(claims(badge(signer.did), signer.did), { jwk: signer.publicJwk });
}

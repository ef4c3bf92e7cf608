/** The same places for all engines: pseudo-random from a seed, around the middle of the territory. */

const KINDS = ['bibliotheque', 'operateur_mediation', 'commune', 'ccas', 'association', 'centre_social'];

/** @returns {{ actors: object[], places: [], links: [] }} */
export function places(count, seed = 7) {
  let state = seed;
  const draw = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
  const actors = Array.from({ length: count }, (_, at) => ({
    id: `urn:uuid:00000000-0000-4000-8000-${String(at).padStart(12, '0')}`, type: 'actor', version: 1, derivedFrom: [], name: `Acteur fictif ${String(at)}`, kind: KINDS[at % KINDS.length],
    latitude: 50.5 + 0.3 * draw(), longitude: 2.85 + 0.4 * draw(),
  }));
  return { actors, places: [], links: [] };
}

export const ONE_KIND = 'operateur_mediation';

export const afterFrame = () =>
  new Promise((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(undefined);
    });
  });

/** What an engine began is done: nobody clicks within the frame that shows the map. */
const idle = () => new Promise((done) => { requestIdleCallback(done); });

/** Milliseconds from the act to the frame after the document is right. */
export async function timed(act, right) {
  await idle();
  const start = performance.now();
  act();
  while (!right()) await afterFrame();
  return (await afterFrame()) - start;
}

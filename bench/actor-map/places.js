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

/** Actors that are bound: each to the next one, then at random. */
export function network({ actors: count, links }, seed = 7) {
  let state = seed;
  const draw = (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
  const { actors } = places(count, seed);
  const id = (at) => actors[at % count].id;
  return {
    actors, places: [],
    links: Array.from({ length: links }, (_, at) => {
      const from = at < count ? at : draw(count);
      return { id: `urn:uuid:00000001-0000-4000-8000-${String(at).padStart(12, '0')}`, type: 'link', version: 1, derivedFrom: [], source: id(from), target: id(from + 1 + (at < count ? 0 : draw(count - 1))), kind: 'partenariat', status: 'existant' };
    }),
  };
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

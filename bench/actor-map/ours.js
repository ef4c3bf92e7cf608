import '@assembleurs/elements/define/actor-map.js';
import { ONE_KIND, afterFrame, network, places, timed } from './places.js';

const root = document.querySelector('#root');

/** From the list, where records are checked and indexed, to the first drawing of the map: what the other engines do with records in hand. */
window.draw = async (count) => {
  const element = document.createElement('asb-actor-map');
  const all = (selector) => [...(element.shadowRoot?.querySelectorAll(selector) ?? [])];
  element.lang = 'fr';
  element.value = places(count);
  root.append(element);
  while (all('.list tbody tr').length === 0) await afterFrame();
  const map = all('.step').find((each) => each.innerText === 'Carte');
  return timed(() => map.click(), () => all('.mark').reduce((sum, mark) => sum + Number(mark.dataset.count ?? 1), 0) === count);
};

/** From the list to the picture of links with all its shapes and lines, and the list under it; nothing of it was loaded before. */
window.network = async (size) => {
  const element = document.createElement('asb-actor-map');
  const all = (selector) => [...(element.shadowRoot?.querySelectorAll(selector) ?? [])];
  element.lang = 'fr';
  element.value = network(size);
  root.append(element);
  while (all('.list tbody tr').length === 0) await afterFrame();
  const step = all('.step').find((each) => each.innerText === 'Réseau');
  return timed(() => step.click(), () => all('.network .node').length === size.actors && all('.network .bond').length === size.links);
};

/** The whole element: records checked, index, facets, map; then a facet, a zoom. */
window.bench = async (count) => {
  const data = places(count);
  const element = document.createElement('asb-actor-map');
  const all = (selector) => [...(element.shadowRoot?.querySelectorAll(selector) ?? [])];
  const shown = () => all('.mark').reduce((sum, mark) => sum + Number(mark.dataset.count ?? 1), 0);
  element.setAttribute('view', 'map');
  element.lang = 'fr';
  element.value = data;
  const opened = await timed(() => root.append(element), () => shown() === count);
  const kinds = all('.facet')[0];
  kinds.open = true;
  await afterFrame();
  const label = all('.facet:first-child .value').find((each) => each.textContent.includes('Opérateur de médiation'));
  const few = data.actors.filter(({ kind }) => kind === ONE_KIND).length;
  const filtered = await timed(() => label.click(), () => shown() === few);
  const reset = await timed(() => label.click(), () => shown() === count);
  const before = all('.mark').map(({ dataset }) => dataset.key).join();
  const zoomed = await timed(() => all('.maptools button')[0].click(), () => all('.mark').map(({ dataset }) => dataset.key).join() !== before);
  return { opened, filtered, reset, zoomed };
};

import { expect, waitUntil } from '@open-wc/testing';
import '../define/actor-map.ts';
import type { AsbActorMap } from './actor-map.ts';
import { accessible, demo, every, press, sees, show, text, view } from './test-support.ts';

/** What is handed over while `act` runs. */
async function saved(act: () => unknown): Promise<{ readonly name: string; readonly blob: Blob }> {
  let blob: Blob | undefined;
  let name: string | undefined;
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (object) => {
    blob = object as Blob;
    return make(object);
  };
  HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement): void { name = this.download; };
  try {
    await act();
    await waitUntil(() => blob !== undefined && name !== undefined, 'a file is saved', { timeout: 10_000 });
  } finally {
    URL.createObjectURL = make;
    Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
  }
  return { name: name ?? '', blob: blob ?? new Blob() };
}

async function svgOf(element: AsbActorMap): Promise<Document> {
  const { name, blob } = await saved(() => press(element, 'Image (SVG)'));
  expect(name).to.match(/\.svg$/);
  const parsed = new DOMParser().parseFromString(await blob.text(), 'image/svg+xml');
  expect(parsed.querySelector('parsererror') === null).to.equal(true);
  // A file that needs nothing else and does nothing.
  expect(parsed.querySelectorAll('script, image, foreignObject, [href], [style]').length).to.equal(0);
  return parsed;
}

describe('<asb-actor-map>: pictures and address', () => {
  it('the network leaves as an SVG file with each node and each link of the screen, its legend and where it comes from', async () => {
    const element = await show({ view: 'network' }, demo());
    const svg = await svgOf(element);
    const drawn = every(element, '.network path').length + every(element, '.network line').length;
    expect(svg.querySelectorAll('path[transform]').length).to.be.at.least(drawn);
    const words = svg.documentElement.textContent;
    expect(words).to.include('Acteurs et liens');
    expect(words).to.include('Bibliothèque');
    expect(words).to.match(/\d+ liens\. Image du/);
  });

  it('the map leaves with its outlines, its groups and their numbers; the matrix with its names', async () => {
    const element = await show({ view: 'map' }, demo());
    await waitUntil(() => every(element, '.mark.group').length > 3, 'groups show', { timeout: 10_000 });
    const svg = await svgOf(element);
    const texts = [...svg.querySelectorAll('text')].map((each) => each.textContent);
    for (const group of every(element, '.mark.group')) expect(texts).to.include(group.innerText.trim());
    expect(svg.documentElement.textContent).to.include('Licence Ouverte 2.0');
    await view(element, 'Matrice');
    const matrix = await svgOf(element);
    const name = every(element, '[part=matrix] .name')[0]!.innerText;
    expect(matrix.documentElement.textContent.replaceAll('\n', ' ')).to.include(name.split(' ')[0]);
  });

  it('a PNG is a picture with something in it', async () => {
    const element = await show({ view: 'network' }, demo());
    const { name, blob } = await saved(() => press(element, 'Image (PNG)'));
    expect(name).to.match(/^acteurs-network-.*\.png$/);
    const picture = await createImageBitmap(blob);
    expect(picture.width).to.be.greaterThan(600);
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const pen = canvas.getContext('2d')!;
    pen.drawImage(picture, 0, 0);
    const colours = new Set(new Uint32Array(pen.getImageData(0, 0, picture.width, picture.height).data.buffer));
    expect(colours.size).to.be.greaterThan(5);
    // Links that are wished for and France services are drawn too: their brown has no blue, which is not the same as nothing.
    const brown = getComputedStyle(every(element, '.network .bond.souhaite')[0]!).stroke.match(/\d+/g)!.map(Number);
    expect([brown[2], colours.has(((255 << 24) | (brown[2]! << 16) | (brown[1]! << 8) | brown[0]!) >>> 0)]).to.deep.equal([0, true]);
  });

  it('a list is no picture: the person is told where to go', async () => {
    const element = await show({}, demo());
    element.download('png');
    await sees(element, 'Ouvrez d’abord la carte');
  });

  it('keeps view, filters and actor in the address when the page asks, beside the page’s own parameters', async () => {
    const before = location.href;
    try {
      history.replaceState(null, '', `${location.pathname}?page=3&carte.view=network&carte.kind=ccas`);
      const element = await show({ 'url-state': 'carte' }, demo());
      await sees(element, 'Réseau');
      expect(every(element, '.step[aria-current=page]')[0]!.innerText).to.equal('Réseau');
      await view(element, 'Liste');
      await waitUntil(() => !location.search.includes('carte.view'), 'the first view needs no word', { timeout: 5000 });
      expect(new URLSearchParams(location.search).getAll('carte.kind')).to.deep.equal(['ccas']);
      expect(new URLSearchParams(location.search).get('page')).to.equal('3');
      const silent = await show({}, demo());
      await view(silent, 'Matrice');
      expect(location.search).not.to.include('matrix');
      expect(text(silent)).to.include('Matrice');
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('a reader proposes a correction: nothing goes without words, and the form says where they go', async () => {
    const element = await show({ corrections: 'https://hub.example/answers' }, demo());
    every(element, '[part=list] tbody button')[0]!.click();
    await sees(element, 'Proposer une correction');
    every(element, 'details.more').at(-1)!.querySelector('summary')!.click();
    await sees(element, 'Votre proposition part vers hub.example');
    await accessible(element);
    await press(element, 'Envoyer la proposition');
    await sees(element, 'Écrivez d’abord ce qui devrait changer.');
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'f-correction', 'the field has the focus', { timeout: 5000 });
  });
});

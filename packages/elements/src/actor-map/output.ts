/** Files for the person. Loads when somebody asks for one. */
import { copiesOf } from '../internal/copied-pictures.ts';
import { saveFile } from '../internal/save-file.ts';
import { snapshot, toPng, toSvg } from '../internal/snapshot.ts';
import type { Problem } from './loading.ts';
import { type Format, recordOf } from './record.ts';
import type { Tiles } from './tiles.ts';
import type { Work } from './work.ts';
import type { Words } from './words.ts';

/** `2026-11-27`, as the person's calendar says. */
const today = (): string => new Date().toLocaleDateString('sv');

/** What each view draws; the others are lists. */
const PICTURES = { map: ['[part=map]', '.legend'], network: ['[part=network]', '.legend'], matrix: ['[part=matrix]'] } as const;

/** What the map, the network or the matrix shows, as a file; false when the view that stands open draws nothing. */
export async function handOverPicture(format: 'svg' | 'png', { view, found, shown }: Work, root: ParentNode, tiles: Tiles | undefined, { t, number, day }: Words): Promise<boolean> {
  const selectors = view in PICTURES ? PICTURES[view as keyof typeof PICTURES] : [];
  const elements = selectors.flatMap((selector) => root.querySelector(selector) ?? []);
  if (elements.length === 0) return false;
  const title = `${t('title')}\u00a0– ${t(`title_${view as keyof typeof PICTURES}`)}`;
  const background = elements.flatMap((element) => [...element.querySelectorAll<HTMLImageElement>('.tile')]);
  const copies = await copiesOf(background);
  const notes = [t('pictureNote', { actors: number(found.entries.length), links: number(shown.links.length), day: day(new Date()) }), ...(view === 'map' ? [t('pictureGround')] : []),
    ...(tiles && background.length > 0 ? [t(copies.size > 0 ? 'tilesBy' : 'tilesLeftOut', { owner: tiles.attribution })] : [])];
  const picture = snapshot(elements, { title, notes, copies });
  const name = `acteurs-${view}-${today()}`;
  if (format === 'svg') saveFile(`${name}.svg`, 'image/svg+xml', toSvg(picture, { title, description: notes.join(' ') }));
  else {
    const blob = await toPng(picture);
    if (!blob) throw new Error('no canvas');
    saveFile(`${name}.png`, 'image/png', new Uint8Array(await blob.arrayBuffer()));
  }
  return true;
}

/** Everything as JSON, what shows in the other formats. What the standard would refuse is told, and kept beside. */
export async function handOver(format: Exclude<Format, 'svg' | 'png'>, work: Work, locale: string): Promise<readonly Problem[]> {
  const { shown, data, territory } = work;
  const day = today();
  switch (format) {
    case 'json':
      saveFile(`acteurs-${day}.json`, 'application/json', JSON.stringify(recordOf(data), null, 2));
      return [];
    case 'geojson': {
      const { writeGeojson } = await import('@assembleurs/commons/actors/formats/geojson');
      saveFile(`acteurs-${day}.geojson`, 'application/geo+json', JSON.stringify(writeGeojson(shown)));
      return [];
    }
    case 'actors': {
      const { writeActorsCsv } = await import('@assembleurs/commons/actors/formats/actors-csv');
      saveFile(`acteurs-${day}.csv`, 'text/csv', writeActorsCsv(shown.actors, territory));
      return [];
    }
    case 'links': {
      const { writeLinksCsv } = await import('@assembleurs/commons/actors/formats/links-csv');
      saveFile(`liens-${day}.csv`, 'text/csv', writeLinksCsv(shown.links, shown.actors));
      return [];
    }
    case 'gexf': {
      const { writeGexf } = await import('@assembleurs/commons/actors/formats/gexf');
      saveFile(`acteurs-${day}.gexf`, 'application/xml', writeGexf(shown, territory, { locale }));
      return [];
    }
    case 'csv': {
      const { standardFileName, writeStandardCsv } = await import('@assembleurs/commons/actors/formats/standard-v1');
      const { text, problems } = writeStandardCsv(shown.places, { locale, today: day, withRecords: true, actors: data.actors });
      saveFile(standardFileName({ day, producer: 'coordination', territory: territory.name }), 'text/csv', text);
      return problems;
    }
  }
}

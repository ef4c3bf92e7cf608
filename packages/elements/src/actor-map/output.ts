/** Files for the person. Loads when somebody asks for one. */
import { saveFile } from '../internal/save-file.ts';
import type { Problem } from './loading.ts';
import { type Format, recordOf } from './record.ts';
import type { Work } from './work.ts';

/** Everything as JSON, what shows in the other formats. What the standard would refuse is told, and kept beside. */
export async function handOver(format: Format, work: Work, locale: string): Promise<readonly Problem[]> {
  const { shown, data, territory } = work;
  const day = new Date().toISOString().slice(0, 10);
  switch (format) {
    case 'json':
      saveFile(`acteurs-${day}.json`, 'application/json', JSON.stringify(recordOf(data), null, 2));
      return [];
    case 'geojson': {
      const { writeGeojson } = await import('@assembleurs/commons/actors/formats/geojson');
      saveFile(`acteurs-${day}.geojson`, 'application/geo+json', JSON.stringify(writeGeojson(shown)));
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
      const { text, problems } = writeStandardCsv(shown.places, { locale });
      saveFile(standardFileName({ day, producer: 'coordination', territory: territory.name }), 'text/csv', text);
      return problems;
    }
  }
}

import { decodeTerritory } from './formats/compact.ts';
import { MEL } from './mel-data.ts';
import { Territory } from './territory.ts';

let territory: Territory | undefined;

/** The 95 communes of the Métropole européenne de Lille (EPCI 200093201), 2026. Decoded at the first call. */
export function mel(): Territory {
  territory ??= new Territory(decodeTerritory(MEL));
  return territory;
}

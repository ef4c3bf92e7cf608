import type { Territory } from '@assembleurs/commons/territory';

/** A file's text; undefined when it cannot be had. */
export async function fetchText(address: string): Promise<string | undefined> {
  try {
    const response = await fetch(new URL(address, document.baseURI), { credentials: 'same-origin' });
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}

/** The territory of the page; undefined when it cannot be read. */
export async function fetchTerritory(address: string): Promise<Territory | undefined> {
  try {
    if (!address) return (await import('@assembleurs/commons/territory/mel')).mel();
    const [text, { readTerritory }] = await Promise.all([fetchText(address), import('@assembleurs/commons/territory')]);
    const read = text === undefined ? undefined : readTerritory(JSON.parse(text));
    return read && 'territory' in read ? read.territory : undefined;
  } catch {
    return undefined;
  }
}

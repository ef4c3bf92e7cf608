/** From a file or a text to the badge inside: a picture, JSON, a compact token, or an address. */
import type { Findings } from '../findings.ts';
import type { Code } from '../messages/codes.ts';
import { isCompactJws } from '../proof/jwt.ts';
import type { Resources } from '../resources.ts';
import { JsonError, parseJson, type JsonValue } from './json.ts';
import { isPng, isSvg, utf8 } from './sniff.ts';

export type Badge = { readonly form: 'json'; readonly value: JsonValue } | { readonly form: 'jws'; readonly text: string };
/** How the badge came. */
export type Container = 'png' | 'svg' | 'json' | 'jws' | 'url';

export interface Read {
  readonly badge: Badge;
  readonly container: Container;
}

const MAX_BYTES = 20_000_000;
/** Pixels a side: more is not decoded, a few kilobytes can claim gigabytes. */
const MAX_SIDE = 4096;

/** Reads what it can; says why not in `findings`. */
export async function readInput(input: string | Uint8Array, findings: Findings, resources: Resources): Promise<Read | undefined> {
  if (typeof input !== 'string') {
    if (input.length > MAX_BYTES) return refuse(findings, 'input.large');
    const bytes = new Uint8Array(input); // a copy of our own: the caller's may be shared or change
    if (isPng(bytes)) return readPng(bytes, findings, resources);
    const text = utf8(bytes);
    return text === undefined ? refuse(findings, 'input.unknown') : readText(text, findings, resources, 'json');
  }
  return input.length > MAX_BYTES ? refuse(findings, 'input.large') : readText(input, findings, resources, 'json');
}

async function readPng(bytes: Uint8Array<ArrayBuffer>, findings: Findings, resources: Resources): Promise<Read | undefined> {
  const { pngInfo, readChunks, readPngBadge } = await import('./png.ts');
  const chunks = readChunks(bytes);
  if (typeof chunks === 'string') return refuse(findings, chunks);
  const info = pngInfo(chunks);
  if (info && (info.width > MAX_SIDE || info.height > MAX_SIDE)) findings.add('png.dimensions', '$', { ...info });
  const found = await readPngBadge(chunks);
  if (typeof found === 'string') return refuse(findings, found);
  if (found.count > 1) findings.add('png.several', '$', { count: found.count });
  return readText(found.text, findings, resources, 'png');
}

async function readText(source: string, findings: Findings, resources: Resources, container: Container): Promise<Read | undefined> {
  const text = source.replace(/^\ufeff/, '').trim();
  if (text === '') return refuse(findings, 'input.empty');
  if (isCompactJws(text)) return { badge: { form: 'jws', text }, container: container === 'json' ? 'jws' : container };
  if (text.startsWith('{') || text.startsWith('[')) return readJson(text, findings, container);
  // The Open Badges API answers with a token as a JSON text, and people save it so.
  if (/^"[\w.-]+"$/.test(text)) return readText(text.slice(1, -1), findings, resources, container);
  if (container === 'json' && isSvg(text)) {
    const { readSvgBadge } = await import('./svg.ts');
    const found = readSvgBadge(text);
    return typeof found === 'string' ? refuse(findings, found) : readText(found.text, findings, resources, 'svg');
  }
  if (/^https?:\/\/\S+$/.test(text) && text.length < 4096) return container === 'url' ? refuse(findings, 'input.unknown') : followUrl(text, findings, resources);
  return refuse(findings, 'input.unknown');
}

function readJson(text: string, findings: Findings, container: Container): Read | undefined {
  try {
    return { badge: { form: 'json', value: parseJson(text) }, container };
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    findings.add(error.code, error.path, { at: error.at });
    return undefined;
  }
}

/** One step, through the caller's own function: what stands there may not be an address again. */
async function followUrl(url: string, findings: Findings, resources: Resources): Promise<Read | undefined> {
  const value = await resources.value(url);
  if (value === undefined) {
    findings.add('input.url', '$', { url });
    return undefined;
  }
  return typeof value === 'string' ? readText(value, findings, resources, 'url') : { badge: { form: 'json', value }, container: 'url' };
}

function refuse(findings: Findings, code: Code): Read | undefined {
  findings.add(code);
  return undefined;
}

/** Which pictures may show: what a badge brings may claim gigabytes of pixels, or be a page in disguise. */
import type { Verdict } from '@assembleurs/open-badges';
import { looksLike } from './look-alike.ts';
import { typeOf, type Source } from './source.ts';

/** Pixels a side, as the verifier allows for a baked PNG. */
const MOST_SIDE = 4096;

/** Of a PNG in a data URL: its header says how large it will be once decoded. */
function isSwollen(address: string): boolean {
  const start = /^data:image\/png;base64,([A-Za-z\d+/]{44})/i.exec(address)?.[1];
  if (start === undefined) return /^data:image\/png/i.test(address);
  const view = new DataView(Uint8Array.from(atob(start), (unit) => unit.charCodeAt(0)).buffer);
  return view.getUint32(16) > MOST_SIDE || view.getUint32(20) > MOST_SIDE;
}

/** A data URL of the badge's, if it may show. */
export const safeData = (address: string): string => (address.startsWith('data:') && !isSwollen(address) ? address : '');

/** A photo or a screenshot that holds no badge of its own may show one, as a QR code. */
export function mayShowQr({ data }: Source, { document, messages }: Verdict): boolean {
  if (document || typeof data === 'string') return false;
  return messages.some(({ code }) => code === 'png.missing') ? !messages.some(({ code }) => code === 'png.dimensions') : looksLike(data) === 'photo';
}

/**
 * The file itself, as the address of a picture; empty when it is none. An SVG goes into a data URL: opened in a tab of its own, a blob's
 * scripts would run as the page's. A `blob:` address is to be revoked once it is not shown any more.
 */
export function ownPicture({ data }: Source): string {
  const type = typeOf(data);
  if (type === 'image/png') return URL.createObjectURL(new Blob([data], { type }));
  if (type === undefined) return '';
  const text = typeof data === 'string' ? data.toWellFormed() : new TextDecoder().decode(data);
  return `data:image/svg+xml,${encodeURIComponent(text)}`;
}

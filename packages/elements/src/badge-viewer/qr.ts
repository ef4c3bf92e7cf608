/** The text of a QR code: by the browser where it can, else by a library. Loaded when somebody asks for it, or gives a photo. */
import type { Source } from './source.ts';

interface Detector {
  detect(image: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorClass = new (options: { formats: readonly string[] }) => Detector;

/** Pixels a side that are looked at: a telephone's photo has ten times as many, and codes are no finer. */
const MOST_SIDE = 1200;

async function byBrowser(image: CanvasImageSource): Promise<string | undefined> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  if (!BarcodeDetector) return undefined;
  try {
    return (await new BarcodeDetector({ formats: ['qr_code'] }).detect(image))[0]?.rawValue;
  } catch {
    return undefined; // there in name only, as on some systems
  }
}

/** What the code in a picture says; undefined when there is none. `width` and `height` are the picture's own. */
export async function decode(image: CanvasImageSource, width: number, height: number): Promise<string | undefined> {
  const found = await byBrowser(image);
  if (found) return found;
  const scale = Math.min(1, MOST_SIDE / Math.max(width, height, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  if (!drawing) return undefined;
  drawing.fillStyle = '#fff'; // a code on a transparent ground
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  drawing.drawImage(image, 0, 0, canvas.width, canvas.height);
  const { data } = drawing.getImageData(0, 0, canvas.width, canvas.height);
  const { default: jsQR } = await import('jsqr');
  return jsQR(data, canvas.width, canvas.height)?.data;
}

/** What may be a badge, of all that a code may say: an address, a token, JSON. Wi-Fi passwords and the like are nobody's business here. */
const MAY_BE_BADGE = /^\s*(?:https:\/\/\S+\s*$|e[yw][\w-]+\.[\w-]+\.|\{|\[)/;

/** The badge that a code in a photo or a screenshot says, or the address of one; undefined when there is none. Never rejects. */
export async function badgeInPhoto({ name, data }: Source): Promise<Source | undefined> {
  const text = (await readQr(new Blob([data])).catch(() => undefined))?.trim();
  if (text === undefined || !MAY_BE_BADGE.test(text)) return undefined;
  // Without the picture's ending: what may be saved under this name is a text.
  return { name: name.replace(/\.\w+$/, ''), data: text, ...(text.startsWith('https:') ? { url: text } : {}) };
}

export async function readQr(file: Blob): Promise<string | undefined> {
  const bitmap = await createImageBitmap(file);
  try {
    return await decode(bitmap, bitmap.width, bitmap.height);
  } finally {
    bitmap.close();
  }
}

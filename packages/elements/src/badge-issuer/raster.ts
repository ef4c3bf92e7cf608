/** An SVG picture as PNG, drawn by the browser. */
import { nextTurn } from './breath.ts';

const SIDE = 512;
/** Drawn in so many bands, with a turn of the page between two: the first picture of a page takes an old PC 50 ms and more. */
const BANDS = 4;

/** Undefined where the page's policy or the browser does not let it: badges then leave as SVG alone. */
export async function toPng(svg: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = SIDE;
    // Read back at once: a picture that lives on the graphics card would be waited for.
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    for (let band = 0; pen && band < BANDS; band += 1) {
      await nextTurn();
      pen.save();
      pen.beginPath();
      pen.rect(0, (band * SIDE) / BANDS, SIDE, SIDE / BANDS);
      pen.clip();
      pen.drawImage(image, 0, 0, SIDE, SIDE);
      pen.restore();
    }
    await nextTurn();
    const blob = await new Promise<Blob | null>((done) => { canvas.toBlob(done, 'image/png'); });
    return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}

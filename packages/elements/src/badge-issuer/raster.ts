/** An SVG picture as PNG, drawn by the browser. */
const SIDE = 512;

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
    canvas.getContext('2d', { willReadFrequently: true })?.drawImage(image, 0, 0, SIDE, SIDE);
    const blob = await new Promise<Blob | null>((done) => { canvas.toBlob(done, 'image/png'); });
    return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}

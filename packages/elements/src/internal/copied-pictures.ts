/** Pictures of the page as they may leave in a file: only where their site lets other sites copy them (CORS), which a shown picture needs not. */
export type Copies = ReadonlyMap<HTMLImageElement, HTMLCanvasElement>;

/** Asks the picture's own site, and no other, for what it already gave to the page. */
async function copyOf({ currentSrc, src }: HTMLImageElement): Promise<HTMLCanvasElement | undefined> {
  const copy = new Image();
  copy.crossOrigin = 'anonymous';
  copy.referrerPolicy = 'origin';
  copy.src = currentSrc || src;
  try {
    await copy.decode();
  } catch {
    return undefined;
  }
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [copy.naturalWidth, copy.naturalHeight];
  canvas.getContext('2d')?.drawImage(copy, 0, 0);
  return canvas;
}

/** Those that came; a picture that the page itself could not show is not asked for. */
export async function copiesOf(images: readonly HTMLImageElement[]): Promise<Copies> {
  const shown = images.filter(({ complete, naturalWidth }) => complete && naturalWidth > 0);
  const copies = await Promise.all(shown.map(async (image) => [image, await copyOf(image)] as const));
  return new Map(copies.flatMap(([image, copy]) => (copy ? [[image, copy]] : [])));
}

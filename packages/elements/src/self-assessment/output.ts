/** Files for the person: reports, the record, the actions. Loads when somebody asks for one. */
import type { Assessment, Grid } from '@assembleurs/commons/assessment';
import { reportHtml } from '@assembleurs/commons/assessment/formats/html';
import { reportMarkdown } from '@assembleurs/commons/assessment/formats/markdown';
import { type Report, reportOf } from '@assembleurs/commons/assessment/formats/report';
import { webAddress } from '../internal/web-address.ts';
import { saveFile } from '../internal/save-file.ts';
import { radarPicture } from './radar-picture.ts';

export const FORMATS = ['docx', 'html', 'md', 'json'] as const;
export type Format = (typeof FORMATS)[number];

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Pixels that a logo takes in height, at most. */
const LOGO_HEIGHT = 64;

/** A file name out of a territory's: letters, digits and hyphens. */
export const fileName = (start: string, { territory: { name, code } }: Assessment, ending: string): string =>
  `${[start, (name || code).normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').toLowerCase().slice(0, 60)].filter(Boolean).join('-')}.${ending}`;

export interface Logo {
  readonly src: string;
  readonly alt: string;
}

interface Picture extends Logo {
  readonly blob: Blob;
}

/** Pictures that the page itself names; one that does not come is left out. */
async function pictures(logos: readonly Logo[]): Promise<Picture[]> {
  const found = await Promise.all(logos.map(async ({ src, alt }): Promise<Picture | undefined> => {
    const url = webAddress(src) ?? (src.startsWith('data:image/') ? src : undefined);
    if (url === undefined) return undefined;
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
      const blob = await response.blob();
      return response.ok && blob.type.startsWith('image/') ? { src, alt, blob } : undefined;
    } catch {
      return undefined;
    }
  }));
  return found.filter((each) => each !== undefined);
}

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => { resolve(reader.result as string); };
    reader.onerror = () => { reject(reader.error ?? new Error('unreadable')); };
    reader.readAsDataURL(blob);
  });

/** Word shows no SVG: any picture is drawn again as a PNG of the size at which it shows, twice as fine. */
async function asPng({ blob, alt }: Picture): Promise<{ type: 'png'; data: Uint8Array; width: number; height: number; alt: string } | undefined> {
  const url = URL.createObjectURL(blob);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const scale = LOGO_HEIGHT / (image.naturalHeight || LOGO_HEIGHT);
    const [width, height] = [Math.round(Math.min(300, (image.naturalWidth || LOGO_HEIGHT) * scale)), LOGO_HEIGHT];
    const canvas = Object.assign(document.createElement('canvas'), { width: width * 2, height: height * 2 });
    canvas.getContext('2d')?.drawImage(image, 0, 0, width * 2, height * 2);
    const png = await new Promise<Blob | null>((done) => { canvas.toBlob(done, 'image/png'); });
    return png ? { type: 'png', data: new Uint8Array(await png.arrayBuffer()), width, height, alt } : undefined;
  } catch {
    return undefined; // a picture that cannot be drawn, or a page that forbids it
  } finally {
    URL.revokeObjectURL(url);
  }
}

export const reportFor = (grid: Grid, assessment: Assessment, locale: string): Report => reportOf(grid, assessment, { locale, now: new Date().toISOString() });

/** Rejects when the part that writes Word cannot be loaded. */
export async function handOver(format: Format, grid: Grid, assessment: Assessment, locale: string, logos: readonly Logo[]): Promise<void> {
  if (format === 'json') {
    saveFile(fileName('autodiagnostic', assessment, 'json'), 'application/json', JSON.stringify(assessment, null, 2));
    return;
  }
  const report = reportFor(grid, assessment, locale);
  if (format === 'md') saveFile(fileName('diagnostic', assessment, 'md'), 'text/markdown', reportMarkdown(report));
  else if (format === 'html') {
    const inline = await Promise.all((await pictures(logos)).map(async ({ blob, alt }) => ({ data: await dataUrl(blob), alt })));
    saveFile(fileName('diagnostic', assessment, 'html'), 'text/html', reportHtml(report, inline));
  } else {
    const [{ reportDocx }, found] = await Promise.all([import('@assembleurs/commons/assessment/formats/docx'), pictures(logos)]);
    const drawn = (await Promise.all(found.map(asPng))).filter((each) => each !== undefined);
    saveFile(fileName('diagnostic', assessment, 'docx'), DOCX, new Uint8Array(await reportDocx(report, drawn, await radarPicture(report))));
  }
}

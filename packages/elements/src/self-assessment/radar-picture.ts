/** The report's radar as a PNG, for Word. Drawn on a canvas: a policy may forbid pictures out of texts. */
import { LEAST_SPOKES, radarEnds, radarPoints } from '@assembleurs/commons/assessment/radar';
import type { Block, Report } from '@assembleurs/commons/assessment/formats/report';

interface Picture {
  readonly type: 'png';
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

const [WIDTH, HEIGHT, RADIUS] = [280, 270, 110];
const SCALE = 3;
const RINGS = [25, 50, 75, 100];
const INK = '#252d80';
const BEFORE = '#b92a03';

type Radar = Extract<Block, { kind: 'radar' }>;
type Place = { readonly x: number; readonly y: number } | undefined;

function trace(pen: CanvasRenderingContext2D, points: readonly Place[]): void {
  pen.beginPath();
  points.filter((point) => point !== undefined).forEach(({ x, y }, at) => {
    if (at === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  pen.closePath();
}

function draw(pen: CanvasRenderingContext2D, { axes, series }: Radar): void {
  const count = axes.length;
  pen.scale(SCALE, SCALE);
  pen.translate(WIDTH / 2, HEIGHT / 2);
  pen.strokeStyle = '#8a90c0';
  for (const part of RINGS) {
    trace(pen, radarEnds(count, (RADIUS * part) / 100));
    pen.stroke();
  }
  pen.fillStyle = '#1b2056';
  pen.textAlign = 'center';
  radarEnds(count, RADIUS + 13).forEach(({ x, y }, at) => {
    pen.beginPath();
    pen.moveTo(0, 0);
    pen.lineTo((x * RADIUS) / (RADIUS + 13), (y * RADIUS) / (RADIUS + 13));
    pen.stroke();
    pen.fillText(String(at + 1), x, y + 4);
  });
  series.slice(0, 2).forEach(({ scores }, at) => {
    const points = radarPoints(scores, RADIUS);
    pen.strokeStyle = at === 0 ? INK : BEFORE;
    pen.lineWidth = 2;
    pen.setLineDash(at === 0 ? [] : [5, 4]);
    trace(pen, points);
    if (at === 0) {
      pen.fillStyle = `${INK}33`;
      pen.fill();
    }
    pen.stroke();
    pen.fillStyle = at === 0 ? INK : BEFORE;
    for (const point of points) if (point) pen.fillRect(point.x - 2.5, point.y - 2.5, 5, 5);
  });
}

/** Undefined when there is none, or no canvas: its table says the same. */
export async function radarPicture({ blocks }: Report): Promise<Picture | undefined> {
  const radar = blocks.find((each) => each.kind === 'radar');
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH * SCALE, height: HEIGHT * SCALE });
  const pen = canvas.getContext('2d');
  if (!radar || radar.axes.length < LEAST_SPOKES || !pen) return undefined;
  draw(pen, radar);
  const png = await new Promise<Blob | null>((done) => { canvas.toBlob(done, 'image/png'); });
  return png ? { type: 'png', data: new Uint8Array(await png.arrayBuffer()), width: WIDTH * 1.3, height: HEIGHT * 1.3, alt: radar.alt } : undefined;
}

/** The radar: a picture of the table beside it, on a fixed scale from 0 to 100. */
import { LEAST_SPOKES, radarEnds, radarPath, radarPoints } from '@assembleurs/commons/assessment/radar';
import { html, nothing, svg } from 'lit';

export interface Series {
  readonly name: string;
  readonly scores: readonly (number | null)[];
}

const RADIUS = 110;
const RINGS = [25, 50, 75, 100];

/** At most four series: the first one full, the others as lines. The axes are numbered as the rows of the table are. */
export function renderRadar(label: string, count: number, series: readonly Series[]): unknown {
  if (count < LEAST_SPOKES) return nothing;
  const ends = radarEnds(count, RADIUS);
  return html`<figure class="radar" part="radar"><svg viewBox="-140 -135 280 270" role="img" aria-label=${label}>
    ${RINGS.map((part) => svg`<polygon class="ring" points=${radarPath(radarEnds(count, (RADIUS * part) / 100))}></polygon>`)}
    ${ends.map(({ x, y }) => svg`<line class="ring" x2=${x} y2=${y}></line>`)}
    ${RINGS.map((part) => svg`<text class="scale" x="3" y=${-(RADIUS * part) / 100 + 10}>${part}</text>`)}
    ${series.map(({ scores }, at) => svg`<g class="series s${at}"><polygon points=${radarPath(radarPoints(scores, RADIUS))}></polygon>
      ${radarPoints(scores, RADIUS).map((point) => (point ? svg`<circle cx=${point.x} cy=${point.y} r="3.5"></circle>` : nothing))}</g>`).reverse()}
    ${radarEnds(count, RADIUS + 15).map(({ x, y }, at) => svg`<text class="spoke" x=${x} y=${y + 4} text-anchor="middle">${at + 1}</text>`)}
  </svg>${series.length > 1 ? html`<figcaption><ul class="key">${series.map(({ name }, at) => html`<li><svg viewBox="0 0 24 8" aria-hidden="true"><line class="s${at}" x1="0" y1="4" x2="24" y2="4"></line></svg>${name}</li>`)}</ul></figcaption>` : nothing}</figure>`;
}

/** Which names fit on a picture, and on which side of their point: the first ones asked for, each where nothing covers it. */

/** As names are drawn: 12 px letters, a little beside their point. */
export const LETTER = 6.6;
const [LINE, BESIDE] = [16, 8];
/** Above or below their point: near, else past a mark that stands on it. */
const AWAY = [10, 24] as const;

/** `x`, `y`: the point that is named; of a label that fits, its corner. */
export interface Label {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

export interface Asked extends Label {
  /** It matters more than the marks that it may cover; never more than another name. */
  readonly over?: boolean;
}

/** A round mark. */
export interface Obstacle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** No name covers it, however much it matters. */
  readonly firm?: boolean;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a name may stand, the best first. */
export type Around = (label: Label) => readonly Box[];

const meets = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const boxAt = ({ name }: Label, left: number, top: number): Box => ({ left, right: left + name.length * LETTER, top, bottom: top + LINE });

/** On a map: right and below as people expect it, then the other corners. */
const aroundPoint: Around = (label) => {
  const { name, x, y } = label;
  return AWAY.flatMap((away) => [away, -away - LINE]).flatMap((down) => [BESIDE, -BESIDE - name.length * LETTER].map((aside) => boxAt(label, x + aside, y + down)));
};

/** In a network: beside its mark of that radius, right or left, then under it or above it. */
export const besideSpot = (radius: number): Around => (label) => {
  const { name, x, y } = label;
  const [width, away] = [name.length * LETTER, radius + 3];
  return [[away, -LINE / 2], [-away - width, -LINE / 2], [-width / 2, away], [-width / 2, -away - LINE]].map(([aside = 0, down = 0]) => boxAt(label, x + aside, y + down));
};

export function fittingLabels(asked: readonly Asked[], width: number, height: number, marks: readonly Obstacle[] = [], around: Around = aroundPoint): Label[] {
  const [named, marked] = [new Taken(), new Taken()];
  for (const { x, y, radius, firm } of marks) (firm ? named : marked).add({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  return asked.flatMap((label) => {
    const { name, x, y, over = false } = label;
    if (x < 0 || y < 0 || x > width || y > height) return [];
    const box = around(label).find((each) => each.left >= 0 && each.top >= 0 && each.right <= width && each.bottom <= height && named.leaves(each) && (over || marked.leaves(each)));
    if (!box) return [];
    named.add(box);
    return [{ name, x: box.left, y: box.top }];
  });
}

/** Boxes by squares of the picture: a name is compared with what is near it, not with five hundred others. */
class Taken {
  readonly #squares = new Map<string, Box[]>();

  add(box: Box): void {
    for (const key of squaresOf(box)) {
      const square = this.#squares.get(key);
      if (square) square.push(box);
      else this.#squares.set(key, [box]);
    }
  }

  leaves(box: Box): boolean {
    return squaresOf(box).every((key) => !this.#squares.get(key)?.some((other) => meets(box, other)));
  }
}

const SQUARE = 64;

function squaresOf({ left, right, top, bottom }: Box): string[] {
  const keys: string[] = [];
  for (let column = Math.floor(left / SQUARE); column <= Math.floor(right / SQUARE); column += 1) {
    for (let row = Math.floor(top / SQUARE); row <= Math.floor(bottom / SQUARE); row += 1) keys.push(`${String(column)} ${String(row)}`);
  }
  return keys;
}

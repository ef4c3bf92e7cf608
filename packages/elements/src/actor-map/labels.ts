/** Which names fit on a map, and on which side of their point: the first ones asked for, each where nothing covers it. */

/** As names are drawn: 12 px letters, a little beside their point. */
const LETTER = 6.6;
const [LINE, BESIDE] = [16, 8];
/** Above or below their point: near, else past a mark that stands on it. */
const AWAY = [10, 24] as const;

/** `x`, `y`: the point that is named; of a label that fits, its corner. */
export interface Label {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** A round mark. */
export interface Obstacle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const meets = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Right and below as people expect it, then the other corners. */
function boxesAround({ name, x, y }: Label): Box[] {
  const width = name.length * LETTER;
  return AWAY.flatMap((away) => [away, -away - LINE]).flatMap((down) => [BESIDE, -BESIDE - width].map((aside) => ({ left: x + aside, right: x + aside + width, top: y + down, bottom: y + down + LINE })));
}

export function fittingLabels(asked: readonly Label[], width: number, height: number, marks: readonly Obstacle[] = []): Label[] {
  const taken = marks.map(({ x, y, radius }): Box => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
  return asked.flatMap((label) => {
    const { name, x, y } = label;
    if (x < 0 || y < 0 || x > width || y > height) return [];
    const box = boxesAround(label).find((each) => each.left >= 0 && each.top >= 0 && each.right <= width && each.bottom <= height && !taken.some((other) => meets(each, other)));
    if (!box) return [];
    taken.push(box);
    return [{ name, x: box.left, y: box.top }];
  });
}

/** Which names fit on a map: the first ones asked for, each where it covers neither another nor the edge. */

/** As names are drawn: 12 px letters, a little below and right of their point. */
const LETTER = 6.6;
const [LINE, RIGHT, BELOW] = [16, 8, 10];

export interface Label {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

export function fittingLabels(asked: readonly Label[], width: number, height: number): Label[] {
  const boxes: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }[] = [];
  return asked.filter(({ name, x, y }) => {
    const box = { left: x + RIGHT, right: x + RIGHT + name.length * LETTER, top: y + BELOW, bottom: y + BELOW + LINE };
    const outside = x < 0 || y < 0 || box.right > width || box.bottom > height;
    if (outside || boxes.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)) return false;
    boxes.push(box);
    return true;
  });
}

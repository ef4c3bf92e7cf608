import type { encode as Encode } from 'uqr';

export interface QrCode {
  /** Squares a side, with the quiet zone. */
  readonly size: number;
  readonly path: string;
}

/** A QR code as the path of its dark squares, with its quiet zone. */
export function qrPath(text: string, encode: typeof Encode): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${String(x)} ${String(y)}h1v1h-1z` : ''))).join('');
  return { size, path };
}

/** A signed badge as it is handed over: JSON with its proof inside, or a token (VC-JWT) whose middle part is the JSON. */

export type Form = 'json' | 'jwt';

export const formOf = (text: string): Form => (text.startsWith('{') ? 'json' : 'jwt');

/** The badge's JSON, out of either. */
export function jsonOf(text: string): string {
  if (formOf(text) === 'json') return text;
  const payload = (text.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  return new TextDecoder().decode(Uint8Array.from(atob(payload), (unit) => unit.charCodeAt(0)));
}

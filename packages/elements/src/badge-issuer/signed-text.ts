/** A signed badge as it is handed over: JSON with its proof inside, or a token (VC-JWT) whose middle part is the JSON. */

export type Form = 'json' | 'jwt';

export const formOf = (text: string): Form => (text.startsWith('{') ? 'json' : 'jwt');

const partOf = (token: string, part: 0 | 1): string => {
  const encoded = (token.split('.')[part] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  return new TextDecoder().decode(Uint8Array.from(atob(encoded), (unit) => unit.charCodeAt(0)));
};

/** The badge's JSON, out of either. */
export const jsonOf = (text: string): string => (formOf(text) === 'json' ? text : partOf(text, 1));

/** Whether that public key signed it: the proof names its key, as the head of a token does (RFC 7515 §4.1.4). */
export const signedBy = (text: string, key: string): boolean => (formOf(text) === 'json' ? text : partOf(text, 0)).includes(`#${key}`);

/** Reading what somebody else wrote: of another kind than expected, it is nothing. */
export type Json = Readonly<Record<string, unknown>>;

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const objectOf = (value: unknown): Json => (typeof value === 'object' && value !== null ? value as Json : {});
/** JSON-LD writes a list of one without its brackets. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value as readonly unknown[] : value === undefined ? [] : [value]);

/** A credential's issuer, by name: an address or an object with one. */
export const issuerOf = ({ issuer }: Json): string => textOf(issuer) || textOf(objectOf(issuer)['id']);

/** INSEE code of a commune: `59350`, `2A004`, `97411`. */
export const COMMUNE_CODE = /^(\d\d|2[AB])\d{3}$/;

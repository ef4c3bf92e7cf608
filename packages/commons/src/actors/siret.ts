/** SIRET: 14 digits whose Luhn sum is a multiple of 10; La Poste's (SIREN 356000000) have a digit sum multiple of 5 instead. */
export const LA_POSTE = '356000000';

/** As typed, without the spaces, dots and hyphens that people put between groups of digits. */
export function siretDigits(text: string): string {
  return text.replace(/[\s.\u00a0\u202f-]/g, '');
}

export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text) || /^0+$/.test(text)) return false;
  const digits = Array.from(text, Number);
  // La Poste's head office keeps the common rule, its thousands of offices do not.
  return luhn(digits) % 10 === 0 || (text.startsWith(LA_POSTE) && digits.reduce((sum, digit) => sum + digit, 0) % 5 === 0);
}

function luhn(digits: readonly number[]): number {
  return digits.toReversed().reduce((sum, digit, at) => {
    const doubled = at % 2 === 0 ? digit : digit * 2;
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
}

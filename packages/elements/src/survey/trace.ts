const PREFIX = 'asb-survey ';

/**
 * A hint, read at once where the database takes a while: may this device hold something under a survey's key? When it
 * says no, the questions show without waiting for the database to say the same. It holds no answer.
 */
export function mayHold(key: string): boolean {
  try {
    return localStorage.getItem(PREFIX + key) !== null;
  } catch {
    return false;
  }
}

export function trace(key: string, holds: boolean): void {
  try {
    if (holds) localStorage.setItem(PREFIX + key, '1');
    else localStorage.removeItem(PREFIX + key);
  } catch { /* full or forbidden: only the hint is lost */ }
}

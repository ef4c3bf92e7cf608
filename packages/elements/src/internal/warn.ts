const said = new Set<string>();

/** One warning in the console for whoever wrote the page, however many elements or updates repeat it. */
export function warnOnce(message: string, ...details: readonly unknown[]): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(message, ...details);
}

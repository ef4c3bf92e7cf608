/** `['communes', 3, 'code']` → `communes[3].code` */
export function pathText(path: readonly PropertyKey[]): string {
  return path.map((key, at) => (typeof key === 'number' ? `[${String(key)}]` : `${at > 0 ? '.' : ''}${String(key)}`)).join('');
}

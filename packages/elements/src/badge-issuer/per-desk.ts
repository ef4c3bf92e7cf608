import type { Desk } from './desk.ts';

/** What a part that loads later keeps, once for each desk: the desk knows nothing of it. */
export function perDesk<Kept>(make: (desk: Desk) => Kept): (desk: Desk) => Kept {
  const all = new WeakMap<Desk, Kept>();
  return (desk) => {
    const kept = all.get(desk) ?? make(desk);
    all.set(desk, kept);
    return kept;
  };
}

/** A step from one version of a record's shape to the next one. Never throws on a record that its own version's schema takes. */
export type Migration = (record: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** `future`: written by a newer version of the library; it is kept as it is and not edited. */
export type Migrated = { readonly record: Readonly<Record<string, unknown>> } | { readonly future: number };

/** Brings a record to the version after the last of `steps` (steps[0] leads from 1 to 2). What a step does not name is kept. */
export function migrate(record: Readonly<Record<string, unknown>>, steps: readonly Migration[]): Migrated {
  const current = steps.length + 1;
  const { version = 1 } = record;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return { record };
  if (version > current) return { future: version };
  return { record: steps.slice(version - 1).reduce<Readonly<Record<string, unknown>>>((now, step, at) => ({ ...step(now), version: version + at + 1 }), record) };
}

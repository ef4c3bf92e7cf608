/** What processes on one PostgreSQL say to each other (LISTEN and NOTIFY). */
import pg from 'pg';

const AGAIN_MS = 1_000;

/** Hears a channel on a connection of its own, and connects again when it breaks; `undefined` says that something may have been missed. */
export async function listenOn(url: string, channel: string, heard: (payload: string | undefined) => void, onError: (error: Error) => void): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, application_name: 'asb-collector' });
    client = fresh;
    let lost = false;
    const again = (error: Error): void => {
      if (lost || closed) return;
      lost = true;
      onError(error);
      fresh.end().catch(() => undefined);
      timer = setTimeout(() => {
        connect().then(() => { heard(undefined); }, again);
      }, AGAIN_MS);
    };
    fresh.on('notification', ({ payload }) => { heard(payload); });
    fresh.on('error', again);
    try {
      await fresh.connect();
      await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      again(error as Error);
    }
  };
  await connect();
  return async () => {
    closed = true;
    clearTimeout(timer);
    await client?.end();
  };
}

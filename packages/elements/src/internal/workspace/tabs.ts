import type * as Y from 'yjs';

type Message = { readonly hello: Uint8Array } | { readonly update: Uint8Array };

const bytesIn = (data: unknown, name: 'hello' | 'update'): Uint8Array | undefined => {
  const value = typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>)[name] : undefined;
  return value instanceof Uint8Array ? value : undefined;
};

/** Keeps the tabs of one origin that have the same document open alike, without waiting for the store. Returns what ends it. */
export function joinTabs(key: string, doc: Y.Doc, { applyUpdate, encodeStateAsUpdate, encodeStateVector }: Pick<typeof Y, 'applyUpdate' | 'encodeStateAsUpdate' | 'encodeStateVector'>): () => void {
  let channel: BroadcastChannel;
  try {
    channel = new BroadcastChannel(`asb-workspace/${key}`);
  } catch {
    return () => undefined; // a page without an origin has no other tab
  }
  const origin = { tabs: key };
  const post = (message: Message): void => { channel.postMessage(message); };
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const hello = bytesIn(data, 'hello');
    const update = bytesIn(data, 'update');
    try {
      if (hello) post({ update: encodeStateAsUpdate(doc, hello) });
      if (update) applyUpdate(doc, update, origin);
    } catch {
      // What another version of the page says is not understood: the store brings both together at the next opening.
    }
  };
  const onUpdate = (update: Uint8Array, from: unknown): void => {
    if (from !== origin) post({ update });
  };
  doc.on('update', onUpdate);
  post({ hello: encodeStateVector(doc) });
  return () => {
    doc.off('update', onUpdate);
    channel.close();
  };
}

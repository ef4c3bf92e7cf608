/**
 * The shared documents, over WebSocket (Hocuspocus). A change is in the database before whoever sent it is told that it is kept, so a collector
 * that dies loses nothing that a page shows as up to date. Several processes on one PostgreSQL tell each other what they kept.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ConnectionConfiguration, WebSocketLike } from '@hocuspocus/server';
import crossws from 'crossws/adapters/node';
import { findCaller } from '../admin/tokens.ts';
import type { InvitationRole } from '../database/schema.ts';
import type { Logger } from '../log.ts';
import type { Services } from '../services.ts';
import { Hocuspocus, Yjs } from './libraries.ts';
import { partOf } from './model.ts';
import type { Part, Place } from './model.ts';
import { appendUpdate, findInvitation, gatherUpdates, readUpdate, readUpdates, workspaceExists } from './store.ts';
import type { KeptUpdate } from './store.ts';

export interface Live {
  /** Takes the upgrades of a server to `<base>/live`. */
  attach(server: Server, base: string): void;
  /** Ends the connections to a workspace, in every process. */
  drop(workspace: string): Promise<void>;
  /** Ends those of an invitation or of a hub's token, by its id, in every process. */
  dropHolder(id: string): Promise<void>;
  close(): Promise<void>;
}

/** Who holds a connection. */
interface Holder {
  readonly role: InvitationRole;
  /** The invitation's id; a hub token's own. */
  readonly id: string;
  readonly expiresAt: Date | null;
}

/** A socket, and the documents that it is about to have: until then Hocuspocus does not say who waits for them. */
interface Line {
  readonly socket: WebSocketLike;
  readonly arriving: Set<string>;
  /** Turned out: until its end answers, a socket that closes still brings what was sent. */
  refused: boolean;
}

/** A document on a socket; its holder once they said who they are. */
interface Seat {
  readonly line: Line;
  readonly holder?: Holder;
}

type News = { readonly name: string; readonly seq: number } | { readonly drop: string } | { readonly dropHolder: string };
type Notice = News & { readonly from: string };

const MAX_MESSAGE = 10_000_000;
const MAX_TOKEN = 512;
const MAX_LABEL = 100;
/** What a socket may send before it has its document: who it is, and what it holds already. */
const MAX_BEFORE = 64_000;
/** More changes than this become one at the next opening. */
const MANY = 100;
/** And every so many while it is open: a page may stay so for weeks. */
const GATHER_EVERY = 1_000;
const CHANNEL = 'asb_workspaces';
const NOT_KEPT = { code: 1011, reason: 'not kept' };
/** RFC 6455, private use. */
const REFUSED = { code: 4403, reason: 'refused' };

/** Without a message: Hocuspocus would print it, and a database's holds what was written. */
const refused = (): Error => Object.assign(new Error(''), { reason: 'refused' });

/** A change that came from the database needs no keeping. */
const FROM_DATABASE = { source: 'local', skipStoreHooks: true } as const;

/** The page opens the socket again by itself, and sends again what is not kept. */
function cutOff(sockets: Iterable<WebSocketLike>): void {
  for (const socket of sockets) socket.close(NOT_KEPT.code, NOT_KEPT.reason);
}

function refuse(line: Line): void {
  line.refused = true;
  line.socket.close(REFUSED.code, REFUSED.reason);
}

function bringIn(document: InstanceType<typeof Yjs.Doc>, updates: readonly KeptUpdate[]): void {
  document.transact(() => {
    for (const { update } of updates) Yjs.applyUpdate(document, update);
  }, FROM_DATABASE);
}

type LiveServices = Pick<Services, 'connection' | 'database' | 'now'>;

async function holderOf({ database, now }: LiveServices, workspace: string, token: string): Promise<Holder | undefined> {
  if (token === '' || token.length > MAX_TOKEN) return undefined;
  const invitation = await findInvitation(database, workspace, token, now());
  if (invitation) return invitation;
  const caller = await findCaller(database, token);
  if (!caller || !await workspaceExists(database, workspace)) return undefined;
  return { role: caller.role === 'coordinator' ? 'edit' : 'read', id: caller.id, expiresAt: null };
}

const mayWrite = (role: InvitationRole, part: Part): boolean => role === 'edit' || (role === 'comment' && part === 'comments');

export function openLive(services: LiveServices, log: Logger): Live {
  const { database, connection, now } = services;
  const self = randomUUID();

  /** Logs what failed, and cuts off those that wait for it: "refused" alone would tell their pages to try no more. */
  const guarded = async <Value>(act: string, waiting: () => Iterable<WebSocketLike>, work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (err) {
      log.error({ err, act }, 'workspace');
      cutOff(waiting());
      throw refused();
    }
  };

  const tell = (news: News) => connection.notify(CHANNEL, JSON.stringify({ ...news, from: self }));

  /** Into the document; what it knows already changes nothing. */
  const read = async (document: InstanceType<typeof Yjs.Doc>, { workspace, part }: Place) => {
    const kept = await readUpdates(database, workspace, part);
    bringIn(document, kept);
    return kept;
  };

  /** Only what was read, and is therefore in the document, goes: another process may add meanwhile. Nothing is lost when it fails. */
  const gather = async (document: InstanceType<typeof Yjs.Doc>, place: Place, known?: readonly KeptUpdate[]) => {
    try {
      const kept = known ?? await read(document, place);
      if (kept.length > MANY) await gatherUpdates(database, place.workspace, place.part, kept.map(({ seq }) => seq), new Uint8Array(Yjs.encodeStateAsUpdate(document)));
    } catch (err) {
      log.error({ err, act: 'gather' }, 'workspace');
    }
  };

  /** How many changes each open document has had. */
  const changes = new WeakMap<object, number>();
  const lines = new Map<string, { readonly line: Line; readonly client: ReturnType<typeof hocuspocus.handleConnection> }>();

  const hocuspocus = new Hocuspocus<Seat>({
    quiet: true,
    yDocOptions: { gc: true, gcFilter: () => true },
    maxUnauthenticatedQueueSize: MAX_BEFORE,
    async onAuthenticate({ documentName, token, connectionConfig, context: { line } }: { documentName: string; token: string; connectionConfig: ConnectionConfiguration; context: Seat }) {
      const place = partOf(documentName);
      if (!place) throw refused();
      // Before the question: a withdrawal that comes after the answer finds it.
      line.arriving.add(documentName);
      const holder = await guarded('authenticate', () => [line.socket], () => holderOf(services, place.workspace, token));
      if (!holder) {
        line.arriving.delete(documentName);
        throw refused();
      }
      connectionConfig.readOnly = !mayWrite(holder.role, place.part);
      return { holder };
    },
    async connected({ connection: socket, documentName, context: { line, holder } }) {
      line.arriving.delete(documentName);
      if (holder) socket.sendStateless(`role:${holder.role}`);
      return Promise.resolve();
    },
    async onLoadDocument({ documentName, document }) {
      const place = partOf(documentName);
      if (!place) throw refused();
      const waiting = () => [...lines.values()].filter(({ line }) => line.arriving.has(documentName)).map(({ line }) => line.socket);
      try {
        const kept = await guarded('load', waiting, () => read(document, place));
        await gather(document, place, kept);
      } catch (err) {
        // Hocuspocus forgets it as it is, and its clock would tick for ever.
        document.destroy();
        throw err;
      }
    },
    beforeHandleMessage({ context: { line, holder } }) {
      if (holder?.expiresAt && holder.expiresAt <= now()) refuse(line);
      return line.refused ? Promise.reject(refused()) : Promise.resolve();
    },
    async beforeSync({ connection: socket, document, documentName, type, payload }) {
      const place = partOf(documentName);
      // 0 asks for what is missing; 1 answers that, and is empty or known at most reconnections; 2 is a change.
      if (!place || type === 0 || socket.readOnly || payload.byteLength <= 2) return;
      if (type === 1 && Yjs.snapshotContainsUpdate(Yjs.snapshot(document), payload)) return;
      try {
        Yjs.decodeUpdate(payload);
      } catch {
        cutOff([socket.webSocket]);
        throw refused();
      }
      await guarded('keep', () => [socket.webSocket], async () => {
        const seq = await appendUpdate(database, place.workspace, place.part, new Uint8Array(payload));
        await tell({ name: documentName, seq });
      });
      const count = (changes.get(document) ?? 0) + 1;
      changes.set(document, count);
      if (count % GATHER_EVERY === 0) await gather(document, place);
    },
    beforeHandleAwareness({ states }) {
      for (const [client, state] of states) {
        const { label } = state as { readonly label?: unknown };
        // Nothing but this passes from page to page.
        states.set(client, { label: typeof label === 'string' ? label.slice(0, MAX_LABEL) : '' });
      }
      return Promise.resolve();
    },
  });

  /** Every document on every socket here; without its holder while it is not open yet. */
  function* seats(): Generator<Seat & { readonly name: string }> {
    for (const { line } of lines.values()) for (const name of line.arriving) yield { line, name };
    for (const [name, document] of hocuspocus.documents) {
      for (const { context } of document.getConnections()) yield { ...context as Seat, name };
    }
  }

  /** A page that may still come in does so at its next try. */
  const turnOut = (whom: (seat: Seat & { readonly name: string }) => boolean) => {
    for (const seat of seats()) if (whom(seat)) refuse(seat.line);
  };
  const dropHere = (workspace: string) => {
    turnOut(({ name }) => partOf(name)?.workspace === workspace);
  };
  const dropHolderHere = (id: string) => {
    turnOut(({ holder }) => holder === undefined || holder.id === id);
  };

  /** What another process kept, into the document when it is open here. */
  const catchUp = async (name: string, seq: number | undefined) => {
    const place = partOf(name);
    const document = await hocuspocus.loadingDocuments.get(name) ?? hocuspocus.documents.get(name);
    if (!place || !document) return;
    const one = seq === undefined ? undefined : await readUpdate(database, seq);
    if (one) bringIn(document, [one]);
    else await read(document, place); // gathered meanwhile
  };

  const heard = (text: string | undefined) => {
    const work = async () => {
      // The line to the database was cut: whatever was said meanwhile is read again, and everybody asked again who they are.
      if (text === undefined) {
        turnOut(() => true);
        await Promise.all([...hocuspocus.documents.keys()].map((name) => catchUp(name, undefined)));
        return;
      }
      const notice = JSON.parse(text) as Notice;
      if (notice.from === self) return;
      if ('drop' in notice) dropHere(notice.drop);
      else if ('dropHolder' in notice) dropHolderHere(notice.dropHolder);
      else await catchUp(notice.name, notice.seq);
    };
    work().catch((err: unknown) => {
      log.error({ err, act: 'hear' }, 'workspace');
    });
  };
  const listening = connection.listen(CHANNEL, heard);

  const adapter = crossws({
    serverOptions: { maxPayload: MAX_MESSAGE },
    hooks: {
      open: (peer) => {
        const line = { socket: peer.websocket as unknown as WebSocketLike, arriving: new Set<string>(), refused: false };
        lines.set(peer.id, { line, client: hocuspocus.handleConnection(line.socket, peer.request, { line }) });
      },
      message: (peer, message) => {
        lines.get(peer.id)?.client.handleMessage(message.uint8Array());
      },
      close: (peer, { code = 1005, reason = '' }) => {
        lines.get(peer.id)?.client.handleClose({ code, reason });
        lines.delete(peer.id);
      },
    },
  });

  return {
    attach: (server, base) => {
      server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        // Node takes its own listener off here, and a connection that is reset would end the process.
        socket.on('error', () => { socket.destroy(); });
        if ((request.url ?? '').split('?')[0] === `${base}/live`) void adapter.handleUpgrade(request, socket, head);
        else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      });
    },
    drop: async (workspace) => {
      dropHere(workspace);
      await tell({ drop: workspace });
    },
    dropHolder: async (id) => {
      dropHolderHere(id);
      await tell({ dropHolder: id });
    },
    close: async () => {
      adapter.closeAll(1001, 'stopping', true);
      await Promise.all([...hocuspocus.documents.values()].flatMap((document) => document.getConnections().map((socket) => socket.waitForPendingMessages())));
      await (await listening)();
    },
  };
}

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
import { nameOf, partOf } from './model.ts';
import type { Part } from './model.ts';
import { appendUpdate, findInvitation, gatherUpdates, readUpdate, readUpdates, workspaceExists } from './store.ts';

export interface Live {
  /** Takes the upgrades of a server to `<base>/live`. */
  attach(server: Server, base: string): void;
  /** Ends the connections to a workspace, or those of one invitation, in every process. */
  drop(workspace: string, invitation?: string): Promise<void>;
  close(): Promise<void>;
}

/** Who holds a connection. */
interface Holder {
  readonly role: InvitationRole;
  /** The invitation's id; a hub token's own. */
  readonly holder: string;
}

type News = { readonly name: string; readonly seq: number } | { readonly drop: string; readonly invitation?: string | undefined };
type Notice = News & { readonly from: string };

const MAX_MESSAGE = 10_000_000;
const MAX_TOKEN = 512;
const MAX_LABEL = 100;
/** More changes than this become one at the next opening. */
const MANY = 100;
const CHANNEL = 'asb_workspaces';
const NOT_KEPT = { code: 1011, reason: 'not kept' };
/** RFC 6455, private use. */
const REFUSED = { code: 4403, reason: 'refused' };

/** Without a message: Hocuspocus would print it, and a database's holds what was written. */
const refused = (): Error => Object.assign(new Error(''), { reason: 'refused' });

async function holderOf({ database, now }: Services, workspace: string, token: string): Promise<Holder | undefined> {
  if (token === '' || token.length > MAX_TOKEN) return undefined;
  const invitation = await findInvitation(database, workspace, token, now());
  if (invitation) return { role: invitation.role, holder: invitation.id };
  const caller = await findCaller(database, token);
  if (!caller || !await workspaceExists(database, workspace)) return undefined;
  return { role: caller.role === 'coordinator' ? 'edit' : 'read', holder: caller.id };
}

const mayWrite = (role: InvitationRole, part: Part): boolean => role === 'edit' || (role === 'comment' && part === 'comments');

export function openLive(services: Services, log: Logger): Live {
  const { database, connection } = services;
  const self = randomUUID();

  /** Logs what failed, and says no more to whoever called. */
  const guarded = async <Value>(act: string, work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (err) {
      log.error({ err, act }, 'workspace');
      throw refused();
    }
  };

  const tell = (news: News) => connection.notify(CHANNEL, JSON.stringify({ ...news, from: self }));

  const hocuspocus = new Hocuspocus<Holder>({
    quiet: true,
    yDocOptions: { gc: true, gcFilter: () => true },
    async onAuthenticate({ documentName, token, connectionConfig }: { documentName: string; token: string; connectionConfig: ConnectionConfiguration }) {
      const place = partOf(documentName);
      const holder = place && await guarded('authenticate', () => holderOf(services, place.workspace, token));
      if (!holder) throw refused();
      connectionConfig.readOnly = !mayWrite(holder.role, place.part);
      return holder;
    },
    async connected({ connection: socket, context }) {
      socket.sendStateless(`role:${context.role}`);
      return Promise.resolve();
    },
    async onLoadDocument({ documentName, document }) {
      const place = partOf(documentName);
      if (!place) throw refused();
      await guarded('load', async () => {
        const kept = await readUpdates(database, place.workspace, place.part);
        document.transact(() => {
          for (const { update } of kept) Yjs.applyUpdate(document, update);
        });
        if (kept.length > MANY) await gatherUpdates(database, place.workspace, place.part, kept.map(({ seq }) => seq), new Uint8Array(Yjs.encodeStateAsUpdate(document)));
      });
    },
    async beforeSync({ connection: socket, document, documentName, type, payload }) {
      const place = partOf(documentName);
      // 0 asks for what is missing; 1 answers that, and is empty or known at most reconnections; 2 is a change.
      if (!place || type === 0 || socket.readOnly || payload.byteLength <= 2) return;
      if (type === 1 && Yjs.snapshotContainsUpdate(Yjs.snapshot(document), payload)) return;
      try {
        Yjs.decodeUpdate(payload);
        await guarded('keep', async () => {
          const seq = await appendUpdate(database, place.workspace, place.part, new Uint8Array(payload));
          await tell({ name: documentName, seq });
        });
      } catch {
        // The whole socket: the page then connects again by itself, and sends again what is not kept.
        socket.webSocket.close(NOT_KEPT.code, NOT_KEPT.reason);
        throw refused();
      }
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

  const dropHere = (workspace: string, invitation?: string) => {
    for (const part of ['records', 'comments'] as const) {
      for (const socket of hocuspocus.documents.get(nameOf(workspace, part))?.getConnections() ?? []) {
        if (invitation === undefined || (socket.context as Holder).holder === invitation) socket.webSocket.close(REFUSED.code, REFUSED.reason);
      }
    }
  };

  /** What another process kept, into the document when it is open here. */
  const catchUp = async (name: string, seq: number | undefined) => {
    const place = partOf(name);
    const document = await hocuspocus.loadingDocuments.get(name) ?? hocuspocus.documents.get(name);
    if (!place || !document) return;
    const one = seq === undefined ? undefined : await readUpdate(database, seq);
    // Gathered meanwhile: all of them, what is known already changes nothing.
    const updates = one ? [one] : await readUpdates(database, place.workspace, place.part);
    for (const { update } of updates) Yjs.applyUpdate(document, update, { source: 'local', skipStoreHooks: true });
  };

  const heard = (text: string | undefined) => {
    const work = async () => {
      // The line to the database was cut: whatever was said meanwhile is read again.
      if (text === undefined) {
        await Promise.all([...hocuspocus.documents.keys()].map((name) => catchUp(name, undefined)));
        return;
      }
      const notice = JSON.parse(text) as Notice;
      if (notice.from === self) return;
      if ('drop' in notice) dropHere(notice.drop, notice.invitation);
      else await catchUp(notice.name, notice.seq);
    };
    work().catch((err: unknown) => {
      log.error({ err, act: 'hear' }, 'workspace');
    });
  };
  const listening = connection.listen(CHANNEL, heard);

  const sockets = new Map<string, ReturnType<typeof hocuspocus.handleConnection>>();
  const adapter = crossws({
    serverOptions: { maxPayload: MAX_MESSAGE },
    hooks: {
      open: (peer) => {
        sockets.set(peer.id, hocuspocus.handleConnection(peer.websocket as unknown as WebSocketLike, peer.request));
      },
      message: (peer, message) => {
        sockets.get(peer.id)?.handleMessage(message.uint8Array());
      },
      close: (peer, { code = 1005, reason = '' }) => {
        sockets.get(peer.id)?.handleClose({ code, reason });
        sockets.delete(peer.id);
      },
    },
  });

  return {
    attach: (server, base) => {
      server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        if ((request.url ?? '').split('?')[0] === `${base}/live`) void adapter.handleUpgrade(request, socket, head);
        else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      });
    },
    drop: async (workspace, invitation) => {
      dropHere(workspace, invitation);
      await tell({ drop: workspace, invitation });
    },
    close: async () => {
      adapter.closeAll(1001, 'stopping', true);
      await Promise.all([...hocuspocus.documents.values()].flatMap((document) => document.getConnections().map((socket) => socket.waitForPendingMessages())));
      await (await listening)();
    },
  };
}

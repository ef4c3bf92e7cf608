import * as z from 'zod';
import { record } from '../admin/audit.ts';
import { Problem } from '../http/problems.ts';
import { route } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { Services } from '../services.ts';
import type { Live } from './live.ts';
import { invitationParams, invitationSummary, newInvitation, newWorkspace, workspaceParams, workspaceSummary } from './model.ts';
import { createInvitation, createWorkspace, eraseWorkspace, listInvitations, listWorkspaces, withdrawInvitation, workspaceExists } from './store.ts';

const BODY_LIMIT = 10_000;
const DAY_MS = 86_400_000;

/** What the hub does with workspaces; what happens inside goes over the socket (`/live`). */
export function workspaceRoutes(services: Services, live: Pick<Live, 'drop' | 'dropHolder'>): Route[] {
  const { database, now } = services;
  return [
    route({
      method: 'get', path: '/workspaces', operationId: 'listWorkspaces', access: 'reader',
      summary: 'The shared workspaces.',
      replies: { 200: { description: 'The workspaces.', schema: z.object({ items: z.array(workspaceSummary) }) } },
      problems: [],
    })(async () => {
      const rows = await listWorkspaces(database);
      return { status: 200, body: { items: rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() })) } };
    }),

    route({
      method: 'post', path: '/workspaces', operationId: 'createWorkspace', access: 'coordinator',
      summary: 'Makes an empty workspace.',
      body: newWorkspace,
      replies: { 201: { description: 'Made.', schema: workspaceSummary } },
      problems: ['workspace-taken'],
    })(async ({ body, caller }) => {
      const workspace = await body(BODY_LIMIT);
      const at = now();
      await database.transaction(async (inside) => {
        if (!await createWorkspace(inside, workspace, at)) throw new Problem('workspace-taken');
        await record(inside, at, { actor: caller.id, act: 'workspace-create', target: workspace.id });
      });
      return { status: 201, body: { ...workspace, createdAt: at.toISOString() } };
    }),

    route({
      method: 'delete', path: '/workspaces/{workspace}', operationId: 'eraseWorkspace', access: 'coordinator',
      summary: 'Erases a workspace, its records and its invitations, and closes it for those who have it open.',
      params: workspaceParams,
      replies: { 204: { description: 'Erased.' } },
      problems: ['workspace-not-found'],
    })(async ({ params, caller }) => {
      await database.transaction(async (inside) => {
        if (!await eraseWorkspace(inside, params.workspace)) throw new Problem('workspace-not-found');
        await record(inside, now(), { actor: caller.id, act: 'workspace-erase', target: params.workspace });
      });
      await live.drop(params.workspace);
      return { status: 204 };
    }),

    route({
      method: 'get', path: '/workspaces/{workspace}/invitations', operationId: 'listInvitations', access: 'coordinator',
      summary: 'A workspace’s invitations, without their tokens.',
      params: workspaceParams,
      replies: { 200: { description: 'The invitations.', schema: z.object({ items: z.array(invitationSummary) }) } },
      problems: ['workspace-not-found'],
    })(async ({ params }) => {
      if (!await workspaceExists(database, params.workspace)) throw new Problem('workspace-not-found');
      const rows = await listInvitations(database, params.workspace);
      return {
        status: 200,
        body: { items: rows.map(({ id, role, label, createdAt, expiresAt }) => ({ id, role, label, createdAt: createdAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null })) },
      };
    }),

    route({
      method: 'post', path: '/workspaces/{workspace}/invitations', operationId: 'createInvitation', access: 'coordinator',
      summary: 'Makes an invitation. Its token is shown this once: put it in the fragment of a link (`#asb-workspace=<workspace>.<token>`).',
      params: workspaceParams,
      body: newInvitation,
      replies: { 201: { description: 'The invitation.', schema: z.object({ id: z.uuid(), token: z.string() }) } },
      problems: ['workspace-not-found'],
    })(async ({ params, body, caller }) => {
      const { role, label, days } = await body(BODY_LIMIT);
      const at = now();
      const made = await database.transaction(async (inside) => {
        if (!await workspaceExists(inside, params.workspace)) throw new Problem('workspace-not-found');
        const expiresAt = days === null ? null : new Date(at.getTime() + days * DAY_MS);
        const invitation = await createInvitation(inside, params.workspace, { role, label, expiresAt }, at);
        await record(inside, at, { actor: caller.id, act: 'invitation-create', target: invitation.id });
        return invitation;
      });
      return { status: 201, body: made };
    }),

    route({
      method: 'delete', path: '/workspaces/{workspace}/invitations/{invitation}', operationId: 'withdrawInvitation', access: 'coordinator',
      summary: 'Withdraws an invitation: it stops working at once, also where it is in use.',
      params: invitationParams,
      replies: { 204: { description: 'Withdrawn.' } },
      problems: ['invitation-not-found'],
    })(async ({ params, caller }) => {
      await database.transaction(async (inside) => {
        if (!await withdrawInvitation(inside, params.workspace, params.invitation)) throw new Problem('invitation-not-found');
        await record(inside, now(), { actor: caller.id, act: 'invitation-withdraw', target: params.invitation });
      });
      await live.dropHolder(params.invitation);
      return { status: 204 };
    }),
  ];
}

import * as z from "zod";
import { id } from "@/lib/api/fields";
import {
  inboxChange,
  inboxCount,
  inboxList,
  inboxReadAll,
} from "@/lib/api/inbox";
import { readInbox, readNotification } from "@/server/commands/read-inbox";
import { refused } from "@/server/errors";
import { countUnread, listInbox } from "@/server/queries/inbox";
import { momentPlaceOf } from "@/server/queries/moment-cursor";
import { pageLimit } from "./list-query";
import { route, type Route } from "./route";

const all = "/workspaces/{slug}/inbox" as const;
const defaultLimit = 30;

const query = z.strictObject({
  unread: z.enum(["true", "false"]).default("false"),
  cursor: z.string().max(100).optional(),
  limit: pageLimit.default(defaultLimit),
});

/** What a member was told: mentions, replies, and what became theirs. */
export const inboxRoutes: readonly Route[] = [
  route({
    method: "get",
    path: all,
    who: "workspace",
    action: "inbox:read",
    summary: "List what you were told, the newest first",
    query,
    answers: { 200: inboxList },
    handle: async ({ actor, query: asked }) => {
      const { cursor, limit } = asked;
      const isUnreadOnly = asked.unread === "true";
      const after = cursor === undefined ? null : momentPlaceOf(cursor);
      if (cursor !== undefined && after === null) return refused("invalid");
      const { workspaceId, userId } = actor;
      const filter = { workspaceId, userId, isUnreadOnly };
      return { status: 200, body: await listInbox(filter, { after, limit }) };
    },
  }),
  route({
    method: "get",
    path: `${all}/count`,
    who: "workspace",
    action: "inbox:read",
    summary: "Count what you have not read",
    answers: { 200: inboxCount },
    handle: async ({ actor: { workspaceId, userId } }) => ({
      status: 200,
      body: { unread: await countUnread({ workspaceId, userId }) },
    }),
  }),
  route({
    method: "post",
    path: `${all}/read`,
    who: "workspace",
    action: "inbox:change",
    summary: "Mark all that you were told up to a moment as read",
    body: inboxReadAll,
    example: { upTo: "2026-11-30T09:00:00.000Z" },
    answers: { 204: null },
    handle: async ({ caller, body }) => {
      const result = await readInbox(caller, new Date(body.upTo));
      return result.ok ? { status: 204 } : result;
    },
  }),
  route({
    method: "patch",
    path: `${all}/{notificationId}`,
    who: "workspace",
    action: "inbox:change",
    summary: "Mark one thing that you were told as read or unread",
    params: z.object({ notificationId: id }),
    body: inboxChange,
    answers: { 204: null },
    handle: async ({ caller, params, body }) => {
      const result = await readNotification(caller, { ...params, ...body });
      return result.ok ? { status: 204 } : result;
    },
  }),
];

import * as z from "zod";
import type { InsideActor } from "@/lib/access/actors";
import {
  conversation,
  muteWish,
  newComment,
  newThread,
  threadChange,
  threadDetail,
  threadList,
  threadSeen,
  threadState,
} from "@/lib/api/comments";
import { id } from "@/lib/api/fields";
import { isJourneyHere } from "@/server/commands/is-journey-here";
import {
  muteJourney,
  readThread,
  settleThread,
} from "@/server/commands/settle-thread";
import {
  editComment,
  removeComment,
  replyToThread,
  startThread,
  type Said,
} from "@/server/commands/write-comment";
import { refused } from "@/server/errors";
import { spend } from "@/server/limits/spend";
import { momentPlaceOf } from "@/server/queries/moment-cursor";
import {
  findThread,
  listThreads,
  readConversation,
} from "@/server/queries/threads";
import { idempotencyKey } from "./idempotency-key";
import { pageLimit } from "./list-query";
import { route, type Reply, type Route } from "./route";

const ofJourney = "/workspaces/{slug}/journeys/{journeyId}" as const;
const one = "/workspaces/{slug}/threads/{threadId}" as const;
const said = `${one}/comments/{commentId}` as const;
const journeyParams = z.object({ journeyId: id });
const threadParams = z.object({ threadId: id });
const commentParams = threadParams.extend({ commentId: id });
const defaultLimit = 20;

const query = z.strictObject({
  state: threadState.default("open"),
  /** A thing of the map, or "map" for the map itself. */
  about: z.union([id, z.literal("map")]).optional(),
  mine: z.enum(["true", "false"]).default("false"),
  cursor: z.string().max(100).optional(),
  limit: pageLimit.default(defaultLimit),
});

const example = { body: "Why do they have to call us for this?" };

async function threadReply(
  status: 200 | 201,
  wanted: { actor: InsideActor; threadId: string },
): Promise<Reply> {
  const body = await findThread(wanted);
  return body ? { status, body } : refused("not_found");
}

/** Writes within the limit and under the key of the request, and answers with the whole thread. */
async function write(
  { actor, request }: { actor: InsideActor; request: Request },
  status: 200 | 201,
  say: (idemKey: string | null) => Promise<Said>,
): Promise<Reply> {
  const key = idempotencyKey(request);
  if (!key.ok) return key;
  const spent = await spend("commentUser", actor.userId);
  if (!spent.ok) return spent;
  const result = await say(key.idemKey);
  if (result.ok)
    return threadReply(status, { actor, threadId: result.threadId });
  return result.reason === "invalid"
    ? { ...result, errors: [{ path: result.path, code: "custom" }] }
    : result;
}

const reading: readonly Route[] = [
  route({
    method: "get",
    path: `${ofJourney}/threads`,
    who: "workspace",
    action: "comment:read",
    summary: "List conversations about a journey, the newest word first",
    params: journeyParams,
    query,
    answers: { 200: threadList },
    handle: async ({ actor, params: { journeyId }, query: asked }) => {
      const { cursor, limit, state, about = null } = asked;
      const isMine = asked.mine === "true";
      const after = cursor === undefined ? null : momentPlaceOf(cursor);
      if (cursor !== undefined && after === null) return refused("invalid");
      if (!(await isJourneyHere(actor.workspaceId, journeyId)))
        return refused("not_found");
      const filter = { actor, journeyId, state, about, isMine };
      return { status: 200, body: await listThreads(filter, { after, limit }) };
    },
  }),
  route({
    method: "get",
    path: `${ofJourney}/conversation`,
    who: "workspace",
    action: "comment:read",
    summary: "Count the conversations about a journey by what they are about",
    params: journeyParams,
    answers: { 200: conversation },
    handle: async ({ actor, params: { journeyId } }) => {
      const { workspaceId, userId } = actor;
      if (!(await isJourneyHere(workspaceId, journeyId)))
        return refused("not_found");
      const filter = { workspaceId, journeyId, userId };
      return { status: 200, body: await readConversation(filter) };
    },
  }),
  route({
    method: "get",
    path: one,
    who: "workspace",
    action: "comment:read",
    summary: "Read a conversation",
    params: threadParams,
    answers: { 200: threadDetail },
    handle: ({ actor, params: { threadId } }) =>
      threadReply(200, { actor, threadId }),
  }),
];

const writing: readonly Route[] = [
  route({
    method: "post",
    path: `${ofJourney}/threads`,
    who: "workspace",
    action: "comment:create",
    summary: "Begin a conversation about a journey or a thing on it",
    params: journeyParams,
    body: newThread,
    isKeyed: true,
    example: { ...example, anchor: { kind: "map" } },
    answers: { 201: threadDetail },
    handle: ({ actor, caller, request, params: { journeyId }, body }) =>
      write({ actor, request }, 201, (idemKey) =>
        startThread(caller, { ...body, journeyId, idemKey }),
      ),
  }),
  route({
    method: "post",
    path: `${one}/comments`,
    who: "workspace",
    action: "comment:create",
    summary: "Say something in a conversation",
    params: threadParams,
    body: newComment,
    isKeyed: true,
    example,
    answers: { 201: threadDetail },
    handle: ({ actor, caller, request, params: { threadId }, body }) =>
      write({ actor, request }, 201, (idemKey) =>
        replyToThread(caller, { ...body, threadId, idemKey }),
      ),
  }),
  route({
    method: "patch",
    path: said,
    who: "workspace",
    action: "comment:edit",
    summary: "Change the words of your own comment",
    params: commentParams,
    body: newComment,
    answers: { 200: threadDetail },
    handle: ({ actor, caller, request, params, body }) =>
      write({ actor, request }, 200, () =>
        editComment(caller, { ...params, ...body }),
      ),
  }),
  route({
    method: "delete",
    path: said,
    who: "workspace",
    action: "comment:delete",
    summary: "Delete a comment",
    params: commentParams,
    answers: { 204: null },
    handle: async ({ caller, params }) => {
      const result = await removeComment(caller, params);
      return result.ok ? { status: 204 } : result;
    },
  }),
  route({
    method: "patch",
    path: one,
    who: "workspace",
    action: "comment:resolve",
    summary: "Resolve a conversation, or open it again",
    params: threadParams,
    body: threadChange,
    answers: { 200: threadDetail },
    handle: async ({ actor, caller, params: { threadId }, body }) => {
      const result = await settleThread(caller, { threadId, ...body });
      return result.ok ? threadReply(200, { actor, threadId }) : result;
    },
  }),
  route({
    method: "put",
    path: `${one}/read`,
    who: "workspace",
    action: "inbox:change",
    summary: "Note that you have read a conversation",
    params: threadParams,
    body: threadSeen.optional(),
    answers: { 204: null },
    handle: async ({ caller, params: { threadId }, body }) => {
      const upTo = body ? new Date(body.upTo) : null;
      const result = await readThread(caller, { threadId, upTo });
      return result.ok ? { status: 204 } : result;
    },
  }),
  route({
    method: "put",
    path: `${ofJourney}/mute`,
    who: "workspace",
    action: "inbox:change",
    summary: "Get no mails about a journey, or get them again",
    params: journeyParams,
    body: muteWish,
    answers: { 204: null },
    handle: async ({ caller, params: { journeyId }, body }) => {
      const result = await muteJourney(caller, { journeyId, ...body });
      return result.ok ? { status: 204 } : result;
    },
  }),
];

/** Conversations about maps and what is on them. */
export const commentRoutes: readonly Route[] = [...reading, ...writing];

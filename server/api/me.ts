import * as z from "zod";
import {
  passwordBody,
  profile,
  profilePatch,
  sessionList,
} from "@/lib/api/account";
import { id } from "@/lib/api/fields";
import { noticeWish, noticeWishList } from "@/lib/api/inbox";
import { digestList, digestWish } from "@/lib/api/person";
import { audit } from "@/server/audit";
import {
  endSession,
  endSessions,
  signOutHeaders,
} from "@/server/auth/sessions";
import { changePassword } from "@/server/commands/change-password";
import { changeProfile } from "@/server/commands/change-profile";
import { wishOwnDigest } from "@/server/commands/wish-digest";
import { wishNotices } from "@/server/commands/wish-notices";
import { refused } from "@/server/errors";
import { listDigests } from "@/server/queries/digest";
import { listNoticeWishes } from "@/server/queries/inbox";
import { findProfile, listSessions } from "@/server/queries/people";
import { route, type Route } from "./route";

const readRoute = route({
  method: "get",
  path: "/me",
  who: "account",
  action: "account:read",
  summary: "Who you are",
  answers: { 200: profile },
  handle: async ({ identity: { userId } }) => ({
    status: 200,
    body: await findProfile({ userId }),
  }),
});

const changeRoute = route({
  method: "patch",
  path: "/me",
  who: "account",
  action: "account:change",
  summary: "Change your name, language, look or shortcuts",
  body: profilePatch,
  answers: { 200: profile },
  handle: async ({ identity: { userId }, body }) => {
    await changeProfile(userId, body);
    return { status: 200, body: await findProfile({ userId }) };
  },
});

const passwordRoute = route({
  method: "post",
  path: "/me/password",
  who: "account",
  action: "account:change",
  summary: "Change your password; signs out your other devices",
  body: passwordBody,
  answers: { 204: null },
  handle: async ({ identity, caller, body }) => {
    const outcome = await changePassword({ identity, caller, ...body });
    return outcome.ok ? { status: 204 } : outcome;
  },
});

const sessionsRoute = route({
  method: "get",
  path: "/me/sessions",
  who: "account",
  action: "account:read",
  summary: "Where you are signed in",
  answers: { 200: sessionList },
  handle: async ({ identity: { userId, sessionId } }) => ({
    status: 200,
    body: { sessions: await listSessions({ userId, currentId: sessionId }) },
  }),
});

const endRoute = route({
  method: "delete",
  path: "/me/sessions/{id}",
  who: "account",
  action: "account:change",
  summary: "Sign out one of your devices",
  params: z.object({ id }),
  answers: { 204: null },
  handle: async ({ identity: { userId }, params }) => {
    const isEnded = await endSession({ userId, sessionId: params.id });
    return isEnded ? { status: 204 } : refused("not_found");
  },
});

const endAllRoute = route({
  method: "delete",
  path: "/me/sessions",
  who: "account",
  action: "account:change",
  summary: "Sign out everywhere",
  answers: { 204: null },
  handle: async ({ identity: { userId }, caller, info }) => {
    await endSessions({ userId, except: null });
    await audit({
      caller,
      workspaceId: null,
      action: "session:end-all",
      subject: { kind: "user", id: userId },
    });
    return { status: 204, headers: signOutHeaders(info.site) };
  },
});

const signOutRoute = route({
  method: "delete",
  path: "/me/session",
  who: "account",
  action: "account:change",
  summary: "Sign out here",
  answers: { 204: null },
  handle: async ({ identity, info }) => {
    await endSession(identity);
    return { status: 204, headers: signOutHeaders(info.site) };
  },
});

const digestsRoute = route({
  method: "get",
  path: "/me/digests",
  who: "account",
  action: "account:read",
  summary: "The weekly mails about what is yours, by workspace",
  answers: { 200: digestList },
  handle: async ({ identity: { userId } }) => ({
    status: 200,
    body: { digests: await listDigests({ userId }) },
  }),
});

const digestRoute = route({
  method: "put",
  path: "/me/digests/{workspaceId}",
  who: "account",
  action: "account:change",
  summary: "Stop a weekly mail, or start it again",
  params: z.object({ workspaceId: id }),
  body: digestWish,
  answers: { 204: null },
  handle: async ({ identity: { userId }, params, body }) => {
    const whose = { userId, workspaceId: params.workspaceId };
    const outcome = await wishOwnDigest(whose, body.isStopped);
    return outcome.ok ? { status: 204 } : outcome;
  },
});

const noticeWishesRoute = route({
  method: "get",
  path: "/me/notices",
  who: "account",
  action: "account:read",
  summary: "Which mails about what is new you want, by workspace",
  answers: { 200: noticeWishList },
  handle: async ({ identity: { userId } }) => ({
    status: 200,
    body: { workspaces: await listNoticeWishes({ userId }) },
  }),
});

const noticeWishRoute = route({
  method: "put",
  path: "/me/notices/{workspaceId}",
  who: "account",
  action: "account:change",
  summary: "Say which mails about what is new in a workspace you want",
  params: z.object({ workspaceId: id }),
  body: noticeWish,
  answers: { 204: null },
  handle: async ({ identity: { userId }, params, body }) => {
    const whose = { userId, workspaceId: params.workspaceId };
    const outcome = await wishNotices(whose, body);
    return outcome.ok ? { status: 204 } : outcome;
  },
});

/** A person's own account. */
export const meRoutes: readonly Route[] = [
  readRoute,
  changeRoute,
  passwordRoute,
  sessionsRoute,
  endRoute,
  endAllRoute,
  signOutRoute,
  digestsRoute,
  digestRoute,
  noticeWishesRoute,
  noticeWishRoute,
];

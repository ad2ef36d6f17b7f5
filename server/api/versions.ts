import * as z from "zod";
import { id } from "@/lib/api/fields";
import {
  restoredVersion,
  versionAuthors,
  versionDetail,
  versionDifference,
  versionItem,
  versionList,
  versionName,
} from "@/lib/api/versions";
import { difference } from "@/lib/journey/difference";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { isJourneyHere } from "@/server/commands/is-journey-here";
import { createVersion, nameVersion } from "@/server/commands/name-version";
import { restoreVersion } from "@/server/commands/restore-version";
import { pool } from "@/server/db/pool";
import { refused, type Outcome } from "@/server/errors";
import { findVersion, listVersions } from "@/server/queries/versions";
import { readDocument } from "@/server/sync/door";
import { authorsIn } from "@/server/versions/attribution";
import { keepVersion } from "@/server/versions/keep";
import { readVersionMap } from "@/server/versions/store";
import { idempotencyKey } from "./idempotency-key";
import { pageLimit } from "./list-query";
import { route, type Reply, type Route } from "./route";

const journey = "/workspaces/{slug}/journeys/{journeyId}" as const;
const all = `${journey}/versions` as const;
const one = `${all}/{seq}` as const;
const defaultLimit = 30;

const seq = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number);
const ofJourney = z.object({ journeyId: id });
const ofVersion = ofJourney.extend({ seq });
const interval = z.strictObject({
  from: seq,
  /** Absent: up to now. */
  to: seq.optional(),
});

interface Ids {
  readonly workspaceId: string;
  readonly journeyId: string;
}

async function itemReply(
  status: 200 | 201,
  ids: Ids & { seq: number },
): Promise<Reply> {
  const body = await findVersion(ids);
  return body ? { status, body } : refused("not_found");
}

/** A journey from before there were versions gets its first one when someone looks. */
async function listReply(
  ids: Ids,
  page: { before: number | null; limit: number },
): Promise<Reply> {
  const body = await listVersions({ ...ids, ...page });
  if (body.versions.length > 0 || page.before !== null)
    return { status: 200, body };
  const { journeyId } = ids;
  const now = await readDocument(journeyId);
  await keepVersion(pool(), { journeyId, ...now, reason: "first" });
  return { status: 200, body: await listVersions({ ...ids, ...page }) };
}

/** The map at one end of an interval: that of a version, or the one of now. */
async function endOf(
  { workspaceId, journeyId }: Ids,
  at: number | undefined,
): Promise<Outcome<{ map: JourneyMap; seq: number }, "not_found">> {
  if (!(await isJourneyHere(workspaceId, journeyId)))
    return refused("not_found");
  if (at === undefined) return { ok: true, ...(await readDocument(journeyId)) };
  const map = await readVersionMap(pool(), journeyId, at);
  return map ? { ok: true, map, seq: at } : refused("not_found");
}

/** What a map said before: to read, to compare, to name and to return to. */
export const versionRoutes: Route[] = [
  route({
    method: "get",
    path: all,
    who: "workspace",
    action: "history:read",
    summary: "List the versions of a journey",
    params: ofJourney,
    query: z.strictObject({
      cursor: seq.optional(),
      limit: pageLimit.default(defaultLimit),
    }),
    answers: { 200: versionList },
    handle: async ({ workspace, params: { journeyId }, query }) => {
      const ids = { workspaceId: workspace.id, journeyId };
      if (!(await isJourneyHere(ids.workspaceId, journeyId)))
        return refused("not_found");
      const { cursor: before = null, limit } = query;
      return listReply(ids, { before, limit });
    },
  }),
  route({
    method: "post",
    path: all,
    who: "workspace",
    action: "history:restore",
    summary: "Keep what the map says now as a version",
    params: ofJourney,
    body: z.strictObject({ name: versionName.optional() }),
    answers: { 201: versionItem },
    handle: async ({ workspace, caller, params: { journeyId }, body }) => {
      const name = body.name ?? null;
      const result = await createVersion(caller, { journeyId, name });
      if (!result.ok) return result;
      const ids = { workspaceId: workspace.id, journeyId };
      return itemReply(201, { ...ids, seq: result.seq });
    },
  }),
  route({
    method: "get",
    path: one,
    who: "workspace",
    action: "history:read",
    summary: "Read a version with its map",
    params: ofVersion,
    answers: { 200: versionDetail },
    handle: async ({ workspace, params }) => {
      const ids = { workspaceId: workspace.id, journeyId: params.journeyId };
      const end = await endOf(ids, params.seq);
      if (!end.ok) return end;
      const version = await findVersion({ ...ids, seq: params.seq });
      if (!version) return refused("not_found");
      return { status: 200, body: { version, map: end.map } };
    },
  }),
  route({
    method: "patch",
    path: one,
    who: "workspace",
    action: "history:restore",
    summary: "Name a version, or take its name away",
    params: ofVersion,
    body: z.strictObject({ name: versionName.nullable() }),
    answers: { 200: versionItem },
    handle: async ({ workspace, caller, params, body }) => {
      const result = await nameVersion(caller, { ...params, ...body });
      if (!result.ok) return result;
      return itemReply(200, { workspaceId: workspace.id, ...params });
    },
  }),
  route({
    method: "post",
    path: `${one}/restore`,
    who: "workspace",
    action: "history:restore",
    summary: "Bring the map back to what a version says",
    params: ofVersion,
    answers: { 200: restoredVersion },
    handle: async ({ caller, params, request }) => {
      const key = idempotencyKey(request);
      if (!key.ok) return key;
      const { idemKey } = key;
      const result = await restoreVersion(caller, { ...params, idemKey });
      if (!result.ok) return result;
      const { ok: _ok, ...body } = result;
      return { status: 200, body };
    },
  }),
  route({
    method: "get",
    path: `${journey}/difference`,
    who: "workspace",
    action: "history:read",
    summary: "What changed between two versions, or since one",
    params: ofJourney,
    query: interval,
    answers: { 200: versionDifference },
    handle: async ({ workspace, params: { journeyId }, query }) => {
      const ids = { workspaceId: workspace.id, journeyId };
      const from = await endOf(ids, query.from);
      const to = await endOf(ids, query.to);
      if (!from.ok) return from;
      if (!to.ok) return to;
      const changes = difference(from.map, to.map);
      const body = { from: from.seq, to: to.seq, changes };
      return { status: 200, body };
    },
  }),
  route({
    method: "get",
    path: `${journey}/authors`,
    who: "workspace",
    action: "history:read",
    summary: "Who changed what between two versions, or since one",
    params: ofJourney,
    query: interval,
    answers: { 200: versionAuthors },
    handle: async ({ workspace, params: { journeyId }, query }) => {
      const workspaceId = workspace.id;
      if (!(await isJourneyHere(workspaceId, journeyId)))
        return refused("not_found");
      const { from, to = Number.MAX_SAFE_INTEGER } = query;
      const body = await authorsIn(workspaceId, { journeyId, from, to });
      return { status: 200, body };
    },
  }),
];

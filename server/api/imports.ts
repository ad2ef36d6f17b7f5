import * as z from "zod";
import { id } from "@/lib/api/fields";
import {
  importAsk,
  importItem,
  importList,
  importOrder,
  importReading,
  importUndone,
} from "@/lib/api/imports";
import { importWork, importWorkList } from "@/lib/api/import-works";
import { journeyFlow } from "@/lib/api/journey-flow";
import { isJourneyHere } from "@/server/commands/is-journey-here";
import { cancelImport } from "@/server/commands/import-works";
import { digestOf, readImportFile } from "@/server/commands/read-import";
import { refusalFields } from "@/server/commands/refusal-fields";
import { runImport, startImport } from "@/server/commands/run-import";
import { undoImport } from "@/server/commands/undo-import";
import { refused } from "@/server/errors";
import { findImportWork, listImportWorks } from "@/server/queries/import-works";
import {
  findImport,
  listImports,
  readJourneyFlow,
} from "@/server/queries/imports";
import { momentPlaceOf } from "@/server/queries/moment-cursor";
import { idempotencyKey } from "./idempotency-key";
import { readImportBody } from "./import-body";
import { pageLimit } from "./list-query";
import { route, type Reply, type Route } from "./route";

const all = "/workspaces/{slug}/journeys/{journeyId}/imports" as const;
const one = `${all}/{importId}` as const;
const params = z.object({ journeyId: id });
const oneParams = params.extend({ importId: id });
const works = "/workspaces/{slug}/journeys/{journeyId}/import-works" as const;
const work = `${works}/{workId}` as const;
const workParams = params.extend({ workId: id });
const runsAtOnce = 20;

const query = z.strictObject({
  cursor: z.string().max(100).optional(),
  limit: pageLimit.default(runsAtOnce),
});

const streamed = { mediaTypes: ["application/octet-stream"] };

function refusalReply(result: Parameters<typeof refusalFields>[0]): Reply {
  const errors = refusalFields(result);
  return errors.length > 0 ? { ...result, errors } : result;
}

/** Imports: files of surveys, support, analytics and event logs that become evidence of one journey. */
export const importRoutes: readonly Route[] = [
  route({
    method: "get",
    path: all,
    who: "workspace",
    action: "evidence:read",
    summary: "List the imports of a journey, newest first",
    params,
    query,
    answers: { 200: importList },
    handle: async ({ workspace, params: { journeyId }, query: asked }) => {
      const { cursor, limit } = asked;
      const after = cursor === undefined ? null : momentPlaceOf(cursor);
      if (cursor !== undefined && after === null) return refused("invalid");
      const workspaceId = workspace.id;
      if (!(await isJourneyHere(workspaceId, journeyId)))
        return refused("not_found");
      const filter = { workspaceId, journeyId };
      return { status: 200, body: await listImports(filter, { after, limit }) };
    },
  }),
  route({
    method: "post",
    path: "/workspaces/{slug}/journeys/{journeyId}/import-readings",
    who: "workspace",
    action: "journey:import",
    summary:
      "Look into a file before it is imported: the body is one line of JSON with its name and what is decided so far, then the file",
    params,
    streamed,
    answers: { 200: importReading },
    handle: async ({ caller, request, params: { journeyId } }) => {
      const body = await readImportBody(request, importAsk);
      if (!body.ok) return body;
      const { head, bytes } = body;
      const { signal } = request;
      const asked = { ...head, journeyId, bytes, signal };
      const result = await readImportFile(caller, asked);
      return result.ok
        ? { status: 200, body: result.reading }
        : refusalReply(result);
    },
  }),
  route({
    method: "post",
    path: all,
    who: "workspace",
    action: "journey:import",
    summary:
      "Make evidence of a file: the body is one line of JSON with its name and what was decided, then the file, of which nothing else is kept",
    params,
    streamed,
    isKeyed: true,
    answers: { 201: importItem },
    handle: async ({ caller, workspace, request, params: { journeyId } }) => {
      const key = idempotencyKey(request);
      if (!key.ok) return key;
      const body = await readImportBody(request, importOrder);
      if (!body.ok) return body;
      const result = await runImport(caller, {
        ...body.head,
        journeyId,
        bytes: body.bytes,
        signal: request.signal,
        requestHash: await digestOf(body.whole),
        idemKey: key.idemKey,
      });
      if (!result.ok) return refusalReply(result);
      const { importId } = result;
      const filter = { workspaceId: workspace.id, journeyId, importId };
      const item = await findImport(filter);
      return item ? { status: 201, body: item } : refused("not_found");
    },
  }),
  route({
    method: "get",
    path: one,
    who: "workspace",
    action: "evidence:read",
    summary: "Read what an import brought",
    params: oneParams,
    answers: { 200: importItem },
    handle: async ({ workspace, params: { journeyId, importId } }) => {
      const workspaceId = workspace.id;
      if (!(await isJourneyHere(workspaceId, journeyId)))
        return refused("not_found");
      const item = await findImport({ workspaceId, journeyId, importId });
      return item ? { status: 200, body: item } : refused("not_found");
    },
  }),
  route({
    method: "post",
    path: `${one}/undo`,
    who: "workspace",
    action: "journey:import",
    summary:
      "Take away all that an import brought, what somebody changed since too",
    params: oneParams,
    answers: { 200: importUndone },
    handle: async ({ caller, params }) => {
      const result = await undoImport(caller, params);
      return result.ok ? { status: 200, body: result.undone } : result;
    },
  }),
  route({
    method: "post",
    path: works,
    who: "workspace",
    action: "journey:import",
    summary:
      "Begin to make evidence of a file, as an import does, and answer before it is done: how far it is can be asked for",
    params,
    streamed,
    isKeyed: true,
    answers: { 202: importWork },
    handle: async ({ caller, request, params: { journeyId } }) => {
      const key = idempotencyKey(request);
      if (!key.ok) return key;
      const body = await readImportBody(request, importOrder);
      if (!body.ok) return body;
      const result = await startImport(caller, {
        ...body.head,
        journeyId,
        bytes: body.bytes,
        requestHash: await digestOf(body.whole),
        idemKey: key.idemKey,
      });
      return result.ok
        ? { status: 202, body: result.work }
        : refusalReply(result);
    },
  }),
  route({
    method: "get",
    path: works,
    who: "workspace",
    action: "evidence:read",
    summary:
      "List the imports that go on, and how those of the last day have ended",
    params,
    answers: { 200: importWorkList },
    handle: async ({ workspace, params: { journeyId } }) => {
      const ids = { workspaceId: workspace.id, journeyId };
      if (!(await isJourneyHere(ids.workspaceId, journeyId)))
        return refused("not_found");
      return { status: 200, body: await listImportWorks(ids) };
    },
  }),
  route({
    method: "get",
    path: work,
    who: "workspace",
    action: "evidence:read",
    summary:
      "Read how far an import is, or a reading of your own under the id that you sent with it",
    params: workParams,
    answers: { 200: importWork },
    handle: async ({ actor, workspace, params: { journeyId, workId } }) => {
      const workspaceId = workspace.id;
      if (!(await isJourneyHere(workspaceId, journeyId)))
        return refused("not_found");
      const { userId } = actor;
      const filter = { workspaceId, journeyId, workId, userId };
      const item = await findImportWork(filter);
      return item ? { status: 200, body: item } : refused("not_found");
    },
  }),
  route({
    method: "post",
    path: `${work}/cancel`,
    who: "workspace",
    action: "journey:import",
    summary:
      "Cancel an import that goes on, of which nothing is kept, or put away one that did not come to its end",
    params: workParams,
    answers: { 200: importWork },
    handle: async ({ caller, workspace, params: { journeyId, workId } }) => {
      const result = await cancelImport(caller, { journeyId, workId });
      if (!result.ok) return result;
      const { userId } = caller.actor;
      const filter = { workspaceId: workspace.id, journeyId, workId, userId };
      const item = await findImportWork(filter);
      return item ? { status: 200, body: item } : refused("not_found");
    },
  }),
  route({
    method: "get",
    path: "/workspaces/{slug}/journeys/{journeyId}/flow",
    who: "workspace",
    action: "evidence:read",
    summary:
      "Read how the cases of the newest event log go through the touchpoints",
    params,
    answers: { 200: journeyFlow },
    handle: async ({ workspace, params: { journeyId } }) => {
      const ids = { workspaceId: workspace.id, journeyId };
      if (!(await isJourneyHere(ids.workspaceId, journeyId)))
        return refused("not_found");
      return { status: 200, body: { flow: await readJourneyFlow(ids) } };
    },
  }),
];

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
import { journeyFlow } from "@/lib/api/journey-flow";
import { isJourneyHere } from "@/server/commands/is-journey-here";
import {
  digestOf,
  readImportFile,
  type ReadRefusal,
} from "@/server/commands/read-import";
import { runImport, type Imported } from "@/server/commands/run-import";
import { undoImport } from "@/server/commands/undo-import";
import { refused } from "@/server/errors";
import {
  findImport,
  listImports,
  readJourneyFlow,
} from "@/server/queries/imports";
import { momentPlaceOf } from "@/server/queries/moment-cursor";
import { idempotencyKey } from "./idempotency-key";
import { readImportBody } from "./import-body";
import { pageLimit } from "./list-query";
import type { FieldProblem } from "./problem";
import { route, type Reply, type Route } from "./route";

const all = "/workspaces/{slug}/journeys/{journeyId}/imports" as const;
const one = `${all}/{importId}` as const;
const params = z.object({ journeyId: id });
const oneParams = params.extend({ importId: id });
const runsAtOnce = 20;

const query = z.strictObject({
  cursor: z.string().max(100).optional(),
  limit: pageLimit.default(runsAtOnce),
});

const streamed = { mediaTypes: ["application/octet-stream"] };

/** A place in a file, as the rows and columns of a spreadsheet are counted. */
const placeOf = (at: {
  readonly row: number | null;
  readonly column: number | null;
}) =>
  [
    ...(at.row === null ? [] : [`rows.${at.row}`]),
    ...(at.column === null ? [] : [`columns.${at.column}`]),
  ].join(".");

function refusalReply(
  result: ReadRefusal | Extract<Imported, { ok: false }>,
): Reply {
  const errors: FieldProblem[] = [];
  if ("fatal" in result)
    errors.push({ path: placeOf(result.fatal), code: result.fatal.code });
  if ("problems" in result)
    for (const problem of result.problems)
      errors.push({ path: placeOf(problem), code: problem.code });
  if ("gone" in result) {
    for (const key of result.gone.touchpoints)
      errors.push({ path: `settings.touchpoints.${key}`, code: "gone" });
    for (const segment of result.gone.personas)
      errors.push({ path: `settings.personas.${segment}`, code: "gone" });
  }
  if ("why" in result) errors.push({ path: "settings", code: result.why });
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

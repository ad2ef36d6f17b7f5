import * as z from "zod";
import { can } from "@/lib/access/can";
import { id } from "@/lib/api/fields";
import { fileInfo } from "@/lib/api/files";
import { removeFile } from "@/server/commands/remove-file";
import { uploadFile } from "@/server/commands/upload-file";
import { refused } from "@/server/errors";
import { downloadResponse } from "@/server/files/download";
import type { Upload } from "@/server/files/receive";
import { findFile } from "@/server/queries/files";
import { route, type Reply, type Route } from "./route";

const maxNameLength = 1_000;
const uploadQuery = z.strictObject({
  name: z.string().max(maxNameLength).default(""),
});
const streamed = {
  mediaTypes: [
    "image/png",
    "image/jpeg",
    "image/webp",
    "application/pdf",
    "application/octet-stream",
  ],
};
const one = "/workspaces/{slug}/files/{fileId}" as const;
const params = z.object({ fileId: id });

// What a page of another site can send without asking first, and no file comes as.
const formTypes =
  /^(multipart\/form-data|application\/x-www-form-urlencoded|text\/plain)\b/i;

function uploadOf(request: Request): Upload | null {
  if (formTypes.test(request.headers.get("content-type") ?? "")) return null;
  const length = request.headers.get("content-length");
  return {
    body: request.body,
    contentLength: length === null ? null : Number(length),
  };
}

async function take(
  caller: Parameters<typeof uploadFile>[0],
  ask: { request: Request; journeyId: string | null; name: string },
): Promise<Reply> {
  const upload = uploadOf(ask.request);
  if (!upload) return refused("wrong_type");
  const { journeyId, name } = ask;
  const result = await uploadFile(caller, { ...upload, journeyId, name });
  return result.ok ? { status: 201, body: result.file } : result;
}

/** Files: pictures and PDFs of maps, and pictures of personas. */
export const fileRoutes: Route[] = [
  route({
    method: "post",
    path: "/workspaces/{slug}/journeys/{journeyId}/files",
    who: "workspace",
    action: "file:create",
    summary: "Upload a picture or a PDF for a map: the body is the file",
    params: z.object({ journeyId: id }),
    query: uploadQuery,
    streamed,
    answers: { 201: fileInfo },
    handle: ({ caller, request, params: { journeyId }, query: { name } }) =>
      take(caller, { request, journeyId, name }),
  }),
  route({
    method: "post",
    path: "/workspaces/{slug}/files",
    who: "workspace",
    action: "file:create",
    summary: "Upload a picture that belongs to no map, such as a persona's",
    query: uploadQuery,
    streamed,
    answers: { 201: fileInfo },
    handle: ({ caller, request, query: { name } }) =>
      take(caller, { request, journeyId: null, name }),
  }),
  route({
    method: "get",
    path: one,
    who: "workspace",
    action: "file:read",
    summary: "Download a file",
    params,
    query: z.strictObject({
      size: z.enum(["whole", "thumb"]).default("whole"),
    }),
    answers: { 200: null, 304: null },
    handle: async ({
      workspace,
      actor,
      params: { fileId },
      query,
      request,
    }) => {
      const file = await findFile({ workspaceId: workspace.id, fileId });
      if (!file || !can(actor, "file:read", file)) return refused("not_found");
      const ifNoneMatch = request.headers.get("if-none-match");
      const options = { size: query.size, ifNoneMatch, noStore: false };
      return downloadResponse(file, options);
    },
  }),
  route({
    method: "delete",
    path: one,
    who: "workspace",
    action: "file:delete",
    summary: "Remove a file",
    params,
    answers: { 204: null },
    handle: async ({ caller, params: { fileId } }) => {
      const result = await removeFile(caller, fileId);
      return result.ok ? { status: 204 } : result;
    },
  }),
];

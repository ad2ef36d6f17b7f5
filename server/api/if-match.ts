import { refused, type Outcome } from "@/server/errors";
import { problem } from "./problem";
import type { Reply, RequestInfo } from "./route";

const entityTag = /^"?([1-9]\d{0,8})"?$/;

/** The version that a writer saw, out of `If-Match`. Without one a change could undo another unseen. */
export function seenVersion(
  request: Request,
): Outcome<{ version: number }, "precondition_required" | "invalid"> {
  const header = request.headers.get("if-match");
  if (header === null) return refused("precondition_required");
  const found = entityTag.exec(header.trim());
  return found ? { ok: true, version: Number(found[1]) } : refused("invalid");
}

/** The header that carries a row's version to its reader. */
const versionHeader = (version: number) => ({ ETag: `"${version}"` });

/** A row with the version that it has; not found where there is none. */
export function versioned(
  row: { readonly version: number } | null,
  status: 200 | 201 = 200,
): Reply {
  if (!row) return refused("not_found");
  return { status, body: row, headers: versionHeader(row.version) };
}

/** A 409 with the version that is there now, so that the writer can see both. */
export async function versionConflict(
  info: RequestInfo,
  current: { readonly version: number },
): Promise<Response> {
  const refusal = problem({
    code: "version_conflict",
    requestId: info.requestId,
    headers: versionHeader(current.version),
  });
  const body = { ...((await refusal.json()) as object), current };
  return new Response(JSON.stringify(body), refusal);
}

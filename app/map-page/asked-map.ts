import type { IncomingMessage } from "node:http";
import { id as idSchema } from "@/lib/api/fields";
import { isMapPath } from "@/lib/kept/keep";
import type { RouteParams } from "./page-route";

/** What a request for the page of a map asks for. */
export interface AskedMap {
  readonly params: RouteParams;
  readonly query: URLSearchParams;
  /** The framework's router asks for a part to show in the place of the page that is open. */
  readonly isByRouter: boolean;
}

/** The map that a request asks for; null where it asks for anything else. */
export function askedMap({
  method,
  url = "/",
  headers,
}: Pick<IncomingMessage, "method" | "url" | "headers">): AskedMap | null {
  if (method !== "GET" && method !== "HEAD") return null;
  const [path = "", query = ""] = url.split("?", 2);
  const [, , slug = "", , id = ""] = path.split("/");
  // What only looks like an id would be an error of the database.
  if (!isMapPath(path) || !idSchema.safeParse(id).success) return null;
  return {
    params: { slug, id },
    query: new URLSearchParams(query),
    isByRouter: headers.rsc !== undefined,
  };
}

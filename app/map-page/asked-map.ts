import type { IncomingMessage } from "node:http";
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
  if (!isMapPath(path)) return null;
  const [, , slug = "", , id = ""] = path.split("/");
  return {
    params: { slug, id },
    query: new URLSearchParams(query),
    isByRouter: headers.rsc !== undefined,
  };
}

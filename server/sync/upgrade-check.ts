import type { IncomingMessage } from "node:http";
import { isOwnOrigin, siteOf } from "@/server/http/site";

/** What somebody who wants a seat asks for. */
export interface Asked {
  readonly journeyId: string;
  /** The history of which they hold a copy. */
  readonly epoch: number | null;
  /** Whose copy it is. The credentials in a browser may have become someone else's meanwhile. */
  readonly userId: string | null;
}

/** A socket's address: `/sync/` and what should be a journey. */
export const isSyncUpgrade = (request: IncomingMessage): boolean =>
  (request.url ?? "").startsWith("/sync/");

export type UpgradeRefusal = 400 | 403 | 421;

/**
 * Whether an upgrade may become a socket at all. Browsers let any page open one to us with our cookies, so
 * the page's origin decides; a program has none and shows a bearer token instead.
 */
export function refusalOfUpgrade({
  headers,
  url = "",
}: IncomingMessage): UpgradeRefusal | null {
  if (!url.startsWith("/")) return 400;
  if (!siteOf(headers.host)) return 421;
  const { origin, authorization } = headers;
  if (origin === undefined)
    return /^bearer /i.test(authorization ?? "") ? null : 403;
  return isOwnOrigin(origin, headers.host) ? null : 403;
}

/** What the address of an upgrade asks for. A journey that cannot be one is none: it is looked up like any other. */
export function readUpgrade(
  url: string,
): Asked & { readonly hasExtension: boolean } {
  const [path = "", query = ""] = url.split("?", 2);
  const params = new URLSearchParams(query);
  const epoch = Number(params.get("epoch") ?? Number.NaN);
  return {
    journeyId: path.slice("/sync/".length),
    hasExtension: params.get("ext") === "1",
    epoch: Number.isInteger(epoch) ? epoch : null,
    userId: params.get("as"),
  };
}

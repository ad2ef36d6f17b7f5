import { randomUUID } from "node:crypto";
import { addressHeader } from "@/server/http/address";
import { siteOf } from "@/server/http/site";
import type { RequestInfo } from "./route";

const maxUserAgentLength = 300;

/** What a request says about itself, or null where its Host is none of ours. */
export function requestInfo(request: Request): RequestInfo | null {
  const site = siteOf(request.headers.get("host") ?? new URL(request.url).host);
  if (!site) return null;
  return {
    requestId: randomUUID(),
    ip: request.headers.get(addressHeader) ?? "",
    userAgent: (request.headers.get("user-agent") ?? "").slice(
      0,
      maxUserAgentLength,
    ),
    site,
  };
}

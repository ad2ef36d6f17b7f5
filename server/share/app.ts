import { randomUUID } from "node:crypto";
import { Hono, type Context } from "hono";
import { isId } from "@/lib/journey/ids";
import { problem } from "@/server/api/problem";
import { failure } from "@/server/api/serve";
import { downloadResponse } from "@/server/files/download";
import { addressHeader } from "@/server/http/address";
import { dataHeaders, linkHeaders } from "@/server/http/headers";
import { siteOf } from "@/server/http/site";
import type { Broadcasts } from "./broadcasts";
import type { OpenLink } from "./find-link";
import { knockWithToken } from "./knock-link";
import type { SharedFiles } from "./shared-files";
import { visitorCookie } from "./visitor";

type Opened =
  | { readonly link: OpenLink; readonly refusal: null }
  | { readonly link: null; readonly refusal: Response };

const refuse = (
  code: "not_found" | "gone" | "rate_limited" | "unavailable",
  retryAfterSeconds?: number,
): Response =>
  problem({
    code,
    requestId: randomUUID(),
    ...(retryAfterSeconds && {
      headers: { "retry-after": String(retryAfterSeconds) },
    }),
  });

async function open(c: Context): Promise<Opened> {
  const ip = c.req.header(addressHeader) ?? "";
  const found = await knockWithToken(c.req.param("token") ?? "", ip);
  switch (found.state) {
    case "open":
      return { link: found.link, refusal: null };
    case "limited":
      return {
        link: null,
        refusal: refuse("rate_limited", found.retryAfterSeconds),
      };
    case "expired":
      return { link: null, refusal: refuse("gone") };
    case "absent":
      return { link: null, refusal: refuse("not_found") };
  }
}

const busySeconds = 30;

async function live(c: Context, broadcasts: Broadcasts): Promise<Response> {
  const { link, refusal } = await open(c);
  if (!link) return refusal;
  const body = await broadcasts.open(link);
  if (!body) return refuse("unavailable", busySeconds);
  const site = siteOf(c.req.header("host"));
  return new Response(body, {
    headers: {
      ...(site && { "set-cookie": visitorCookie(site, link.id) }),
      "content-type": "text/event-stream; charset=utf-8",
      // A proxy that collects an answer before handing it on would keep the events.
      "x-accel-buffering": "no",
    },
  });
}

async function file(c: Context, files: SharedFiles): Promise<Response> {
  const { link, refusal } = await open(c);
  if (!link) return refusal;
  const fileId = c.req.param("fileId") ?? "";
  const found = isId(fileId) ? await files.find(link, fileId) : null;
  if (!found) return refuse("not_found");
  const size = c.req.query("size") === "thumb" ? "thumb" : "whole";
  return downloadResponse(found, { size, ifNoneMatch: null, noStore: true });
}

const linkOnly = { ...dataHeaders, ...linkHeaders };

/**
 * What a share link gives beside its page: the stream of its view, and the files that the view shows.
 * Everything is read-only; the page itself is Next's.
 */
export function createShareApp(
  broadcasts: Broadcasts,
  files: SharedFiles,
): Hono {
  const app = new Hono();
  app.use("*", async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(linkOnly))
      if (name in linkHeaders || !c.res.headers.has(name))
        c.res.headers.set(name, value);
  });
  app.get("/s/:token/live", (c) => live(c, broadcasts));
  app.get("/s/:token/files/:fileId", (c) => file(c, files));
  app.on(
    ["POST", "PUT", "PATCH", "DELETE"],
    ["/s/:token/live", "/s/:token/files/:fileId"],
    () =>
      problem({
        code: "method_not_allowed",
        requestId: randomUUID(),
        headers: { allow: "GET" },
      }),
  );
  app.notFound(() => refuse("not_found"));
  app.onError((error) => failure(error, randomUUID()));
  return app;
}

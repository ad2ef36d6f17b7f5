import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import { linkApp } from "@/server/api/link-app";
import { problem } from "@/server/api/problem";
import { wishDigest } from "@/server/commands/wish-digest";
import { stopNotices } from "@/server/commands/wish-notices";
import { addressHeader } from "@/server/http/address";
import { knockToStop } from "./knock-stop";

/**
 * Stops a mail. A mail program asks by itself (RFC 8058) and is answered at once, without being led elsewhere;
 * the form of our page says so in its address and is led back to the page. What is in the body does not matter:
 * the address is the whole of the request, and no cookie is looked at.
 */
async function stop(c: Context): Promise<Response> {
  const token = c.req.param("token") ?? "";
  const ip = c.req.header(addressHeader) ?? "";
  const found = await knockToStop(token, ip);
  const requestId = randomUUID();
  if (found.state === "limited")
    return problem({
      code: "rate_limited",
      requestId,
      headers: { "retry-after": String(found.retryAfterSeconds) },
    });
  if (found.state === "absent")
    return problem({ code: "not_found", requestId });
  const from = c.req.query("from");
  const { mails } = found;
  const isStopped = from !== "start";
  if (mails.of === "digest") await wishDigest(mails, isStopped);
  else await stopNotices(mails, isStopped);
  if (from === undefined) return new Response(null, { status: 200 });
  return new Response(null, {
    status: 303,
    headers: { location: `/u/${token}` },
  });
}

/** What the stop link of a mail does; the page about it is Next's. */
export const createStopApp = () => linkApp("/u/:token", stop);

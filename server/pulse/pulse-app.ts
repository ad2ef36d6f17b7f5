import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import { pulseAnswer } from "@/lib/api/pulses";
import { stepOf, stepPath, type FormProblem } from "@/lib/pulse/steps";
import { linkApp } from "@/server/api/link-app";
import { problem } from "@/server/api/problem";
import { readBytes } from "@/server/api/read-body";
import { answerPulse } from "@/server/commands/answer-pulse";
import { addressHeader } from "@/server/http/address";
import { pulseActor } from "./find-pulse";
import { knockAtPulse } from "./knock-pulse";

/** A comment of letters that each take twelve characters in a form, and the rest of it. */
const mostBytes = 16 * 1024;

const isForm = (type: string | null) =>
  /^application\/x-www-form-urlencoded\s*(;\s*charset=utf-8\s*)?$/i.test(
    type ?? "",
  );

async function formOf(request: Request): Promise<URLSearchParams | null> {
  if (!isForm(request.headers.get("content-type"))) return null;
  const bytes = await readBytes(request, mostBytes);
  return bytes && new URLSearchParams(new TextDecoder().decode(bytes));
}

/** The answer in a form, or null where it holds none; browsers send lines that end with both signs. */
function answerOf(form: URLSearchParams) {
  const parsed = pulseAnswer.safeParse({
    touchpointId: form.get("touchpointId"),
    key: form.get("key"),
    face: Number(form.get("face")),
    comment: (form.get("comment") ?? "").replaceAll("\r\n", "\n"),
  });
  return parsed.success ? parsed.data : null;
}

const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location } });

/**
 * Takes an answer from a page whose script did not run, and leads to the next question. No cookie is looked at and
 * none is set: whoever has the link may answer, from whatever page.
 */
async function take(c: Context): Promise<Response> {
  const token = c.req.param("token") ?? "";
  const ip = c.req.header(addressHeader) ?? "";
  const found = await knockAtPulse(token, ip);
  const requestId = randomUUID();
  if (found.state === "limited")
    return problem({
      code: "rate_limited",
      requestId,
      headers: { "retry-after": String(found.retryAfterSeconds) },
    });
  // The page says it in words.
  if (found.state !== "open") return seeOther(`/q/${token}`);
  const form = await formOf(c.req.raw);
  const step = stepOf(Object.fromEntries(form ?? []));
  const back = (why: FormProblem) =>
    seeOther(stepPath(token, { ...step, problem: why }));
  const answer = form && answerOf(form);
  if (!answer) return back("invalid");
  const actor = pulseActor(found.pulse);
  const reply = { ...answer, pulseId: actor.pulseId };
  const result = await answerPulse({ actor, ip }, reply);
  if (result.ok)
    return seeOther(
      stepPath(token, { ...step, at: step.at + 1, problem: null }),
    );
  switch (result.reason) {
    case "rate_limited":
      return back("rate_limited");
    case "gone":
    case "not_found":
      return back("gone");
    default:
      return back("invalid");
  }
}

/** What the form of a pulse does; its page is Next's. */
export const createPulseApp = () => linkApp("/q/:token", take);

import nextAuth from "next-auth";
import * as z from "zod";
import { email, password } from "@/lib/api/account";
import { safePath } from "@/lib/access/safe-path";
import { fieldProblems, problem } from "@/server/api/problem";
import { readBody } from "@/server/api/read-body";
import { requestInfo } from "@/server/api/request-info";
import type { RequestInfo } from "@/server/api/route";
import { failure } from "@/server/api/serve";
import { dataHeaders } from "@/server/http/headers";
import { isCrossSite } from "@/server/http/site";
import { cookiePolicy, parseCookies, setCookie } from "./cookies";
import { identify } from "./identify";
import { knownBrowserMaxAgeSeconds, newKnownBrowser } from "./known-browser";
import { authOptions, type Authorize } from "./options";
import { endSession } from "./sessions";
import { signIn, type SignedIn } from "./sign-in";

// next-auth believes a forwarded host only when told to; we hand it the one we have checked.
// oxlint-disable-next-line node/no-process-env -- next-auth takes this from nowhere else; nothing is read
process.env.AUTH_TRUST_HOST = "true";

const credentials = z.object({ email, password });
const maxFormBytes = 64 * 1024;

/** The parts of next-auth that are open: `method action`. */
const open = new Set([
  "GET csrf",
  "GET session",
  "GET signin",
  "GET signout",
  "GET error",
  "POST session",
  "POST signout",
  "POST callback",
]);

type Form = Readonly<Record<string, unknown>>;

/** A form as browsers and fetch send it: nothing in it but texts, apart from the update's `data`. */
async function readForm(request: Request): Promise<Form | null> {
  if (request.method !== "POST") return {};
  const type = request.headers.get("content-type") ?? "";
  if (type.startsWith("application/x-www-form-urlencoded")) {
    const text = await request.text();
    if (text.length > maxFormBytes) return null;
    return Object.fromEntries(new URLSearchParams(text));
  }
  const body = await readBody(request);
  if (!body.ok) return null;
  return (
    z.record(z.string(), z.unknown()).safeParse(body.value ?? {}).data ?? null
  );
}

/** Plays the two objects that next-auth was written for. */
class Answer {
  readonly headers = new Headers();
  private code = 200;
  private text: string | null = null;

  status(code: number): this {
    this.code = code;
    return this;
  }
  getHeader(name: string): string[] | undefined {
    return name.toLowerCase() === "set-cookie"
      ? this.headers.getSetCookie()
      : undefined;
  }
  setHeader(name: string, value: string | string[]): this {
    this.headers.delete(name);
    for (const one of [value].flat()) this.headers.append(name, one);
    return this;
  }
  json(body: unknown): void {
    this.headers.set("content-type", "application/json");
    this.text = JSON.stringify(body);
  }
  send(body: unknown): void {
    if (typeof body === "string") this.text = body;
    else if (body !== undefined) this.json(body);
  }
  end(): void {
    this.text ??= null;
  }
  toResponse(): Response {
    return new Response(this.text, {
      status: this.code,
      headers: this.headers,
    });
  }
}

interface Asked {
  readonly request: Request;
  readonly info: RequestInfo;
  readonly form: Form;
}

const textOf = (value: unknown) => (typeof value === "string" ? value : null);

/** next-auth writes its cookies percent-encoded; what does not decode is none of them. */
function decodeCookies(
  cookies: Record<string, string>,
): Record<string, string> {
  const entries = Object.entries(cookies).flatMap(([name, value]) => {
    try {
      return [[name, decodeURIComponent(value)] as const];
    } catch {
      return [];
    }
  });
  return Object.fromEntries(entries);
}

async function runNextAuth(
  asked: Asked,
  authorize: Authorize,
): Promise<Response> {
  const { request, info, form } = asked;
  const url = new URL(request.url);
  const { protocol, host } = new URL(info.site.origin);
  const cookies = parseCookies(request.headers.get("cookie") ?? undefined);
  const body = {
    ...form,
    callbackUrl: safePath(textOf(form.callbackUrl)),
  };
  const answer = new Answer();
  await nextAuth(
    {
      query: { nextauth: url.pathname.split("/").slice(3) },
      body,
      cookies: decodeCookies(cookies),
      headers: {
        "x-forwarded-host": host,
        "x-forwarded-proto": protocol.replace(":", ""),
      },
      method: request.method,
    } as never,
    answer as never,
    authOptions(info.site, authorize),
  );
  return answer.toResponse();
}

/** What a refused sign-in is told: the same for a wrong password and an unknown address. */
function refusal(info: RequestInfo, outcome: Exclude<SignedIn, { ok: true }>) {
  const { requestId } = info;
  if (outcome.reason === "wrong_credentials")
    return problem({ code: outcome.reason, requestId });
  const headers = { "retry-after": String(outcome.retryAfterSeconds) };
  return problem({ code: outcome.reason, requestId, headers });
}

async function signInByForm(asked: Asked): Promise<Response> {
  const { info, request, form } = asked;
  const typed = credentials.safeParse(form);
  if (!typed.success)
    return problem({
      code: "invalid",
      requestId: info.requestId,
      errors: fieldProblems(typed.error),
    });
  const policy = cookiePolicy(info.site);
  const cookies = parseCookies(request.headers.get("cookie") ?? undefined);
  const before = await identify({ headers: request.headers });
  let outcome: SignedIn | undefined;
  const response = await runNextAuth(asked, async () => {
    outcome = await signIn({
      ...typed.data,
      device: info,
      known: cookies[policy.knownName],
    });
    return outcome.ok ? outcome : null;
  });
  // next-auth did not ask us: its own form token was missing or from another visit.
  if (!outcome)
    return problem({ code: "sign_in_expired", requestId: info.requestId });
  if (!outcome.ok) return refusal(info, outcome);
  // Signing in gives a new session; the one before must not live on beside it.
  if (before?.kind === "user") await endSession(before);
  const known = setCookie(policy.knownName, newKnownBrowser(typed.data.email), {
    isSecure: policy.isSecure,
    maxAgeSeconds: knownBrowserMaxAgeSeconds,
  });
  response.headers.append("set-cookie", known);
  return response;
}

async function route(request: Request, info: RequestInfo): Promise<Response> {
  const { requestId } = info;
  if (isCrossSite(request.headers, request.method))
    return problem({ code: "cross_site", requestId });
  const action = new URL(request.url).pathname.split("/")[3] ?? "";
  if (!open.has(`${request.method} ${action}`))
    return problem({ code: "not_found", requestId });
  const form = await readForm(request);
  if (!form) return problem({ code: "invalid", requestId });
  const asked = { request, info, form };
  if (action === "callback") return signInByForm(asked);
  if (action === "session") {
    const identity = await identify({ headers: request.headers });
    // A cookie whose row is gone is worth nothing, also not a new cookie.
    if (identity?.kind !== "user") return Response.json({});
  }
  return runNextAuth(asked, async () => null);
}

/** Everything below /api/auth. */
export async function handleAuth(request: Request): Promise<Response> {
  const info = requestInfo(request);
  if (!info)
    return problem({ code: "misdirected", requestId: crypto.randomUUID() });
  const response = await route(request, info).catch((error: unknown) =>
    failure(error, info.requestId),
  );
  for (const [name, value] of Object.entries(dataHeaders))
    if (!response.headers.has(name)) response.headers.set(name, value);
  response.headers.set("cache-control", "private, no-store");
  response.headers.set("x-request-id", info.requestId);
  return response;
}

import type { Context } from "hono";
import { AppError, problemStatus, type ProblemCode } from "@/server/errors";
import { logger } from "@/server/logger";
import { recordDenial } from "./denials";
import { knock, type Knock } from "./knock";
import { fieldProblems, problem, type FieldProblem } from "./problem";
import { readBody } from "./read-body";
import { requestInfo } from "./request-info";
import { tokenLimit } from "./token-limit";
import type { Reply, RequestInfo, Route } from "./route";

type Parsed =
  | {
      readonly ok: true;
      readonly params: unknown;
      readonly query: unknown;
      readonly body: unknown;
    }
  | {
      readonly ok: false;
      readonly reason: ProblemCode;
      readonly errors?: readonly FieldProblem[];
    };

const hasNul = (values: Record<string, string>) =>
  Object.values(values).some((value) => value.includes("\0"));

function queryOf(url: URL): Record<string, string> | null {
  const query: Record<string, string> = {};
  for (const [key, value] of url.searchParams) {
    if (Object.hasOwn(query, key)) return null;
    query[key] = value;
  }
  return query;
}

const invalid = (errors: readonly FieldProblem[]): Parsed => ({
  ok: false,
  reason: specificReason(errors) ?? "invalid",
  errors,
});

/** A field's own code where it is a problem of its own, such as `password_common`. */
function specificReason(errors: readonly FieldProblem[]): ProblemCode | null {
  const found = errors.find(({ code }) => Object.hasOwn(problemStatus, code));
  return found ? (found.code as ProblemCode) : null;
}

async function parse(route: Route, c: Context): Promise<Parsed> {
  const given = c.req.param() as Record<string, string>;
  if (hasNul(given)) return { ok: false, reason: "not_found" };
  // An id that cannot be one leads nowhere, like one that is not there.
  const params = route.params?.safeParse(
    Object.fromEntries(Object.entries(given).filter(([key]) => key !== "slug")),
  );
  if (params && !params.success) return { ok: false, reason: "not_found" };
  const search = queryOf(new URL(c.req.url));
  if (!search || hasNul(search)) return invalid([]);
  const query = route.query?.safeParse(search);
  if (query && !query.success) return invalid(fieldProblems(query.error));
  const rest = { ok: true, params: params?.data, query: query?.data } as const;
  if (!route.body) return { ...rest, body: undefined };
  const body = await readBody(c.req.raw);
  if (!body.ok)
    return body.why
      ? { ...body, errors: [{ path: "", code: body.why }] }
      : body;
  const parsed = route.body.safeParse(body.value);
  return parsed.success
    ? { ...rest, body: parsed.data }
    : invalid(fieldProblems(parsed.error));
}

function toHeaders(
  given: Readonly<Record<string, string | readonly string[]>> = {},
): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given))
    for (const one of [value].flat()) headers.append(name, one);
  return headers;
}

/** Only keys of the declared shape leave; an answer that does not fit it is a mistake of ours. */
function toResponse(route: Route, reply: Reply, info: RequestInfo): Response {
  if (reply instanceof Response) return reply;
  if ("reason" in reply)
    return problem({
      code: reply.reason,
      requestId: info.requestId,
      errors: reply.errors,
      ...(reply.retryAfterSeconds && {
        headers: { "retry-after": String(reply.retryAfterSeconds) },
      }),
    });
  const headers = toHeaders(reply.headers);
  const shape = route.answers[reply.status];
  if (shape === undefined)
    throw new AppError("impossible", `${route.path} answers ${reply.status}`);
  if (shape === null)
    return new Response(null, { status: reply.status, headers });
  headers.set("content-type", "application/json");
  return new Response(JSON.stringify(shape.parse(reply.body)), {
    status: reply.status,
    headers,
  });
}

async function answer(
  route: Route,
  c: Context,
  info: RequestInfo,
): Promise<Response> {
  const known: Knock = await knock(route, c.req.raw, c.req.param("slug"));
  const { actor } = known;
  const caller = { actor, ip: info.ip };
  if (!known.opens) {
    const { reason, workspaceId, retryAfterSeconds } = known;
    // A pulse that is closed turns nobody away who was not asked.
    const isDenial = reason !== "rate_limited" && reason !== "gone";
    if (isDenial) await recordDenial({ caller, route, workspaceId });
    return toResponse(route, { ok: false, reason, retryAfterSeconds }, info);
  }
  const limited = await tokenLimit(known.identity);
  if (limited) return toResponse(route, limited, info);
  const parsed = await parse(route, c);
  if (!parsed.ok) return toResponse(route, parsed, info);
  const { identity, standing, person, pulse } = known;
  const reply = await route.handle({
    ...parsed,
    ...standing,
    identity,
    person,
    pulse,
    caller,
    info,
    request: c.req.raw,
  } as never);
  if (!(reply instanceof Response) && "reason" in reply) {
    const isDenial = ["forbidden", "unauthenticated"].includes(reply.reason);
    const workspaceId = standing?.workspace.id ?? null;
    if (isDenial) await recordDenial({ caller, route, workspaceId });
  }
  return toResponse(route, reply, info);
}

const retryAfterSeconds = "5";
const connectionTrouble =
  /^(08|53|57P|ECONN|ETIMEDOUT|EPIPE|P1001|P1002|P1008|P1017|P2024)/;
/**
 * No turn for a transaction came in time, and nothing was done. One that ran for too long has the same code, P2028, and
 * would not be any shorter the next time.
 */
const noTurn =
  /timeout exceeded when trying to connect|Connection terminated|Unable to start a transaction/;

function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === "string" && connectionTrouble.test(code)) return true;
  return noTurn.test(error.message);
}

/** The one place where something unexpected becomes an answer, without a word of what it was. */
export function failure(error: unknown, requestId: string): Response {
  if (error instanceof AppError && Object.hasOwn(problemStatus, error.code))
    return problem({ code: error.code as ProblemCode, requestId });
  if (isDatabaseGone(error)) {
    logger().error({ err: error, requestId }, "database unavailable");
    return problem({
      code: "unavailable",
      requestId,
      headers: { "retry-after": retryAfterSeconds },
    });
  }
  logger().error({ err: error, requestId }, "request failed");
  return problem({ code: "internal", requestId });
}

/** The way of every request through a route: who, whether, what, then the work. */
export const serve =
  (route: Route) =>
  async (c: Context): Promise<Response> => {
    const info = requestInfo(c.req.raw);
    if (!info)
      return problem({ code: "misdirected", requestId: crypto.randomUUID() });
    const response = await answer(route, c, info).catch((error: unknown) =>
      failure(error, info.requestId),
    );
    response.headers.set("x-request-id", info.requestId);
    return response;
  };

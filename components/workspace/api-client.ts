/** One complaint about one field of what was sent. */
export interface FieldProblem {
  path: string;
  code: string;
}

/** Why a request was turned down: the key of a sentence in the "errors" messages. */
export interface Problem {
  code: string;
  status: number;
  requestId: string | null;
  fields: FieldProblem[];
  /** What is there now, where someone else was faster. */
  current?: unknown;
}

export type ApiResult<Data> =
  | { ok: true; data: Data; etag: string | null }
  | { ok: false; problem: Problem };

export interface ApiRequest {
  method?: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  body?: unknown;
  /** The version that a change is made to; another one in between is a `version_conflict`. */
  ifMatch?: string | number;
  /** The same key twice does it once. */
  idempotencyKey?: string;
  /** The secret of a personal link; without it the session of the browser counts. */
  secret?: string;
  signal?: AbortSignal;
}

/** No answer came, or could come. */
export const noConnection: Problem = {
  code: "no_connection",
  status: 0,
  requestId: null,
  fields: [],
};

function toProblem(status: number, body: unknown): Problem {
  const said = (
    typeof body === "object" && body !== null ? body : {}
  ) as Record<string, unknown>;
  return {
    code: typeof said.code === "string" ? said.code : "internal",
    status,
    requestId: typeof said.requestId === "string" ? said.requestId : null,
    fields: Array.isArray(said.errors) ? (said.errors as FieldProblem[]) : [],
    current: said.current,
  };
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function headersOf({
  body,
  ifMatch,
  idempotencyKey,
  secret,
}: ApiRequest): Record<string, string> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (ifMatch !== undefined) headers["If-Match"] = `"${ifMatch}"`;
  if (idempotencyKey !== undefined) headers["Idempotency-Key"] = idempotencyKey;
  if (secret !== undefined) headers.Authorization = `Bearer ${secret}`;
  return headers;
}

/** Asks the product's own API, the same that programs use. A refusal is a value, never an exception. */
export async function api<Data = unknown>(
  path: string,
  request: ApiRequest = {},
): Promise<ApiResult<Data>> {
  try {
    const response = await fetch(`/api/v1${path}`, {
      method: request.method ?? "GET",
      headers: headersOf(request),
      body:
        request.body === undefined ? undefined : JSON.stringify(request.body),
      signal: request.signal,
      credentials: "same-origin",
    });
    const body = await readJson(response);
    if (!response.ok)
      return { ok: false, problem: toProblem(response.status, body) };
    return { ok: true, data: body as Data, etag: response.headers.get("ETag") };
  } catch {
    return { ok: false, problem: noConnection };
  }
}

/** Sends a file as it is; the server looks at its bytes and not at its name. */
export async function upload<Data>(
  path: string,
  file: File,
  signal?: AbortSignal,
): Promise<ApiResult<Data>> {
  try {
    const name = encodeURIComponent(file.name);
    const response = await fetch(`/api/v1${path}?name=${name}`, {
      method: "POST",
      headers: {
        Accept: "application/json",
        "Content-Type": file.type || "application/octet-stream",
      },
      body: file,
      signal: signal ?? null,
      credentials: "same-origin",
    });
    const body = await readJson(response);
    if (!response.ok)
      return { ok: false, problem: toProblem(response.status, body) };
    return { ok: true, data: body as Data, etag: null };
  } catch {
    return { ok: false, problem: noConnection };
  }
}

import type { ApiResult, Problem } from "@/components/workspace/api-client";

interface FileRequest {
  readonly path: string;
  /** Goes before the file, in a line of its own. */
  readonly head: unknown;
  readonly file: Blob;
  readonly idempotencyKey?: string;
  /** How much of it has left, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

const noConnection: Problem = {
  code: "no_connection",
  status: 0,
  requestId: null,
  fields: [],
};

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

/** Sends a file with what is decided about it. By the older kind of request, the only one that tells how far it is. */
export function sendFile<Data>(request: FileRequest): Promise<ApiResult<Data>> {
  const { path, head, file, idempotencyKey, onProgress, signal } = request;
  return new Promise((resolve) => {
    const sending = new XMLHttpRequest();
    const fail = () => resolve({ ok: false, problem: noConnection });
    sending.open("POST", `/api/v1${path}`);
    sending.setRequestHeader("Accept", "application/json");
    sending.setRequestHeader("Content-Type", "application/octet-stream");
    if (idempotencyKey !== undefined)
      sending.setRequestHeader("Idempotency-Key", idempotencyKey);
    sending.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    sending.addEventListener("load", () => {
      const { status, responseText } = sending;
      const body = parsed(responseText);
      if (status >= 200 && status < 300)
        resolve({ ok: true, data: body as Data, etag: null });
      else resolve({ ok: false, problem: problemOf(status, body) });
    });
    sending.addEventListener("error", fail);
    sending.addEventListener("abort", fail);
    signal.addEventListener("abort", () => sending.abort(), { once: true });
    sending.send(new Blob([`${JSON.stringify(head)}\n`, file]));
  });
}

function problemOf(status: number, body: Record<string, unknown>): Problem {
  const { code, requestId, errors } = body;
  return {
    code: typeof code === "string" ? code : "internal",
    status,
    requestId: typeof requestId === "string" ? requestId : null,
    fields: Array.isArray(errors) ? (errors as Problem["fields"]) : [],
  };
}

import type { ApiResult } from "@/components/workspace/api-client";

interface UploadRequest {
  /** Below /api/v1. */
  readonly path: string;
  readonly file: File;
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a file and tells how far it is, which fetch cannot. A refusal is a value, as everywhere in the API. */
export function uploadFile<Data>(
  request: UploadRequest,
): Promise<ApiResult<Data>> {
  const { path, file, onProgress, signal } = request;
  return new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    const fail = () =>
      resolve({
        ok: false,
        problem: {
          code: "no_connection",
          status: 0,
          requestId: null,
          fields: [],
        },
      });
    const name = encodeURIComponent(file.name);
    xhr.open("POST", `/api/v1${path}?name=${name}`);
    xhr.setRequestHeader("Accept", "application/json");
    xhr.setRequestHeader(
      "Content-Type",
      file.type || "application/octet-stream",
    );
    xhr.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    );
    xhr.addEventListener("load", () => resolve(answerOf<Data>(xhr)));
    xhr.addEventListener("error", fail);
    xhr.addEventListener("abort", fail);
    signal.addEventListener("abort", () => xhr.abort());
    xhr.send(file);
  });
}

function answerOf<Data>({
  status,
  responseText,
}: XMLHttpRequest): ApiResult<Data> {
  const body = parse(responseText);
  if (status >= 200 && status < 300)
    return { ok: true, data: body as Data, etag: null };
  const said = (
    typeof body === "object" && body !== null ? body : {}
  ) as Record<string, unknown>;
  return {
    ok: false,
    problem: {
      code: typeof said.code === "string" ? said.code : "internal",
      status,
      requestId: typeof said.requestId === "string" ? said.requestId : null,
      fields: [],
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

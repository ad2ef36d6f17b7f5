import type { ApiResult, Problem } from "../api-client";

const noConnection: Problem = {
  code: "no_connection",
  status: 0,
  requestId: null,
  fields: [],
};

interface RefusalBody {
  code?: string;
  requestId?: string;
}

/**
 * Signs in with address and password. Not part of the API: sessions are next-auth's, whose form
 * wants a token of its own against other sites.
 */
export async function signIn(
  email: string,
  password: string,
): Promise<ApiResult<null>> {
  try {
    const csrf = (await (await fetch("/api/auth/csrf")).json()) as {
      csrfToken: string;
    };
    const response = await fetch("/api/auth/callback/credentials", {
      method: "POST",
      body: new URLSearchParams({
        csrfToken: csrf.csrfToken,
        email,
        password,
        json: "true",
      }),
    });
    if (response.ok) return { ok: true, data: null, etag: null };
    const body = (await response.json()) as RefusalBody;
    const { code = "internal", requestId = null } = body;
    return {
      ok: false,
      problem: { code, requestId, status: response.status, fields: [] },
    };
  } catch {
    return { ok: false, problem: noConnection };
  }
}

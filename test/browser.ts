import { handleAuth } from "@/server/auth/handler";
import { addressHeader } from "@/server/http/address";
import type { TestApp } from "./app";

const host = "localhost:3000";

export interface BrowserOptions {
  /** The address that its connections come from. */
  readonly ip?: string;
  readonly host?: string;
  readonly scheme?: "http" | "https";
}

/** A browser without a screen: keeps cookies and says where its requests come from. */
export interface Browser {
  readonly cookies: Map<string, string>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  send(method: string, path: string, body?: unknown): Promise<Response>;
  /** Signs in through next-auth's form, as the page does. */
  signIn(email: string, password: string): Promise<Response>;
}

function keepCookies(jar: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = "", ...attributes] = line.split("; ");
    const at = pair.indexOf("=");
    const name = pair.slice(0, at);
    const isGone = attributes.some(
      (attribute) =>
        /^max-age=0$/i.test(attribute) ||
        (/^expires=/i.test(attribute) &&
          Date.parse(attribute.slice(8)) <= Date.now()),
    );
    if (isGone) jar.delete(name);
    else jar.set(name, pair.slice(at + 1));
  }
}

/** Opens a browser on the app under test; what lies below /api/auth is next-auth's. */
export function openBrowser(
  app: TestApp,
  options: BrowserOptions = {},
): Browser {
  const jar = new Map<string, string>();
  const at = options.host ?? host;
  const ip = options.ip ?? "192.0.2.7";
  const origin = `${options.scheme ?? "http"}://${at}`;

  async function fetch(
    path: string,
    init: RequestInit = {},
  ): Promise<Response> {
    const headers = new Headers({
      host: at,
      origin,
      "sec-fetch-site": "same-origin",
      "user-agent": "Test browser",
      cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
      ...Object.fromEntries(new Headers(init.headers)),
    });
    const response = path.startsWith("/api/auth")
      ? await handleAuth(
          new Request(`http://${at}${path}`, {
            ...init,
            headers: { ...Object.fromEntries(headers), [addressHeader]: ip },
          }),
        )
      : await app.request(path, { ...init, headers }, ip);
    keepCookies(jar, response);
    return response;
  }

  const send = (method: string, path: string, body?: unknown) =>
    fetch(path, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { "content-type": "application/json" },
      }),
    });

  return {
    cookies: jar,
    fetch,
    send,
    async signIn(email, password) {
      const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as {
        csrfToken: string;
      };
      return send("POST", "/api/auth/callback/credentials", {
        csrfToken,
        email,
        password,
        json: "true",
      });
    },
  };
}

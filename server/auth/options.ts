import type { NextAuthOptions, Session } from "next-auth";
import { safePath } from "@/lib/access/safe-path";
import { env } from "@/server/env";
import type { Site } from "@/server/http/site";
import { logger } from "@/server/logger";
import { cookiePolicy, sessionMaxAgeSeconds } from "./cookies";
import { openSession, sealSession } from "./session-token";
import { endSession } from "./sessions";

/** Checks what was typed; null is no. */
export type Authorize = () => Promise<{
  readonly userId: string;
  readonly sessionId: string;
} | null>;

const text = (value: unknown) => (typeof value === "string" ? value : "");

function cookies(site: Site): NextAuthOptions["cookies"] {
  const policy = cookiePolicy(site);
  const options = {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: policy.isSecure,
  } as const;
  return {
    sessionToken: { name: policy.sessionName, options },
    csrfToken: { name: policy.csrfName, options },
    callbackUrl: { name: policy.callbackName, options },
  };
}

/** Stays in this app whatever a form or an address asked for. */
function redirect({ url, baseUrl }: { url: string; baseUrl: string }): string {
  const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
  return baseUrl + safePath(path);
}

/**
 * next-auth, reduced to what it is needed for: a form that is safe against other sites, and a sealed
 * cookie. The cookie holds two ids; what a client sends to change a session changes nothing.
 */
export function authOptions(site: Site, authorize: Authorize): NextAuthOptions {
  return {
    secret: env.AUTH_SECRET,
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    session: { strategy: "jwt", maxAge: sessionMaxAgeSeconds },
    useSecureCookies: cookiePolicy(site).isSecure,
    cookies: cookies(site),
    providers: [
      {
        id: "credentials",
        type: "credentials",
        name: "credentials",
        credentials: {},
        options: {},
        authorize: async () => {
          const session = await authorize();
          if (!session) return null;
          return { id: session.userId, sessionId: session.sessionId };
        },
      },
    ],
    jwt: {
      encode: ({ token }) =>
        sealSession({ userId: text(token?.sub), sessionId: text(token?.sid) }),
      decode: async ({ token }) => {
        const pointer = token ? await openSession(token) : null;
        return pointer && { sub: pointer.userId, sid: pointer.sessionId };
      },
    },
    callbacks: {
      redirect,
      // Set once, by the server, at sign-in; never from what a session update brings.
      jwt: ({ token, user }) =>
        user && "sessionId" in user
          ? { sub: user.id, sid: text(user.sessionId) }
          : { sub: token.sub, sid: token.sid },
      session: ({ session, token }) => ({
        expires: session.expires,
        user: { id: token.sub } as Session["user"],
      }),
    },
    events: {
      signOut: async ({ token }) => {
        const { sub, sid } = token ?? {};
        await endSession({ userId: text(sub), sessionId: text(sid) });
      },
    },
    logger: {
      error: (code) => logger().warn({ code }, "next-auth"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

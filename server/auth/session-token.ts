import * as z from "zod";
import { decode, encode } from "next-auth/jwt";
import { env } from "@/server/env";
import { sessionMaxAgeSeconds } from "./cookies";

const claims = z.object({ sub: z.uuid(), sid: z.uuid() });

/** All that the cookie says: which session row, and whose it was. Never a role, a name or an address. */
export interface SessionPointer {
  readonly userId: string;
  readonly sessionId: string;
}

/** The cookie's value for a session row, sealed. */
export const sealSession = (pointer: SessionPointer): Promise<string> =>
  encode({
    token: { sub: pointer.userId, sid: pointer.sessionId },
    secret: env.AUTH_SECRET,
    maxAge: sessionMaxAgeSeconds,
  });

/** What a cookie's value points to, or null where it is not ours, altered or expired. */
export async function openSession(
  value: string,
): Promise<SessionPointer | null> {
  try {
    const token = await decode({ token: value, secret: env.AUTH_SECRET });
    const parsed = claims.safeParse(token);
    if (!parsed.success) return null;
    return { userId: parsed.data.sub, sessionId: parsed.data.sid };
  } catch {
    // Anything that does not decrypt and verify is no session; why is of no use to a caller.
    return null;
  }
}

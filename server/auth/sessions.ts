import { announceAccessChange } from "@/server/access-changes";
import { prisma, type Database, type Transaction } from "@/server/db/prisma";
import type { Site } from "@/server/http/site";
import { cookiePolicy, sessionMaxAgeSeconds, setCookie } from "./cookies";
import { sealSession } from "./session-token";

/** The device that signs in, for the person's own list of sessions. */
export interface Device {
  readonly ip: string;
  readonly userAgent: string;
}

/** Starts a session: a row that the cookie will point to. */
export async function startSession(
  userId: string,
  device: Device,
  through: Database | Transaction = prisma(),
): Promise<string> {
  const { id } = await through.session.create({
    data: { userId, ip: device.ip, userAgent: device.userAgent },
  });
  return id;
}

/** The `Set-Cookie` value that signs a browser in. */
export async function sessionCookie(
  site: Site,
  session: { userId: string; sessionId: string },
): Promise<string> {
  const { sessionName, isSecure } = cookiePolicy(site);
  return setCookie(sessionName, await sealSession(session), {
    isSecure,
    maxAgeSeconds: sessionMaxAgeSeconds,
  });
}

/** Headers of an answer that signs a browser out and clears what it keeps of us. */
export function signOutHeaders(
  site: Site,
): Record<string, string | readonly string[]> {
  const { sessionName, isSecure } = cookiePolicy(site);
  return {
    "set-cookie": setCookie(sessionName, "", { isSecure, maxAgeSeconds: 0 }),
    "clear-site-data": '"cache", "storage"',
  };
}

/** Ends one session now, on every node, with its sockets. */
export async function endSession(of: {
  userId: string;
  sessionId: string;
}): Promise<boolean> {
  const { count } = await prisma().session.updateMany({
    where: { id: of.sessionId, userId: of.userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  if (count === 1)
    announceAccessChange({ kind: "ended", filter: of, code: 4401 });
  return count === 1;
}

/** Ends all sessions of a person, or all but the one that asks. */
export async function endSessions(of: {
  userId: string;
  except: string | null;
}): Promise<void> {
  const ended = await prisma().session.updateManyAndReturn({
    where: {
      userId: of.userId,
      revokedAt: null,
      ...(of.except && { id: { not: of.except } }),
    },
    data: { revokedAt: new Date() },
    select: { id: true },
  });
  for (const { id } of ended)
    announceAccessChange({
      kind: "ended",
      filter: { userId: of.userId, sessionId: id },
      code: 4401,
    });
}

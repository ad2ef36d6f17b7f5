import { prisma } from "@/server/db/prisma";

interface Stranded {
  readonly journeyId: string;
  readonly userId: string;
}

interface Untold {
  readonly what: string;
  /** What the socket is closed with. */
  readonly code: number;
  readonly change: (of: Stranded) => Promise<unknown>;
}

const now = () => new Date();

/** What rows say from one moment to the next and no message tells: as where Redis is away, or a message got lost. */
export const untold: readonly Untold[] = [
  {
    what: "a role that was taken",
    code: 4501,
    change: ({ userId }) =>
      prisma().membership.updateMany({
        where: { userId },
        data: { role: "viewer" },
      }),
  },
  {
    what: "a membership that ended",
    code: 4403,
    change: ({ userId }) =>
      prisma().membership.deleteMany({ where: { userId } }),
  },
  {
    what: "a session that ended",
    code: 4401,
    change: ({ userId }) =>
      prisma().session.updateMany({
        where: { userId },
        data: { revokedAt: now() },
      }),
  },
  {
    what: "a token that was revoked",
    code: 4401,
    change: ({ userId }) =>
      prisma().apiToken.updateMany({
        where: { userId },
        data: { revokedAt: now() },
      }),
  },
  {
    what: "a person who was suspended",
    code: 4401,
    change: ({ userId: id }) =>
      prisma().user.update({ where: { id }, data: { suspendedAt: now() } }),
  },
  {
    what: "a map in the bin",
    code: 4404,
    change: ({ journeyId: id }) =>
      prisma().journey.update({ where: { id }, data: { deletedAt: now() } }),
  },
  {
    what: "a map that is gone for good",
    code: 4404,
    change: ({ journeyId: id }) => prisma().journey.delete({ where: { id } }),
  },
];

import type { Author } from "@/lib/api/versions";
import { prisma } from "@/server/db/prisma";
import type { LogActor } from "@/server/log/contract";

/** Authors of the log under their names of today; the document and its log hold ids only. */
export async function namedAuthors(
  workspaceId: string,
  actors: readonly LogActor[],
): Promise<(actor: LogActor) => Author> {
  const idsOf = (kind: LogActor["kind"]) => [
    ...new Set(
      actors.flatMap((actor) => (actor.kind === kind ? [actor.id] : [])),
    ),
  ];
  const [users, tokens, people] = await Promise.all([
    prisma().user.findMany({
      where: { id: { in: idsOf("user") } },
      select: { id: true, name: true },
    }),
    prisma().apiToken.findMany({
      where: { workspaceId, id: { in: idsOf("token") } },
      select: { id: true, name: true },
    }),
    prisma().stakeholder.findMany({
      where: { workspaceId, id: { in: idsOf("person") } },
      select: { id: true, name: true },
    }),
  ]);
  const names = new Map(
    [...users, ...tokens, ...people].map((row) => [row.id, row.name]),
  );
  return ({ kind, id }) => ({ kind, id, name: names.get(id) ?? null });
}

import type { SharedView } from "@/lib/api/shared-view";
import { audit } from "@/server/audit";
import { pool } from "@/server/db/pool";
import type { OpenLink } from "@/server/share/find-link";
import { knockWithToken, type TooManyGuesses } from "@/server/share/knock-link";
import { readSharedNames, sharedView } from "@/server/share/shared-view";
import { readStoredMap } from "./shared-map";

/** What the page behind a share link shows: the map, or which of the ways in which it does not. */
export type ShareVisit =
  | { readonly state: "open"; readonly shared: SharedView }
  | { readonly state: "expired" | "absent" }
  | TooManyGuesses;

// The first visit of a day is what the audit keeps; each one would let a robot fill it.
const countSql = `
UPDATE "ShareLink" l SET "visitCount" = l."visitCount" + 1, "lastVisitAt" = now()
FROM (SELECT id, "lastVisitAt" FROM "ShareLink" WHERE id = $1 FOR UPDATE) before
WHERE l.id = before.id
RETURNING before."lastVisitAt" IS NULL OR before."lastVisitAt" < now() - interval '1 day' AS "isFirstOfDay"`;

async function countVisit(link: OpenLink, ip: string): Promise<void> {
  const { rows } = await pool().query<{ isFirstOfDay: boolean }>(countSql, [
    link.id,
  ]);
  if (!rows[0]?.isFirstOfDay) return;
  const { id: linkId, journeyId, workspaceId } = link;
  await audit({
    caller: { actor: { kind: "link", linkId, journeyId }, ip },
    workspaceId,
    action: "link:open",
    subject: { kind: "share-link", id: linkId },
  });
}

/**
 * Opens a share link for a page, and counts the visit.
 *
 * @param visit.ip - the caller's address as our server wrote it down (`addressHeader`).
 */
export async function shareView(visit: {
  token: string;
  ip: string;
}): Promise<ShareVisit> {
  const found = await knockWithToken(visit.token, visit.ip);
  if (found.state !== "open") return found;
  const { link } = found;
  const [map, names] = await Promise.all([
    readStoredMap(link.journeyId),
    readSharedNames(link),
  ]);
  if (!map) return { state: "absent" };
  await countVisit(link, visit.ip);
  return { state: "open", shared: sharedView(map, link, names) };
}

import { afterAll, beforeAll, expect, test } from "vitest";
import { prisma } from "@/server/db/prisma";
import { admitMember } from "@/server/sync/authenticate";
import { startTestApp, type Principal, type TestApp } from "@/test/app";
import { newShareToken } from "./tokens";
import { visitorOf } from "./visitor";

let app: TestApp;
let journeyId: string;

beforeAll(async () => {
  app = await startTestApp();
  const workspaceId = app.workspace.id;
  const journey = await prisma().journey.create({ data: { workspaceId } });
  journeyId = journey.id;
});
afterAll(() => app.stop());

async function visit(expiresAt: Date | null = null): Promise<{
  linkId: string;
  visitor: Principal;
}> {
  const { tokenHash, tokenSealed } = newShareToken();
  const link = await prisma().shareLink.create({
    data: {
      workspaceId: app.workspace.id,
      journeyId,
      tokenHash,
      tokenSealed,
      expiresAt,
      createdById: app.people.owner.userId,
    },
  });
  return { linkId: link.id, visitor: app.asVisitor(link.id) };
}

const withHost = ({ headers }: Principal) => ({
  ...headers,
  host: "localhost:3000",
});

const seatFor = async (who: Principal, at: string) => {
  const headers = withHost(who);
  const admission = await admitMember({ headers, ip: "", journeyId: at });
  return admission.ok ? "in" : admission.reason;
};

test("[SH-06] [SH-16] a visitor is known by their link and has no seat in any room", async () => {
  const { linkId, visitor } = await visit();
  const actor = { kind: "link", linkId, journeyId };
  expect(await visitorOf(withHost(visitor))).toEqual(actor);
  expect(await seatFor(visitor, journeyId)).toBe("visitor");
  expect(await seatFor(visitor, crypto.randomUUID())).toBe("absent");
  expect(await seatFor(app.people.anon, journeyId)).toBe("nobody");
});

test("[SH-04] whose link is revoked or over is a stranger again", async () => {
  const { linkId, visitor } = await visit();
  const path = `/workspaces/acme/journeys/${journeyId}`;
  expect((await visitor.send("DELETE", path)).status).toBe(403);
  await prisma().shareLink.update({
    where: { id: linkId },
    data: { revokedAt: new Date() },
  });
  expect((await visitor.send("DELETE", path)).status).toBe(401);
  const over = await visit(new Date(Date.now() - 1));
  expect((await over.visitor.send("DELETE", path)).status).toBe(401);
});

test("[AN-18] a link's own secrets are no cookie, and another cookie is no visitor", async () => {
  const { linkId, visitor } = await visit();
  const name = "waymark-visitor";
  const [, sealed = ""] = (visitor.headers.cookie ?? "").split("=");
  for (const cookie of [
    `${name}=${linkId}`,
    `${name}=${sealed.slice(0, -2)}`,
    `waymark-session=${sealed}`,
  ])
    expect(await visitorOf({ host: "localhost:3000", cookie })).toBeNull();
});

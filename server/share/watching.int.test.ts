import { afterAll, beforeEach, expect, test } from "vitest";
import {
  applyViewChanges,
  type PublicView,
  type ViewChange,
} from "@/lib/journey/public-view";
import { setText } from "@/lib/journey/texts";
import { setTouchpoint } from "@/lib/journey/touchpoints";
import { announceAccessChange } from "@/server/access-changes";
import { prisma } from "@/server/db/prisma";
import { withDocument } from "@/server/sync/door";
import { journeys, startSharing } from "./testing/sharing";

const withinMs = 5_000;
const {
  app,
  author,
  editor,
  firstTouchpoint,
  forgetLimits,
  get,
  makeLink,
  newJourney,
  opened,
  sample,
  stop,
  watch,
} = await startSharing();
beforeEach(forgetLimits);
afterAll(stop);

test("the whole view comes first, then only what changes, and both give the same picture", async () => {
  const journey = await newJourney();
  const { token } = await makeLink({}, journey.id);
  const stream = await watch(token);
  await expect.poll(() => stream.said.length).toBe(1);
  const { event, data } = stream.said[0]!;
  expect(event).toBe("view");
  const touchpointId = await firstTouchpoint(journey.id);
  await withDocument(journey.id, author, null, (ctx) =>
    setText(
      ctx,
      { kind: "touchpoint", id: touchpointId, field: "title" },
      "Seen live",
    ),
  );
  await expect.poll(() => stream.said.length, { timeout: withinMs }).toBe(2);
  expect(stream.said[1]!.event).toBe("changes");
  expect(JSON.stringify(stream.said[1]).length).toBeLessThan(1_000);
  const now = applyViewChanges(
    (data as { view: PublicView }).view,
    stream.said[1]!.data as ViewChange[],
  );
  expect(now).toEqual(JSON.parse(JSON.stringify((await opened(token)).view)));
  expect(JSON.stringify(now)).toContain("Seen live");
  await stream.leave();
});

test("what the link does not show is not said when it changes", async () => {
  const journey = await newJourney();
  const { token } = await makeLink({}, journey.id);
  const stream = await watch(token);
  await expect.poll(() => stream.said.length).toBe(1);
  const touchpointId = await firstTouchpoint(journey.id);
  await withDocument(journey.id, author, null, (ctx) =>
    setTouchpoint(ctx, { touchpointId, patch: { receiver: "internal" } }),
  );
  await withDocument(journey.id, author, null, (ctx) =>
    setText(ctx, { kind: "meta", field: "title" }, "Marker"),
  );
  await expect
    .poll(() => JSON.stringify(stream.said), { timeout: withinMs })
    .toContain("Marker");
  expect(JSON.stringify(stream.said)).not.toContain("internal");
  await stream.leave();
});

test("a persona's new name is told", async () => {
  const { token } = await makeLink();
  const stream = await watch(token);
  await expect.poll(() => stream.said.length).toBe(1);
  const persona = sample.personas[0]!;
  const { version } = await prisma().persona.findUniqueOrThrow({
    where: { id: persona.id },
  });
  await editor.fetch(`/workspaces/acme/personas/${persona.id}`, {
    method: "PATCH",
    body: JSON.stringify({ name: "Markus" }),
    headers: {
      "content-type": "application/json",
      "if-match": String(version),
    },
  });
  await expect
    .poll(() => JSON.stringify(stream.said.at(-1)), { timeout: withinMs })
    .toContain("Markus");
  expect(stream.said.at(-1)!.event).toBe("view");
  await stream.leave();
});

test("[SH-04] revoking ends it for whoever watches, at once", async () => {
  const link = await makeLink();
  const [one, two] = [await watch(link.token), await watch(link.token)];
  await editor.fetch(`${journeys}/${sample.id}/share-links/${link.id}`, {
    method: "DELETE",
  });
  await Promise.all([one.reading, two.reading]);
  expect(one.said.at(-1)).toEqual({
    event: "ended",
    data: { reason: "gone" },
  });
  expect(two.said.at(-1)).toEqual({
    event: "ended",
    data: { reason: "gone" },
  });
  expect((await get(`/s/${link.token}/live`)).status).toBe(404);
});

test("[SH-04] binning the journey ends it", async () => {
  const journey = await newJourney();
  const stream = await watch((await makeLink({}, journey.id)).token);
  await editor.fetch(`${journeys}/${journey.id}`, { method: "DELETE" });
  await stream.reading;
  expect(stream.said.at(-1)).toEqual({
    event: "ended",
    data: { reason: "gone" },
  });
});

test("[SH-04] running out ends it within five seconds, though nothing told us", async () => {
  const link = await makeLink();
  const stream = await watch(link.token);
  await expect.poll(() => stream.said.length).toBe(1);
  await prisma().shareLink.update({
    where: { id: link.id },
    data: { expiresAt: new Date() },
  });
  await expect.poll(() => stream.state.over, { timeout: withinMs }).toBe(true);
  expect(stream.said.at(-1)).toEqual({
    event: "ended",
    data: { reason: "expired" },
  });
  expect((await get(`/s/${link.token}/live`)).status).toBe(410);
});

test("[SH-13] a workspace that switches links off ends them all, and makes no more", async () => {
  const link = await makeLink();
  const stream = await watch(link.token);
  await prisma().workspace.update({
    where: { id: app.workspace.id },
    data: { allowPublicLinks: false },
  });
  announceAccessChange({
    kind: "links-ended",
    workspaceId: app.workspace.id,
  });
  await stream.reading;
  expect(stream.said.at(-1)).toEqual({
    event: "ended",
    data: { reason: "gone" },
  });
  expect((await get(`/s/${link.token}/live`)).status).toBe(404);
  expect(
    (await editor.send("POST", `${journeys}/${sample.id}/share-links`, {}))
      .status,
  ).toBe(403);
  await prisma().workspace.update({
    where: { id: app.workspace.id },
    data: { allowPublicLinks: true },
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JourneySummary } from "@/lib/api/journeys";
import type { JourneyReviews } from "@/lib/api/reviews";
import { setMeta } from "@/lib/journey/meta";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { withDocument } from "@/server/sync/door";
import { thinVersions } from "@/server/versions/store";
import { startTestApp, type TestApp } from "@/test/app";

let app: TestApp;
const journeys = "/workspaces/acme/journeys";

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

async function create(): Promise<string> {
  const made = await app.people.editor.send("POST", journeys, {
    source: { kind: "blank" },
  });
  return ((await made.json()) as JourneySummary).id;
}

async function standing(id: string): Promise<JourneyReviews> {
  const read = await app.people.viewer.send("GET", `${journeys}/${id}/reviews`);
  expect(read.status).toBe(200);
  return (await read.json()) as JourneyReviews;
}

const review = (id: string, note = "") =>
  app.people.editor.send("POST", `${journeys}/${id}/reviews`, { note });

const rename = (id: string, title: string) =>
  withDocument(id, { kind: "user", id: "someone" }, null, (ctx) =>
    setMeta(ctx, { reviewEveryDays: title.length }),
  );

describe("[R84] [N05] reviews of a map", () => {
  test("say who went over it and what they found, the newest first, and the list says when", async () => {
    const id = await create();
    expect(await standing(id)).toMatchObject({ reviews: [], isChanged: null });
    expect((await review(id)).status).toBe(201);
    await review(id, " Prices are new. ");
    const { reviews } = await standing(id);
    expect(reviews.map(({ note, by }) => [note, by?.name])).toEqual([
      ["Prices are new.", "editor"],
      ["", "editor"],
    ]);
    const listed = await app.people.viewer.send("GET", journeys);
    const { journeys: all } = (await listed.json()) as {
      journeys: JourneySummary[];
    };
    expect(all.find((one) => one.id === id)?.reviewedAt).toBe(reviews[0]?.at);
  });

  test("tell whether the map changed since", async () => {
    const id = await create();
    await review(id);
    expect(await standing(id)).toMatchObject({ isChanged: false });
    await rename(id, "ninety");
    expect(await standing(id)).toMatchObject({ isChanged: true });
    await review(id);
    expect(await standing(id)).toMatchObject({ isChanged: false });
  });

  test("can be taken back, and then the one before counts again", async () => {
    const id = await create();
    await review(id, "first");
    await review(id, "second");
    const { reviews } = await standing(id);
    const gone = await app.people.editor.send(
      "DELETE",
      `${journeys}/${id}/reviews/${reviews[0]?.id}`,
    );
    expect(gone.status).toBe(204);
    expect((await standing(id)).reviews.map(({ note }) => note)).toEqual([
      "first",
    ]);
    const { reviewedAt } = await prisma().journey.findUniqueOrThrow({
      where: { id },
    });
    expect(reviewedAt?.toISOString()).toBe(reviews[1]?.at);
    const last = reviews[1]?.id;
    await app.people.editor.send("DELETE", `${journeys}/${id}/reviews/${last}`);
    const after = await prisma().journey.findUniqueOrThrow({ where: { id } });
    expect(after.reviewedAt).toBeNull();
  });

  test("keep the version that was reviewed, so that what changed since can be seen for ever", async () => {
    const id = await create();
    await rename(id, "ninety");
    await review(id);
    const [newest] = (await standing(id)).reviews;
    const seqs = async () =>
      (
        await prisma().journeyVersion.findMany({ where: { journeyId: id } })
      ).map(({ seq }) => Number(seq));
    expect(await seqs()).toContain(newest?.seq);
    // A later version of the same hour, for which the reviewed one would make room.
    const { workspaceId, ...row } =
      await prisma().journeyVersion.findFirstOrThrow({
        where: { journeyId: id, seq: newest!.seq },
      });
    await prisma().journeyVersion.create({
      data: { ...row, workspaceId, seq: newest!.seq + 1, reason: "automatic" },
    });
    await prisma().journeyVersion.create({
      data: { ...row, workspaceId, seq: newest!.seq + 2, reason: "automatic" },
    });
    const years = new Date(Date.now() + 3 * 365 * 24 * 60 * 60 * 1000);
    await thinVersions(pool(), id, years);
    expect((await seqs()).toSorted((a, b) => a - b)).toEqual(
      expect.arrayContaining([newest?.seq, newest!.seq + 2]),
    );
    expect(await seqs()).not.toContain(newest!.seq + 1);
  });

  test("are the business of a map that is there, and a note has an end", async () => {
    const id = await create();
    expect((await review(id, "x".repeat(2_001))).status).toBe(422);
    await app.people.editor.send("DELETE", `${journeys}/${id}`);
    expect((await review(id)).status).toBe(404);
    const read = await app.people.viewer.send(
      "GET",
      `${journeys}/${id}/reviews`,
    );
    expect(read.status).toBe(404);
  });
});

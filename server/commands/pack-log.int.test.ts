import { afterAll, beforeAll, expect, test } from "vitest";
import { setText } from "@/lib/journey/texts";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { checkMap } from "@/server/doctor/check-map";
import { withDocument } from "@/server/sync/door";
import { stopSyncCore } from "@/server/sync/sync-core";
import { createJourney } from "@/server/sync/testing/lab";
import { smallSeed } from "@/server/sync/testing/seed";
import { startTestApp, type TestApp } from "@/test/app";
import { deleteDocuments } from "./delete-documents";
import { packLog } from "./pack-log";

let app: TestApp;
let journeyId: string;
beforeAll(async () => {
  app = await startTestApp({ env: { LOG_RETENTION_DAYS: "30" } });
  journeyId = await createJourney(smallSeed, app.workspace.id);
});
afterAll(() => app.stop());

const daysAhead = (days: number) => new Date(Date.now() + days * 86_400_000);

const packed = async () =>
  Number(
    (await pool().query(`SELECT count(*) AS n FROM document_segment`)).rows[0]
      .n,
  );

async function write(name: "editor" | "admin", times: number): Promise<void> {
  const author = { kind: "user", id: app.people[name].userId } as const;
  for (let time = 0; time < times; time++)
    await withDocument(journeyId, author, null, (ctx) =>
      setText(ctx, { kind: "meta", field: "title" }, `${name} ${time}`),
    );
}

/** What the history of the map tells. */
async function history(): Promise<unknown> {
  const base = `/workspaces/acme/journeys/${journeyId}`;
  const paths = ["versions", "authors?from=1", "authors?from=100&to=140"];
  return Promise.all(
    paths.map(async (path) => {
      const response = await app.people.viewer.fetch(`${base}/${path}`);
      expect(response.status, path).toBe(200);
      return response.json();
    }),
  );
}

test("[2.12] the history tells of packed changes what it told before, until the map is deleted for good", async () => {
  await write("editor", 150);
  const { editor } = app.people;
  const base = `/workspaces/acme/journeys/${journeyId}`;
  await editor.send("POST", `${base}/versions`, { name: "Half" });
  await write("admin", 100);
  await stopSyncCore();
  const before = await history();
  expect(JSON.stringify(before)).toContain("editor");
  expect(await packLog(daysAhead(29))).toMatchObject({ changes: 0 });
  expect(await packed()).toBe(0);

  const done = { journeys: 1, changes: 250, unproved: 0 };
  expect(await packLog(daysAhead(31))).toEqual(done);
  expect(await packLog(daysAhead(31))).toMatchObject({ changes: 0 });
  expect(await history()).toEqual(before);
  expect((await checkMap(pool(), journeyId))?.findings).toEqual([]);
  const late = await editor.send("PATCH", `${base}/map`, {
    title: "Mine",
    ifSeq: 150,
  });
  expect(late.status).toBe(409);

  await prisma().$transaction((tx) => deleteDocuments([journeyId], tx));
  expect(await packed()).toBe(0);
});

import { utimes } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prisma } from "@/server/db/prisma";
import { closeDisk, disk, newStorageKey } from "@/server/files/disk";
import { sweepFiles } from "@/server/files/sweep";
import { startTestApp, type Principal, type TestApp } from "@/test/app";
import { atOneMoment } from "@/test/still-clock";
import { pictureBomb } from "@/server/files/testing/picture-bomb";

const perMinute = 25;
const day = 24 * 60 * 60 * 1000;
let app: TestApp;
let png: Buffer;
let journeyId: string;
let theirJourneyId: string;

beforeAll(async () => {
  app = await startTestApp();
  closeDisk();
  png = await sharp({
    create: { width: 30, height: 20, channels: 3, background: "blue" },
  })
    .png()
    .toBuffer();
  ({ id: journeyId } = await prisma().journey.create({
    data: { workspaceId: app.workspace.id },
  }));
  ({ id: theirJourneyId } = await prisma().journey.create({
    data: { workspaceId: app.other.id },
  }));
});
afterAll(() => app.stop());

const upload = (
  who: Principal,
  bytes: Uint8Array | string,
  options: { to?: string; name?: string; type?: string } = {},
) =>
  who.fetch(
    `${options.to ?? `/workspaces/acme/journeys/${journeyId}/files`}?name=${encodeURIComponent(options.name ?? "a.png")}`,
    {
      method: "POST",
      body: typeof bytes === "string" ? bytes : new Uint8Array(bytes),
      headers: { "content-type": options.type ?? "image/png" },
    },
  );

/** Each upload by somebody new, so that the limit of one person is not in the way. */
async function editor(): Promise<Principal> {
  const person = await app.addPerson(`editor${Math.random()}`);
  await app.addMember(app.workspace.id, person.userId, "editor");
  return person;
}

async function uploaded(name?: string): Promise<{ fileId: string }> {
  const response = await upload(await editor(), png, { ...(name && { name }) });
  expect(response.status).toBe(201);
  return (await response.json()) as { fileId: string };
}

describe("uploading", () => {
  test("[UP-01] [R33] a picture is taken and can be had again, whole and small", async () => {
    const response = await upload(await editor(), png, { name: "Bon.PNG" });
    expect(response.status).toBe(201);
    const file = (await response.json()) as { fileId: string; sha256: string };
    expect(file).toMatchObject({
      name: "Bon.png",
      mime: "image/png",
      width: 30,
      height: 20,
      thumbnail: true,
    });
    const { people } = app;
    for (const who of [people.viewer, people.commenter, people.tokR]) {
      const whole = await who.fetch(`/workspaces/acme/files/${file.fileId}`);
      expect(whole.status).toBe(200);
      expect(whole.headers.get("content-type")).toBe("image/png");
      const small = await who.fetch(
        `/workspaces/acme/files/${file.fileId}?size=thumb`,
      );
      expect(small.headers.get("content-type")).toBe("image/webp");
      expect(
        (await sharp(Buffer.from(await small.arrayBuffer())).metadata()).format,
      ).toBe("webp");
    }
  });

  test("a file that the browser has is not sent again, yet asked for each time", async () => {
    const { fileId } = await uploaded();
    const first = await app.people.viewer.fetch(
      `/workspaces/acme/files/${fileId}`,
    );
    const headers = { "if-none-match": first.headers.get("etag") ?? "" };
    expect(
      (
        await app.people.viewer.fetch(`/workspaces/acme/files/${fileId}`, {
          headers,
        })
      ).status,
    ).toBe(304);
    expect(
      (
        await app.people.outsider.fetch(`/workspaces/acme/files/${fileId}`, {
          headers,
        })
      ).status,
    ).toBe(404);
  });

  test("[UP-01] [UP-02] what is no picture or PDF is of the wrong type, a damaged one is invalid", async () => {
    expect(
      (
        await upload(await editor(), "<!doctype html><script>", {
          name: "a.png",
        })
      ).status,
    ).toBe(415);
    expect(
      (
        await upload(await editor(), png, {
          type: "multipart/form-data; boundary=x",
        })
      ).status,
    ).toBe(415);
    expect((await upload(await editor(), png.subarray(0, 40))).status).toBe(
      422,
    );
  });

  test("[UP-05] a stream without a length that is too large is refused", async () => {
    const who = await editor();
    const big = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(png)),
      pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
    });
    const response = await who.fetch(
      `/workspaces/acme/journeys/${journeyId}/files`,
      { method: "POST", body: big },
    );
    expect(response.status).toBe(413);
  });

  test("[UP-04] a picture that would unfold to more than 25 megapixels is refused by name, and no row is left", async () => {
    const before = await app.countRows();
    const response = await upload(app.people.editor, pictureBomb(5_008));
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: "picture_too_large" });
    expect(await app.countRows()).toEqual(before);
  });

  test("[UP-06] a hostile name becomes one harmless header line", async () => {
    const { fileId } = await uploaded(
      '../..\\"x\r\nSet-Cookie: a=b\u202Egnp.html',
    );
    const response = await app.people.viewer.fetch(
      `/workspaces/acme/files/${fileId}`,
    );
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(response.headers.get("content-disposition")).toBe(
      `inline; filename="_xSet-Cookie: a=bgnp.html.png"; filename*=UTF-8''%22xSet-Cookie%3A%20a%3Dbgnp.html.png`,
    );
  });

  test("[UP-10] [AZ-02] a map of another workspace takes nothing of ours", async () => {
    const before = await app.countRows();
    const who = app.people.editor;
    expect(
      (
        await upload(who, png, {
          to: `/workspaces/acme/journeys/${theirJourneyId}/files`,
        })
      ).status,
    ).toBe(404);
    expect(
      (
        await upload(who, png, {
          to: `/workspaces/other/journeys/${theirJourneyId}/files`,
        })
      ).status,
    ).toBe(404);
    expect(await app.countRows()).toEqual(before);
  });

  test("[UP-10] a deleted map takes nothing and shows nothing", async () => {
    const { id } = await prisma().journey.create({
      data: { workspaceId: app.workspace.id },
    });
    const to = `/workspaces/acme/journeys/${id}/files`;
    const { fileId } = (await (
      await upload(await editor(), png, { to })
    ).json()) as { fileId: string };
    await prisma().journey.update({
      where: { id },
      data: { deletedAt: new Date() },
    });
    expect((await upload(await editor(), png, { to })).status).toBe(404);
    expect(
      (await app.people.owner.fetch(`/workspaces/acme/files/${fileId}`)).status,
    ).toBe(404);
  });

  test("[RL-01] the 26th upload of a person in a minute has to wait", async () => {
    const who = await editor();
    const statuses: number[] = [];
    const refusal = await atOneMoment(async () => {
      for (let count = 0; count <= perMinute; count++)
        statuses.push((await upload(who, "x")).status);
      return upload(who, png);
    });
    expect(statuses).toEqual([...Array<number>(perMinute).fill(415), 429]);
    expect(refusal.headers.get("retry-after")).toBe("60");
  });
});

describe("downloading", () => {
  test("[UP-07] another workspace's member and nobody get nothing", async () => {
    const { fileId } = await uploaded();
    expect(
      (await app.people.outsider.fetch(`/workspaces/acme/files/${fileId}`))
        .status,
    ).toBe(404);
    expect(
      (await app.people.outsider.fetch(`/workspaces/other/files/${fileId}`))
        .status,
    ).toBe(404);
    expect(
      (await app.people.anon.fetch(`/workspaces/acme/files/${fileId}`)).status,
    ).toBe(401);
  });

  test("[UP-08] a file leaves inert and private", async () => {
    const { fileId } = await uploaded();
    const { headers } = await app.people.viewer.fetch(
      `/workspaces/acme/files/${fileId}`,
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toBe(
      "sandbox; default-src 'none'",
    );
    expect(headers.get("cross-origin-resource-policy")).toBe("same-site");
    expect(headers.get("cache-control")).toMatch(/^private/);
  });

  test("[UP-09] HTML that was forced into storage is only bytes to keep", async () => {
    const { fileId } = await uploaded();
    await prisma().fileObject.update({
      where: { id: fileId },
      data: { mime: "text/html", name: "x.html" },
    });
    const { headers } = await app.people.viewer.fetch(
      `/workspaces/acme/files/${fileId}`,
    );
    expect(headers.get("content-type")).toBe("application/octet-stream");
    expect(headers.get("content-disposition")).toMatch(/^attachment;/);
  });

  test("a removed file is gone for everyone, and from the persona that it showed", async () => {
    const { fileId } = (await (
      await upload(await editor(), png, { to: "/workspaces/acme/files" })
    ).json()) as { fileId: string };
    const made = await app.people.editor.send(
      "POST",
      "/workspaces/acme/personas",
      { name: "P", pictureId: fileId },
    );
    const persona = (await made.json()) as { id: string };
    expect(made.status).toBe(201);
    expect(
      (
        await app.people.viewer.fetch(`/workspaces/acme/files/${fileId}`, {
          method: "DELETE",
        })
      ).status,
    ).toBe(403);
    expect(
      (
        await app.people.editor.fetch(`/workspaces/acme/files/${fileId}`, {
          method: "DELETE",
        })
      ).status,
    ).toBe(204);
    expect(
      (await app.people.editor.fetch(`/workspaces/acme/files/${fileId}`))
        .status,
    ).toBe(404);
    const row = await prisma().persona.findUniqueOrThrow({
      where: { id: persona.id },
    });
    expect(row.pictureId).toBeNull();
  });
});

describe("sweeping", () => {
  const age = (key: string, at: Date) =>
    utimes(path.join(app.dataDir, "files", key), at, at);

  test("[UP-12] bytes without a row go after a day, younger ones and those in use stay", async () => {
    const { fileId } = await uploaded();
    const row = await prisma().fileObject.findUniqueOrThrow({
      where: { id: fileId },
    });
    const store = await disk();
    const [old, young] = [newStorageKey(), newStorageKey()];
    await store.put(old, "x");
    await store.put(young, "x");
    const now = new Date();
    for (const key of [old, row.storageKey, row.thumbKey!])
      await age(key, new Date(now.getTime() - 2 * day));
    expect((await sweepFiles(now)).strays).toBe(1);
    expect(await store.exists(old)).toBe(false);
    for (const key of [young, row.storageKey, row.thumbKey!])
      expect(await store.exists(key)).toBe(true);
  });

  test("a removed file's bytes and row go after thirty days", async () => {
    const { fileId } = await uploaded();
    await app.people.editor.fetch(`/workspaces/acme/files/${fileId}`, {
      method: "DELETE",
    });
    const row = await prisma().fileObject.findUniqueOrThrow({
      where: { id: fileId },
    });
    const store = await disk();
    await sweepFiles(new Date(Date.now() + 29 * day));
    expect(await store.exists(row.storageKey)).toBe(true);
    await sweepFiles(new Date(Date.now() + 31 * day));
    expect(await store.exists(row.storageKey)).toBe(false);
    expect(await prisma().fileObject.count({ where: { id: fileId } })).toBe(0);
  });
});

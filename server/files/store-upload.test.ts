import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { withSettings } from "@/test/with-settings";
import { disk } from "./disk";
import { storeUpload } from "./store-upload";
import { pictureBomb } from "./testing/picture-bomb";

const dataDir = mkdtempSync(path.join(tmpdir(), "waymark-files-"));
const mebibyte = 1024 * 1024;

withSettings(() => ({ DATA_DIR: dataDir }));
afterAll(() => rmSync(dataDir, { recursive: true }));

const red = { width: 60, height: 40, channels: 3, background: "red" } as const;
const picture = () => sharp({ create: red });

const pdf = (size = 0) =>
  Buffer.concat([
    Buffer.from("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n"),
    Buffer.alloc(size, 0x20),
    Buffer.from("\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"),
  ]);

/** A body that comes in chunks of 64 KiB and counts what was taken of it. */
function streamed(bytes: Buffer) {
  let taken = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (taken >= bytes.length) return controller.close();
        const chunk = bytes.subarray(taken, taken + 65_536);
        taken += chunk.length;
        controller.enqueue(new Uint8Array(chunk));
      },
    },
    { highWaterMark: 0 },
  );
  return { body, taken: () => taken };
}

const store = (bytes: Buffer, contentLength: number | null = null) =>
  storeUpload({ body: streamed(bytes).body, contentLength });

async function storedBytes(bytes: Buffer): Promise<Buffer> {
  const result = await store(bytes);
  if (!result.ok) throw new Error(result.reason);
  return Buffer.from(await (await disk()).getBytes(result.stored.storageKey));
}

describe("what is taken", () => {
  test.each([
    ["PNG", () => picture().png().toBuffer(), "image/png"],
    ["JPEG", () => picture().jpeg().toBuffer(), "image/jpeg"],
    ["WebP", () => picture().webp().toBuffer(), "image/webp"],
  ])(
    "[UP-01] %s is taken with its size and a small picture",
    async (_name, make, mime) => {
      const result = await store(await make());
      expect(result).toMatchObject({
        ok: true,
        stored: {
          kind: { mime },
          width: 60,
          height: 40,
          thumbKey: expect.any(String),
        },
      });
    },
  );

  test("[UP-01] PDF is taken as it is", async () => {
    const bytes = pdf();
    expect((await storedBytes(bytes)).equals(bytes)).toBe(true);
    expect(await store(bytes)).toMatchObject({
      stored: {
        kind: { mime: "application/pdf" },
        thumbKey: null,
        width: null,
        bytes: bytes.length,
      },
    });
  });

  test.each([
    [
      "SVG",
      () =>
        Buffer.from(
          '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        ),
    ],
    ["HTML", () => Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["AVIF", () => picture().avif().toBuffer()],
    ["HEIC", () => Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1")],
    ["GIF", () => picture().gif().toBuffer()],
    ["TIFF", () => picture().tiff().toBuffer()],
    ["BMP", () => Buffer.from("BM" + "\0".repeat(60), "latin1")],
    [
      "ZIP and DOCX",
      () => Buffer.from("PK\x03\x04" + "\0".repeat(60), "latin1"),
    ],
    ["plain text", () => Buffer.from("hello")],
  ])(
    "[UP-01] [UP-02] %s is of the wrong type whatever it is called",
    async (_name, make) => {
      expect(await store(await make())).toEqual({
        ok: false,
        reason: "wrong_type",
      });
    },
  );

  test("[UP-02] the right first bytes with the wrong rest are a damaged file", async () => {
    const png = await picture().png().toBuffer();
    const broken = Buffer.concat([png.subarray(0, 40), Buffer.alloc(2000, 7)]);
    expect(await store(broken)).toEqual({ ok: false, reason: "file_damaged" });
    expect(await store(Buffer.from("%PDF-1.7 and nothing else"))).toEqual({
      ok: false,
      reason: "file_damaged",
    });
    expect(await store(png.subarray(0, png.length - 30))).toEqual({
      ok: false,
      reason: "file_damaged",
    });
  });

  test("an empty upload is refused as empty", async () => {
    expect(await store(Buffer.alloc(0))).toEqual({
      ok: false,
      reason: "file_empty",
    });
  });
});

describe("what is kept", () => {
  test("[UP-03] script and place in the metadata of a JPEG stay behind", async () => {
    const jpeg = await picture()
      .withExif({
        IFD0: { ImageDescription: "<script>alert(1)</script>" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "52/1 22/1 0/1" },
      })
      .jpeg()
      .toBuffer();
    expect(jpeg.includes("<script")).toBe(true);
    const kept = await storedBytes(jpeg);
    expect(kept.includes("<script")).toBe(false);
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
  });

  test("[UP-03] what hangs behind a picture is cut off", async () => {
    const png = await picture().png().toBuffer();
    const html = "<html><script>alert(1)</script></html>";
    const kept = await storedBytes(Buffer.concat([png, Buffer.from(html)]));
    expect(kept.includes("<script")).toBe(false);
  });

  test("[UP-06] the storage key is random and tells no name", async () => {
    const bytes = await picture().png().toBuffer();
    const keys = await Promise.all([store(bytes), store(bytes)]);
    const [first, second] = keys.map(
      (result) => result.ok && result.stored.storageKey,
    );
    expect(first).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{40}$/);
    expect(first).not.toBe(second);
  });
});

describe("limits", () => {
  test("[UP-04] a small file of 196 megapixels is refused before it is unfolded", async () => {
    const bytes = pictureBomb(14_000);
    expect(bytes.length).toBeLessThan(mebibyte);
    const before = process.memoryUsage.rss();
    const began = process.cpuUsage();
    expect(await store(bytes)).toEqual({
      ok: false,
      reason: "picture_too_large",
    });
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * mebibyte);
    // What the processor worked: the clock would count what a busy machine does meanwhile.
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1_000_000).toBeLessThan(2);
  });

  test("[UP-05] a picture of 10 MB and one byte is too large, and no more is read", async () => {
    const png = await picture().png().toBuffer();
    const bytes = Buffer.concat([png, Buffer.alloc(40 * mebibyte)]);
    const { body, taken } = streamed(bytes);
    expect(await storeUpload({ body, contentLength: null })).toEqual({
      ok: false,
      reason: "too_large",
    });
    expect(taken()).toBeLessThanOrEqual(10 * mebibyte + 65_536);
    const exact = bytes.subarray(0, 10 * mebibyte);
    expect(await store(exact)).toMatchObject({ ok: true });
    expect(await store(bytes.subarray(0, 10 * mebibyte + 1))).toEqual({
      ok: false,
      reason: "too_large",
    });
  });

  test("[UP-05] a PDF may have 25 MB and not one byte more", async () => {
    const room = 25 * mebibyte - pdf().length;
    expect(await store(pdf(room))).toMatchObject({ ok: true });
    expect(await store(pdf(room + 1))).toEqual({
      ok: false,
      reason: "too_large",
    });
  });

  test("[UP-05] a length that is claimed too large is believed, unread", async () => {
    const { body, taken } = streamed(pdf());
    expect(
      await storeUpload({ body, contentLength: 25 * mebibyte + 1 }),
    ).toEqual({ ok: false, reason: "too_large" });
    expect(taken()).toBe(0);
  });
});

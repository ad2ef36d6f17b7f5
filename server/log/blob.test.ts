import { randomBytes } from "node:crypto";
import zlib from "node:zlib";
import { describe, expect, it, vi } from "vitest";
import { packBlob, unpackBlob } from "./blob";

const sizes = [0, 1, 2_048, 2_049, 16_384, 65_536, 65_537, 900_000];

describe("what rests in the log", () => {
  it("is packed all the same when the engine that packs breaks", async () => {
    const create = zlib.createGzip;
    const engines: zlib.Gzip[] = [];
    vi.spyOn(zlib, "createGzip").mockImplementation((options) => {
      engines.push(create(options));
      return engines.at(-1)!;
    });
    const bytes = Buffer.alloc(16_384, "words and ");
    await packBlob(bytes);
    engines[0]!.destroy(new Error("out of memory"));
    const blobs = await Promise.all([1, 2, 3].map(() => packBlob(bytes)));
    blobs.push(await packBlob(bytes));
    for (const blob of blobs)
      expect(Buffer.compare(await unpackBlob(blob), bytes)).toBe(0);
    expect(engines).toHaveLength(2);
  });

  it("is given back byte for byte, whatever its size and however much is packed at once", async () => {
    const all = sizes.flatMap((size) => [
      Buffer.alloc(size, "words and "),
      randomBytes(size),
    ]);
    const blobs = await Promise.all(all.map((bytes) => packBlob(bytes)));
    for (const [at, blob] of blobs.entries())
      expect(Buffer.compare(await unpackBlob(blob), all[at]!)).toBe(0);
  });

  it("takes less room than it had where it repeats itself, each time", async () => {
    const bytes = Buffer.alloc(16_384, "words and ");
    const blobs = [await packBlob(bytes), await packBlob(bytes)];
    for (const { data } of blobs) expect(data.length).toBeLessThan(1_000);
    expect(blobs[0]).toEqual(blobs[1]);
  });

  it("is refused where a byte of it changed", async () => {
    const blob = await packBlob(Buffer.alloc(16_384, "words and "));
    const data = Buffer.from(blob.data);
    data[20] = data[20]! ^ 1;
    await expect(unpackBlob({ ...blob, data })).rejects.toThrow(
      "checksum differs",
    );
  });
});

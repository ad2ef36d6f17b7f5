import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { withSettings } from "@/test/with-settings";
import { decode } from "./picture";
import { storeUpload } from "./store-upload";

const folder = mkdtempSync(path.join(tmpdir(), "waymark-malformed-"));
const reasons = ["file_damaged", "wrong_type", "picture_too_large"];
const pictures = 400;
const documents = 100;
const batch = 20;

withSettings(() => ({ DATA_DIR: folder }));
afterAll(() => rmSync(folder, { recursive: true }));

/** The same numbers each time (mulberry32), so that a picture that kills something can be had again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Damage = (bytes: Buffer, draw: (below: number) => number) => Buffer;

/** The first bytes stay, so that what is wrong is not seen before the decoder sees it. */
const kept = 16;
const somewhere = (bytes: Buffer, draw: (below: number) => number) =>
  kept + draw(Math.max(1, bytes.length - kept - 4));

const damages: readonly Damage[] = [
  (bytes, draw) => {
    const damaged = Buffer.from(bytes);
    for (let count = 1 + draw(20); count > 0; count -= 1)
      damaged[somewhere(bytes, draw)]! ^= 1 << draw(8);
    return damaged;
  },
  (bytes, draw) => bytes.subarray(0, somewhere(bytes, draw)),
  (bytes, draw) => {
    const damaged = Buffer.from(bytes);
    damaged.writeUInt32BE(
      [0xffffffff, 0, 0x7fffffff][draw(3)]!,
      somewhere(bytes, draw),
    );
    return damaged;
  },
  (bytes, draw) => {
    const at = somewhere(bytes, draw);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(kept)]);
  },
  (bytes, draw) => {
    const at = somewhere(bytes, draw);
    const end = Math.min(bytes.length, at + 1 + draw(200));
    return Buffer.from(bytes).fill(draw(256), at, end);
  },
];

function damaged(originals: readonly Buffer[], seed: number): Buffer {
  const draw = numbers(seed);
  const original = originals[seed % originals.length]!;
  return damages[draw(damages.length)]!(original, draw);
}

async function originals(): Promise<Buffer[]> {
  const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
  const create = { width: 90, height: 70, channels: 3, noise } as const;
  const drawn = () => sharp({ create: { ...create, background: "red" } });
  return Promise.all([
    drawn().png().toBuffer(),
    drawn().png({ palette: true, progressive: true }).toBuffer(),
    drawn().jpeg().toBuffer(),
    drawn()
      .jpeg({ progressive: true })
      .withExif({ IFD0: { Artist: "A" } })
      .toBuffer(),
    drawn().webp().toBuffer(),
    drawn().webp({ lossless: true }).toBuffer(),
  ]);
}

/** One after the other, several to a process; where one killed it the next process goes on behind. */
async function decodeAll(sources: readonly string[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  while (answers.length < sources.length) {
    const next = sources.slice(answers.length, answers.length + batch);
    const said = await decode(
      next.map((source) => ({
        source,
        target: `${source}.out`,
        thumbnail: `${source}.webp`,
      })),
    );
    answers.push(...said.map((line): unknown => JSON.parse(line)));
    if (said.length < next.length) answers.push({ ok: false, reason: "died" });
  }
  return answers;
}

/** A web server in this process, asked all the while. */
async function startAsking() {
  const server = createServer((_request, response) => response.end("here"));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const answers: string[] = [];
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      answers.push(await (await fetch(`http://127.0.0.1:${port}`)).text());
      await new Promise((next) => setTimeout(next, 20));
    }
  })();
  return async () => {
    isOver = true;
    await asking;
    server.close();
    return answers;
  };
}

test("[UP-13] four hundred malformed pictures harm nobody but, at worst, the process that decodes them", async () => {
  const valid = await originals();
  const sources = Array.from({ length: pictures }, (_, index) =>
    path.join(folder, `malformed-${index}`),
  );
  await Promise.all(
    sources.map((file, index) => writeFile(file, damaged(valid, index))),
  );
  const stopAsking = await startAsking();
  const half = pictures / 2;
  const answers = (
    await Promise.all([
      decodeAll(sources.slice(0, half)),
      decodeAll(sources.slice(half)),
    ])
  ).flat() as { ok: boolean; reason?: string }[];
  const heard = await stopAsking();
  expect(answers).toHaveLength(pictures);
  const refusals = answers.filter(({ ok }) => !ok);
  expect(refusals.length).toBeGreaterThan(pictures / 3);
  for (const { reason } of refusals)
    expect([...reasons, "died"]).toContain(reason);
  expect(heard.length).toBeGreaterThan(10);
}, 120_000);

const store = (bytes: Buffer) =>
  storeUpload({
    body: new Blob([new Uint8Array(bytes)]).stream(),
    contentLength: bytes.length,
  });

test("[UP-13] a hundred malformed documents are refused or kept unread", async () => {
  const pdf = Buffer.from(
    `%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n${" ".repeat(3_000)}\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`,
  );
  for (let seed = 0; seed < documents; seed += 1) {
    const result = await store(damaged([pdf], seed));
    if (!result.ok) expect(reasons).toContain(result.reason);
  }
});

test("[UP-13] a malformed upload is answered, and a sound one after it is taken", async () => {
  const valid = await originals();
  const results = await Promise.all(
    Array.from({ length: 8 }, (_, index) => store(damaged(valid, index * 7))),
  );
  for (const result of results)
    if (!result.ok) expect(reasons).toContain(result.reason);
  expect(await store(valid[0]!)).toMatchObject({ ok: true });
}, 60_000);

import { expect, test } from "vitest";
import { packBlob, unpackBlob } from "./blob";
import { crc32c } from "./crc32c";

const ascii = (text: string) => new TextEncoder().encode(text);

test("the check value of the polynomial and the vectors of RFC 3720 come out", () => {
  expect(crc32c(ascii("123456789"))).toBe(0xe3069283);
  expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
  expect(crc32c(new Uint8Array(32).fill(0xff))).toBe(0x62a8ab43);
  expect(crc32c(new Uint8Array(0))).toBe(0);
});

test("[FT-26] every single flipped bit of a blob is found", async () => {
  const blob = await packBlob(ascii("a stage, a lane and a card"));
  for (let bit = 0; bit < blob.data.length * 8; bit++) {
    const data = Buffer.from(blob.data);
    data[bit >> 3] = (data[bit >> 3] as number) ^ (1 << (bit & 7));
    await expect(unpackBlob({ ...blob, data })).rejects.toMatchObject({
      code: "blob_damaged",
    });
  }
});

import { zipSync } from "fflate";
import { describe, expect, it, test } from "vitest";
import { readTables } from "./read-tables";
import { bytesOf, cellsOf, workbook, zipOf } from "./testing/files";
import { unzip, zipEntries } from "./zip";

const table = "a,b\n1,2\n";

/** Where the list of a zip begins, and where its end does. */
function placesOf(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  return { view, end, list: view.getUint32(end + 16, true) };
}

async function refused(bytes: Uint8Array): Promise<string | undefined> {
  const { problems, tables } = await readTables(bytes, "a.zip");
  expect(tables).toEqual([]);
  return problems.fatal?.code;
}

/** A zip whose end stands twice, the second time as programs write it for large files. */
function withWideEnd(bytes: Uint8Array, count: number): Uint8Array {
  const { end, list } = placesOf(bytes);
  const wide = new Uint8Array(76);
  const view = new DataView(wide.buffer);
  view.setUint32(0, 0x06064b50, true);
  view.setBigUint64(4, 44n, true);
  view.setBigUint64(24, BigInt(count), true);
  view.setBigUint64(32, BigInt(count), true);
  view.setBigUint64(40, BigInt(end - list), true);
  view.setBigUint64(48, BigInt(list), true);
  view.setUint32(56, 0x07064b50, true);
  view.setBigUint64(64, BigInt(end), true);
  view.setUint32(72, 1, true);
  return Uint8Array.from([
    ...bytes.subarray(0, end),
    ...wide,
    ...bytes.subarray(end),
  ]);
}

describe("[IM-03] a zip", () => {
  it("that is packed is read as it was before", async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `${at},seven\n`);
    const long = `number,word\n${rows.join("")}`;
    const { tables } = await readTables(
      zipSync({ "a.csv": bytesOf.utf8(long) }),
      "a.zip",
    );
    expect(tables[0]!.rows).toHaveLength(20_000);
    expect(tables[0]!.rows.at(-1)!.cells).toEqual(["19999", "seven"]);
  });

  it("gives a workbook whose sheets are packed, and leaves packed what no table needs", async () => {
    const cells = Array.from({ length: 9_000 }, (_, at) => [at, "a word"]);
    const stored = zipEntries(workbook({ A: [["Number", "Word"], ...cells] }))!;
    const files = Object.fromEntries(
      stored.map(({ name, bytes }) => [name, bytes]),
    );
    const packed = zipSync(
      { ...files, "zz.bin": new Uint8Array(1_000) },
      { mtime: "2026-11-29" },
    );
    // The list says that the last file, which is no sheet, grows to gigabytes.
    const { view, list, end } = placesOf(packed);
    let at = list;
    for (let next = list; next < end;) {
      at = next;
      next += 46 + view.getUint16(at + 28, true);
    }
    view.setUint32(at + 24, 0xfff0_0000, true);
    const { tables, problems } = await readTables(packed, "a.xlsx");
    expect(problems.listed).toEqual([]);
    expect(cellsOf(tables[0]!).at(-1)).toEqual(["8999", "a word"]);
  });

  it("is never unpacked beyond what its list says, nor cut to it", async () => {
    const bytes = zipSync({ "a.csv": bytesOf.utf8(table.repeat(1_000)) });
    const { view, list } = placesOf(bytes);
    view.setUint32(list + 24, 8, true);
    expect(await refused(bytes)).toBe("unreadable");
    view.setUint32(list + 24, 9_000, true);
    expect(await refused(bytes)).toBe("unreadable");
  });

  it("whose files become too much together is not unpacked at all", async () => {
    const entries = zipEntries(zipOf({ "a.csv": table, "b.csv": table }))!;
    expect(await unzip(entries, 16)).toMatchObject({ size: 2 });
    expect(await unzip(entries, 15)).toBe("tooMany");
  });

  it("may say twice what it holds where it says the same", async () => {
    const bytes = withWideEnd(zipOf({ "a.csv": table }), 1);
    const { tables } = await readTables(bytes, "a.zip");
    expect(cellsOf(tables[0]!)).toEqual([["1", "2"]]);
  });

  test.each([
    [
      "whose counts differ",
      () => {
        const bytes = workbook({ A: [["a"], [1]] });
        const { view, end } = placesOf(bytes);
        view.setUint16(end + 10, 1, true);
        return bytes;
      },
    ],
    [
      "that says another number for large files",
      () => withWideEnd(zipOf({ "a.csv": table, "b.csv": table }), 1),
    ],
    [
      "with more files than any export has",
      () =>
        zipOf(
          Object.fromEntries(
            Array.from({ length: 10_001 }, (_, at) => [`${at}`, ""]),
          ),
        ),
    ],
    [
      "with a name that comes twice",
      () => {
        const bytes = zipOf({ "a.csv": table, "b.csv": table });
        const { list } = placesOf(bytes);
        bytes[list + 46 + 5 + 46] = "a".charCodeAt(0);
        return bytes;
      },
    ],
    [
      "whose files lie over one another",
      () => {
        const bytes = zipOf({ "a.csv": table, "b.csv": table });
        const { view, list } = placesOf(bytes);
        view.setUint32(list + 46 + 5 + 42, 0, true);
        return bytes;
      },
    ],
    [
      "with a file that nobody can read without a password",
      () => {
        const bytes = zipOf({ "a.csv": table });
        const { view, list } = placesOf(bytes);
        view.setUint16(list + 8, 1, true);
        return bytes;
      },
    ],
    [
      "whose list leads beyond its end",
      () => {
        const bytes = zipOf({ "a.csv": table });
        const { view, list } = placesOf(bytes);
        view.setUint32(list + 42, 0xffff_fff0, true);
        return bytes;
      },
    ],
  ])("%s is refused", async (_, make) => {
    expect(await refused(make())).toBe("unreadable");
  });
});

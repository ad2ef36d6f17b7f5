import fs from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { onceFor } from "../scripts/digest.mjs";
import { root } from "../scripts/processes.mjs";

let folder: string;
beforeEach(() => {
  fs.mkdirSync(path.join(root, ".data-test"), { recursive: true });
  folder = path.relative(
    root,
    fs.mkdtempSync(path.join(root, ".data-test/once-")),
  );
});
afterEach(() => fs.rmSync(path.join(root, folder), { recursive: true }));

const pages = () => path.join(folder, "pages/BUILD_ID");
const server = () => path.join(folder, "dist/main.js");

function write(file: string): void {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), "");
}

/** A build of two folders with its stamp in the first, as that of the product is. */
const build = (digest = "of these sources", work = async () => undefined) =>
  onceFor({
    stamp: path.join(folder, "pages/stamp"),
    made: [pages(), server()],
    digest: () => digest,
    work: async () => {
      write(pages());
      await work();
      write(server());
    },
  });

test("what was built is built once, and again for other sources", async () => {
  expect(await build()).toBe(true);
  expect(await build()).toBe(false);
  expect(await build("of other sources")).toBe(true);
});

test("a build that was killed half-way is done again", async () => {
  const killed = build("of these sources", async () => {
    throw new Error("killed");
  });
  await expect(killed).rejects.toThrow("killed");
  expect(fs.existsSync(path.join(root, pages()))).toBe(true);
  expect(await build()).toBe(true);
  expect(await build()).toBe(false);
});

test.each([
  ["the server's folder is gone", server],
  ["part of the pages is gone", pages],
])("where %s, a stamp beside it is not believed", async (_what, missing) => {
  await build();
  fs.rmSync(path.join(root, missing()));
  expect(await build()).toBe(true);
  expect(fs.existsSync(path.join(root, missing()))).toBe(true);
});

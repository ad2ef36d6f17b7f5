import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ensureChromium, findChromium } from "../scripts/chromium.mjs";
import { isInstalled } from "../scripts/install.mjs";
import {
  isRoot,
  reachableFolder,
  serverAccount,
} from "../scripts/postgres-binaries.mjs";

const { playwrights } = vi.hoisted(() => ({ playwrights: { at: "" } }));
vi.mock("@playwright/test", () => ({
  chromium: { executablePath: () => playwrights.at },
}));

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "waymark-start-"));
  fs.chmodSync(folder, 0o755);
});
afterEach(() => {
  vi.unstubAllEnvs();
  fs.rmSync(folder, { recursive: true });
});

/** Writes a file and says where it is. */
function write(name: string, content = ""): string {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
  return file;
}

describe("packages are installed unless they are there", () => {
  const lock = (packages: object) => JSON.stringify({ packages });
  const wanted = {
    "": { version: "1.0.0" },
    "node_modules/yjs": { version: "13.6.0" },
    "node_modules/for-a-mac": { version: "1.0.0", optional: true },
  };
  const isThere = (found: object | null) => {
    write("package-lock.json", lock(wanted));
    if (found) write("node_modules/.package-lock.json", lock(found));
    return isInstalled(folder);
  };
  const yjs = { "node_modules/yjs": { version: "13.6.0" } };

  test.each([
    ["what is optional may be missing", true, yjs],
    ["a fresh clone has none", false, null],
    ["one is missing", false, {}],
    [
      "one is of another version",
      false,
      { "node_modules/yjs": { version: "13.5.0" } },
    ],
    [
      "what is optional is of another version",
      false,
      { ...yjs, "node_modules/for-a-mac": { version: "0.9.0" } },
    ],
  ])("%s: %s", (_, expected, found) => {
    expect(isThere(found)).toBe(expected);
  });

  test("a killed install, which wrote packages and not yet what it wrote, is none", () => {
    write("node_modules/yjs/package.json", "{}");
    expect(isThere(null)).toBe(false);
    write("node_modules/.package-lock.json", lock(yjs).slice(0, -2));
    expect(isInstalled(folder)).toBe(false);
  });
});

// On a Mac one may also be among its applications.
describe.skipIf(process.platform === "darwin")("the browser of tests", () => {
  const search = (...folders: string[]) => {
    const at = folders.map((name) => path.join(folder, name));
    vi.stubEnv("PATH", at.join(path.delimiter));
  };
  beforeEach(() => {
    vi.stubEnv("CHROMIUM", undefined);
    playwrights.at = path.join(folder, "of-playwright/chrome");
    search("a", "b");
  });

  test("is the one that is named, else one on the machine, without windows first, else Playwright's, else none", () => {
    expect(findChromium()).toBeNull();
    const last = write("of-playwright/chrome");
    expect(findChromium()).toBe(last);
    const withWindows = write("a/chromium");
    expect(findChromium()).toBe(withWindows);
    const withoutWindows = write("b/chromium-headless-shell");
    expect(findChromium()).toBe(withoutWindows);
    vi.stubEnv("CHROMIUM", path.join(folder, "not-there"));
    expect(findChromium()).toBe(withoutWindows);
    const named = write("mine/chrome");
    vi.stubEnv("CHROMIUM", named);
    expect(findChromium()).toBe(named);
  });

  test("is installed where there is none, and where that does not work it is said how to help", async () => {
    await expect(ensureChromium(async () => undefined)).rejects.toThrow(
      /could not be installed[^]*apt install chromium[^]*CHROMIUM=/,
    );
    const install = vi.fn(async () => void write("a/chromium"));
    const found = path.join(folder, "a/chromium");
    expect(await ensureChromium(install)).toBe(found);
    expect(await ensureChromium(install)).toBe(found);
    expect(install).toHaveBeenCalledOnce();
  });
});

describe("whom the database runs as, and where it keeps its data", () => {
  test.skipIf(isRoot)(
    "an ordinary user's runs as that user, in the folder that was named",
    () => {
      fs.chmodSync(folder, 0o700);
      const data = path.join(folder, "data/postgres");
      expect(serverAccount()).toEqual({});
      expect(reachableFolder(data, {})).toBe(data);
    },
  );

  test.runIf(isRoot)(
    "root's runs as somebody else, and in a folder that they can enter",
    () => {
      const account = serverAccount();
      expect(account.uid).toBeGreaterThan(0);
      expect(account.gid).toBeGreaterThan(0);
      const data = path.join(folder, "data/postgres");
      expect(reachableFolder(data, account)).toBe(data);
      fs.chmodSync(folder, 0o700);
      const other = reachableFolder(data, account);
      expect(other).toMatch(/^\/var\/lib\/waymark\/[0-9a-f]{12}\/data$/);
      expect(reachableFolder(data, account), "the same each time").toBe(other);
      fs.rmdirSync(path.dirname(other));
    },
  );
});

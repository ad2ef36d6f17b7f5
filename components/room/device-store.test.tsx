import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FakeCaches } from "@/components/kept/testing/fake-caches";
import {
  earlyKey,
  forgetCopies,
  hasUnsent,
  keptEpoch,
  noteEpoch,
  noteUnsent,
} from "./device-store";

const mine = { journeyId: "j", userId: "me" };
const others = { journeyId: "j", userId: "other" };

beforeEach(() => {
  sessionStorage.clear();
  sessionStorage.setItem(earlyKey("j:me"), "[1]");
  sessionStorage.setItem(earlyKey("j:other"), "[2]");
  sessionStorage.setItem("elsewhere", "3");
});
afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

test("[A6] signing out leaves no word behind that was written before a page was alive", async () => {
  await forgetCopies(null);
  expect(Object.keys(sessionStorage)).toEqual(["elsewhere"]);
});

test("[A6] what others left behind in this tab is forgotten, and nothing of one's own", async () => {
  await forgetCopies("me");
  expect(Object.keys(sessionStorage)).toEqual([earlyKey("j:me"), "elsewhere"]);
});

let kept: FakeCaches;
beforeEach(async () => {
  kept = new FakeCaches();
  for (const name of ["waymark:pages:me", "waymark:pages:other", "elsewhere"])
    await kept.open(name);
  vi.stubGlobal("caches", kept.asCaches);
});
afterEach(() => vi.unstubAllGlobals());

test("[A6] signing out erases the pages of all maps that were kept", async () => {
  await forgetCopies(null);
  expect(await kept.keys()).toEqual(["elsewhere"]);
});

test("[A6] whoever comes after somebody else erases their pages, and keeps their own", async () => {
  await forgetCopies("me");
  expect(await kept.keys()).toEqual(["waymark:pages:me", "elsewhere"]);
});

describe("[A6] [2.14] the copies of maps that a browser keeps", () => {
  const ofMe = ["waymark:j:3:me", "waymark:forgotten:1:me"];
  const ofOthers = ["waymark:j:4:other"];
  let deleted: Set<string>;

  /** @param lists - whether this browser says which databases it has. */
  function keepCopies(lists = true): void {
    deleted = new Set();
    const known = ["elsewhere", ...ofMe, ...ofOthers];
    vi.stubGlobal("indexedDB", {
      deleteDatabase: (name: string) => deleted.add(name),
      ...(lists && { databases: async () => known.map((name) => ({ name })) }),
    });
    noteEpoch(mine, 3);
    noteEpoch(others, 4);
    noteUnsent(mine, "tab");
    noteUnsent(others, "tab");
  }
  const left = () =>
    [mine, others].map((owner) => [keptEpoch(owner), hasUnsent(owner.userId)]);

  test("are all erased when somebody signs out, and nothing else is", async () => {
    keepCopies();
    await forgetCopies(null);
    expect([...deleted].sort()).toEqual([...ofMe, ...ofOthers].sort());
    expect(left()).toEqual([
      [null, false],
      [null, false],
    ]);
  });

  test("are erased where they are others', when somebody signs in", async () => {
    keepCopies();
    await forgetCopies("me");
    expect([...deleted]).toEqual(ofOthers);
    expect(left()).toEqual([
      [3, true],
      [null, false],
    ]);
  });

  test("are erased in a browser too that does not say what it keeps", async () => {
    keepCopies(false);
    await forgetCopies(null);
    expect([...deleted].sort()).toEqual(["waymark:j:3:me", ...ofOthers].sort());
  });
});

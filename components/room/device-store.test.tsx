import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeCaches } from "@/components/kept/testing/fake-caches";
import { earlyKey, forgetCopies } from "./device-store";

beforeEach(() => {
  sessionStorage.clear();
  sessionStorage.setItem(earlyKey("j:me"), "[1]");
  sessionStorage.setItem(earlyKey("j:other"), "[2]");
  sessionStorage.setItem("elsewhere", "3");
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

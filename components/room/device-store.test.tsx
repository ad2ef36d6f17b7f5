import { beforeEach, expect, test } from "vitest";
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

import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { alone, click, map, send, type } from "./testing/early-page";

vi.mock("./late-early", () => {
  throw new Error("not on the server any more");
});

test("[A1] where the part that takes words over cannot be had, the page takes the next ones itself", async () => {
  map.put("Old");
  const { awake } = send();
  await awake();
  await vi.waitFor(() => expect(globalThis.waymarkEarly).toBeUndefined());
});

test("[A6] words that wait for a part that cannot be had stay in sight", async () => {
  const card = map.put("Old");
  alone();
  const { awake } = send();
  click(map.thing(card));
  type("Mine");
  await awake();
  await new Promise((done) => setTimeout(done, 50));
  expect(globalThis.waymarkEarly).toBeDefined();
  expect(screen.getByDisplayValue("Mine")).toBeTruthy();
});

import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import room from "@/lib/i18n/messages/en/room.json";
import { readPresence } from "@/lib/protocol/presence";
import type { Presence } from "@/lib/protocol/presence";
import { completeJsdom } from "@/test/jsdom-browser";
import { TestMap } from "./testing/test-map";

completeJsdom();
afterEach(cleanup);

function presence(name: string, more: object = {}): Presence {
  const user = { id: name, name, colour: "green", role: "editor" };
  const read = readPresence({ user, ...more });
  if (!read) throw new Error("no presence");
  return read;
}

it("[A5] four faces stand above the map, all names behind the number of the others, and who is away fades", async () => {
  const at = new TestMap();
  const names = ["Ada", "Bo", "Cem", "Dana", "Eva", "Finn"];
  at.scene.meet(names.map((name) => presence(name, { isIdle: name === "Bo" })));
  at.show();
  const faces = screen.getAllByRole("button", { name: /^Follow / });
  expect(faces.map((face) => face.getAttribute("aria-label"))).toEqual([
    "Follow Ada (Edits)",
    "Follow Bo (Away)",
    "Follow Cem (Edits)",
    "Follow Dana (Edits)",
  ]);
  const isFaint = (face: Element) => face.querySelector(".opacity-45") !== null;
  expect(faces.map(isFaint)).toEqual([false, true, false, false]);
  const more = screen.getByRole("button", { name: /^6 other people/ });
  expect(within(more).getByText("+2")).toBeTruthy();
  fireEvent.click(more);
  const list = await screen.findByRole("dialog", { name: room.people.title });
  for (const name of ["Me", ...names])
    expect(within(list).getByText(name)).toBeTruthy();
});

it("[A4] [A5] the strip of stages says where colleagues are", () => {
  const at = new TestMap();
  const [, buy = "", use = ""] = at.stages;
  const lane = at.scene.source.get().lanes[0]!.id;
  at.scene.meet([
    presence("Ada", { at: { kind: "cell", laneId: lane, columnId: buy } }),
    presence("Bo", { at: { kind: "entity", id: use } }),
    presence("Cem", { at: { kind: "cell", laneId: lane, columnId: buy } }),
  ]);
  at.show();
  const strip = screen.getByRole("toolbar", { name: "Stages" });
  const said = within(strip)
    .getAllByRole("button")
    .map((stage) => stage.getAttribute("aria-label"));
  expect(said).toEqual([
    "Find, no touchpoints",
    "Buy, no touchpoints, here: Ada, Cem",
    "Use, no touchpoints, here: Bo",
  ]);
});

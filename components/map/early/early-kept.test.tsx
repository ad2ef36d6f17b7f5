import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Seat } from "@/components/room/seat";
import { click, map, me, send, type } from "./testing/early-page";

/** As long as there is no room yet, nothing may be written. */
function alone(): void {
  const room = map.scene.room();
  map.scene.room = () => ({ ...room, client: null, seat: new Seat(null) });
}

const keptAs = `waymark:early:${me}`;

test("[A6] what takes early words ends with the map it stands on, and they stay for when somebody comes back", async () => {
  const card = map.put("Old");
  alone();
  const { awake, leave } = send();
  click(map.thing(card));
  type("Mine");
  await awake();
  expect(screen.getByDisplayValue("Mine")).toBeTruthy();
  await leave();
  expect(globalThis.waymarkEarly).toBeUndefined();
  expect(document.querySelector("waymark-early")).toBeNull();
  expect(sessionStorage.getItem(keptAs)).toContain("Mine");
});

test("[A6] a lane of one map says nothing to what takes words on another", async () => {
  map.put("Old");
  const { awake } = send("another map:me");
  await awake();
  const early = globalThis.waymarkEarly!;
  const row = map.cell().dataset.row!;
  expect(early.isAwake(row)).toBe(false);
});

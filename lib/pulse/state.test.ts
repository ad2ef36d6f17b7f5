import { expect, test } from "vitest";
import { pulseStateOf, type PulseTimes } from "./state";

const now = new Date("2026-11-29T12:00:00Z");
const before = new Date("2026-11-28T12:00:00Z");
const after = new Date("2026-11-30T12:00:00Z");
const always: PulseTimes = {
  opensAt: null,
  closesAt: null,
  closedAt: null,
  revokedAt: null,
};

test.each([
  ["open", {}],
  ["open", { opensAt: before, closesAt: after }],
  ["open", { opensAt: now }],
  ["scheduled", { opensAt: after }],
  ["closed", { closesAt: now }],
  ["closed", { closedAt: before, closesAt: after }],
  ["closed", { opensAt: after, closedAt: before }],
  ["revoked", { revokedAt: before, closedAt: before }],
])("[N06] a pulse is %s by %j", (state, times) => {
  expect(pulseStateOf({ ...always, ...times }, now)).toBe(state);
});

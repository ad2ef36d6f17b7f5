import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { VersionPace } from "./version-pace";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const minuteMs = 60_000;

function start(before = 0) {
  const errors: unknown[] = [];
  const keep = vi.fn(async () => undefined);
  const pace: VersionPace = new VersionPace(
    { keep, wake: () => pace.work(), report: (error) => errors.push(error) },
    before,
  );
  const edit = (count: number) => {
    pace.note(count);
    pace.work();
  };
  return { pace, keep, edit, errors };
}

test("[2.12] a version is kept after 200 edits, but not twice within two minutes", async () => {
  const { keep, edit, pace } = start();
  edit(199);
  expect(keep).toHaveBeenCalledTimes(0);
  edit(1);
  expect(keep).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(30_000);
  edit(500);
  expect(keep).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(100_000);
  edit(1);
  expect(keep).toHaveBeenCalledTimes(2);
  pace.stop();
});

test("[2.12] a version is kept after ten minutes of activity, however little", async () => {
  const { keep, edit, pace } = start();
  for (let minute = 0; minute < 10; minute += 1) {
    edit(1);
    await vi.advanceTimersByTimeAsync(minuteMs);
  }
  expect(keep).toHaveBeenCalledTimes(0);
  edit(1);
  expect(keep).toHaveBeenCalledTimes(1);
  pace.stop();
});

test("[2.12] a version is kept when the map goes quiet, and none while nothing changes", async () => {
  const { keep, edit } = start();
  edit(3);
  await vi.advanceTimersByTimeAsync(minuteMs);
  edit(1);
  await vi.advanceTimersByTimeAsync(1.5 * minuteMs);
  expect(keep).toHaveBeenCalledTimes(0);
  await vi.advanceTimersByTimeAsync(minuteMs);
  expect(keep).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(60 * minuteMs);
  expect(keep).toHaveBeenCalledTimes(1);
});

test("[2.12] what was edited before the last crash is kept when the room ends", async () => {
  const { keep, pace } = start(4);
  await pace.finish();
  expect(keep).toHaveBeenCalledTimes(1);
  await pace.finish();
  expect(keep).toHaveBeenCalledTimes(1);
});

test("a version that could not be kept is tried again at the end", async () => {
  const { keep, edit, pace, errors } = start();
  keep.mockRejectedValueOnce(new Error("away"));
  edit(200);
  await vi.advanceTimersByTimeAsync(0);
  expect(errors).toHaveLength(1);
  await pace.finish();
  expect(keep).toHaveBeenCalledTimes(2);
});

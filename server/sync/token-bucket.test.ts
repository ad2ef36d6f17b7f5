import { expect, test } from "vitest";
import { TokenBucket } from "./token-bucket";

test("a bucket gives its burst at once, then so many per second, and never more than its burst", () => {
  const bucket = new TokenBucket(10, 20, 0);
  expect(bucket.take(20, 0)).toBe(true);
  expect(bucket.take(1, 50)).toBe(false);
  expect(bucket.take(1, 100)).toBe(true);
  expect(bucket.take(21, 1_000_000)).toBe(false);
  expect(bucket.take(20, 1_000_000)).toBe(true);
});

test("a clock that jumps back takes nothing away", () => {
  const bucket = new TokenBucket(10, 20, 10_000);
  expect(bucket.take(5, 0)).toBe(true);
  expect(bucket.take(15, 0)).toBe(true);
});

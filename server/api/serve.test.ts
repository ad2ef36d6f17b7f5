import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { logger } from "@/server/logger";
import { failure } from "./serve";

beforeEach(() => {
  vi.spyOn(logger(), "error").mockReturnValue(undefined);
});
afterEach(() => vi.restoreAllMocks());

const answerTo = (message: string, code: string) => {
  const { status, headers } = failure(
    Object.assign(new Error(message), { code }),
    crypto.randomUUID(),
  );
  return [status, headers.get("retry-after")];
};

// The words of Prisma, which has one code for both.
test("a transaction that could not begin may be tried again, and one that took too long is a mistake of ours", () => {
  const api = "Transaction API error:";
  expect(
    answerTo(
      `${api} Unable to start a transaction in the given time.`,
      "P2028",
    ),
  ).toEqual([503, "5"]);
  expect(
    answerTo(
      `${api} A query cannot be executed on an expired transaction. The timeout for this transaction was 60000 ms, however 60123 ms passed since the start of the transaction.`,
      "P2028",
    ),
  ).toEqual([500, null]);
  expect(answerTo("Timed out fetching a connection", "P2024")).toEqual([
    503,
    "5",
  ]);
});

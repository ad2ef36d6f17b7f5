import { expect, test, vi } from "vitest";
import { together } from "./together";

test("who asks within one turn is answered by one query, and the next turn asks again", async () => {
  const find = vi.fn(
    async (keys: readonly string[]) =>
      new Map(keys.filter((key) => key !== "c").map((key) => [key, `${key}!`])),
  );
  const ask = together(find, (key: string) => key);
  expect(await Promise.all([ask("a"), ask("b"), ask("c"), ask("a")])).toEqual([
    "a!",
    "b!",
    null,
    "a!",
  ]);
  expect(find).toHaveBeenCalledOnce();
  await ask("a");
  expect(find).toHaveBeenCalledTimes(2);
});

test("a query that fails fails for all who asked, and for nobody after them", async () => {
  let isDown = true;
  const ask = together(
    async (keys: readonly string[]) => {
      if (isDown) throw new Error("down");
      return new Map(keys.map((key) => [key, key]));
    },
    (key: string) => key,
  );
  const answers = await Promise.allSettled([ask("a"), ask("b")]);
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  isDown = false;
  expect(await ask("a")).toBe("a");
});

const turn = () => new Promise((done) => setImmediate(done));

test("of those who come one in each turn, as after a restart, all are asked about at once", async () => {
  const find = vi.fn(
    async (keys: readonly string[]) => new Map(keys.map((key) => [key, key])),
  );
  const ask = together(find, (key: string) => key);
  const asked: Promise<string | null>[] = [];
  for (let at = 0; at < 10; at++) {
    asked.push(ask(`key ${at}`));
    await turn();
  }
  expect(await Promise.all(asked)).toHaveLength(10);
  expect(find.mock.calls.length).toBeLessThan(10);
});

test("who comes while questions are on their way is asked about at the latest when one of them is answered, with all others", async () => {
  const answers: (() => void)[] = [];
  const find = vi.fn(async (keys: readonly string[]) => {
    await new Promise<void>((done) => answers.push(done));
    return new Map(keys.map((key) => [key, key]));
  });
  const ask = together(find, (key: string) => key);
  const asked: Promise<string | null>[] = [];
  for (let at = 1; at <= 3; at++) {
    asked.push(ask(`key ${at}`));
    await vi.waitFor(() => expect(find).toHaveBeenCalledTimes(at));
  }
  for (let at = 4; at <= 10; at++) {
    asked.push(ask(`key ${at}`));
    for (let turns = 0; turns < 5; turns++) await turn();
  }
  expect(find).toHaveBeenCalledTimes(3);
  for (const answer of answers) answer();
  await vi.waitFor(() => expect(find).toHaveBeenCalledTimes(4));
  for (const answer of answers) answer();
  expect(await Promise.all(asked)).toHaveLength(10);
  expect(find.mock.calls[3]?.[0]).toHaveLength(7);
});

import { act, renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { usePagedList } from "./use-paged-list";

interface Page {
  readonly rows: readonly number[];
  readonly nextCursor: string | null;
}

/** As long as a machine may take that does much else. */
const patience = { timeout: 15_000 };
const rowsOf = ({ rows }: Page) => rows;
const pageSize = 2;

/** What the server holds, and how it was asked. */
let held: number[];
let isDown: boolean;
let asked: string[];

beforeEach(() => {
  held = [1, 2, 3, 4, 5];
  isDown = false;
  asked = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    if (isDown) return new Response(null, { status: 503 });
    const query = new URL(url, "https://maps.example").searchParams;
    const from = Number(query.get("cursor") ?? 0);
    const to = from + Number(query.get("limit") ?? pageSize);
    const nextCursor = to < held.length ? String(to) : null;
    return Response.json({ rows: held.slice(from, to), nextCursor });
  });
});
afterEach(() => vi.unstubAllGlobals());

const show = (first?: Page) =>
  renderHook(
    ({ edition }) =>
      usePagedList<number, Page>({ path: "/list", rowsOf, edition, first }),
    { initialProps: { edition: 1 } },
  );

test("[N06] a list grows page by page, and what was read on stays in sight when somebody changed it", async () => {
  const { result, rerender } = show();
  await waitFor(() => expect(result.current.rows).toEqual([1, 2]), patience);
  expect(result.current.hasMore).toBe(true);
  await act(async () => expect(await result.current.more()).toBe(true));
  expect(result.current.rows).toEqual([1, 2, 3, 4]);
  held = [0, ...held];
  rerender({ edition: 2 });
  await waitFor(
    () => expect(result.current.rows).toEqual([0, 1, 2, 3]),
    patience,
  );
  await act(() => result.current.more());
  expect(result.current.rows).toEqual([0, 1, 2, 3, 4, 5]);
  expect(result.current.hasMore).toBe(false);
});

test("[N06] what was read stays where reading it again or reading on fails, until it succeeds", async () => {
  const { result } = show();
  await waitFor(() => expect(result.current.rows).toEqual([1, 2]), patience);
  isDown = true;
  await act(async () => expect(await result.current.more()).toBe(false));
  await act(() => result.current.reload());
  expect(result.current.problem?.status).toBe(503);
  expect(result.current.rows).toEqual([1, 2]);
  isDown = false;
  await act(() => result.current.reload());
  expect(result.current.problem).toBeNull();
});

test("[R52] a list that the server drew is not asked for again before something changed", async () => {
  const { result, rerender } = show({ rows: [1, 2], nextCursor: "2" });
  expect(result.current.rows).toEqual([1, 2]);
  await act(() => result.current.more());
  expect(asked).toEqual(["/api/v1/list?cursor=2"]);
  rerender({ edition: 2 });
  await waitFor(
    () => expect(asked.at(-1)).toBe("/api/v1/list?limit=4"),
    patience,
  );
});

test("[N06] reading on while the list is due to be read again loses neither", async () => {
  const { result, rerender } = show();
  await waitFor(() => expect(result.current.rows).toEqual([1, 2]), patience);
  held = [0, 1, 2, 3, 4, 5];
  rerender({ edition: 2 });
  await act(async () => expect(await result.current.more()).toBe(true));
  await waitFor(
    () => expect(result.current.rows).toEqual([0, 1, 2, 3]),
    patience,
  );
  expect(asked.at(-1)).toBe("/api/v1/list?limit=4");
});

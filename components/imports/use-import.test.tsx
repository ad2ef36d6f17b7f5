import { act, cleanup, renderHook } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ImportWork } from "@/lib/api/import-works";
import { item, reading, work } from "./testing/reading";
import { useImport } from "./use-import";
import { useWorks } from "./use-works";

const send = vi.hoisted(() => vi.fn());
vi.mock("./send-file", () => ({ sendFile: send }));

/** What the server knows of the import; null while it cannot be asked about it. */
let now: ImportWork | null = null;
const cancelled = vi.fn();
function answer(url: string): Response {
  if (url.endsWith("/cancel")) {
    cancelled(url);
    // One that is done stays done.
    if (now && now.state !== "done") now = { ...now, state: "cancelled" };
  }
  const isListed = now !== null && now.state !== "cancelled";
  if (url.endsWith("/import-works"))
    return Response.json({ works: isListed ? [now] : [] });
  if (now === null) throw new Error("The network is gone");
  return Response.json(url.includes("/imports/") ? item : now);
}

beforeEach(() => {
  now = null;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.stubGlobal("fetch", async (url: string) => answer(url));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.resetAllMocks();
  vi.unstubAllGlobals();
});

const done = (data: unknown) => ({ ok: true, data, etag: null });
const later = (ms = 500) => act(() => vi.advanceTimersByTimeAsync(ms));
const place = {
  slug: "shoes",
  journeyId: "0198c000-0000-7000-8000-00000000c001",
  touchpoints: [],
  personas: [],
};
const path = `/workspaces/shoes/journeys/${place.journeyId}/import-works`;
const first: readonly ImportWork[] = [];
const onDone = () => undefined;

/** A page that has its file ready to be imported. */
async function ready() {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{}}>
      {children}
    </NextIntlClientProvider>
  );
  const { result } = renderHook(
    () => useImport(place, useWorks(path, { first, onDone })),
    { wrapper },
  );
  send.mockResolvedValue(done(reading));
  const file = new File(["a;b\n1;2\n"], "survey.csv");
  await act(() => result.current.begin(file));
  await act(() => result.current.next());
  await act(() => result.current.next());
  expect(result.current.open?.step).toBe("plan");
  return result;
}

/** The same, once its import goes on. */
async function begun() {
  const page = await ready();
  now = work;
  send.mockResolvedValueOnce(done(work));
  await act(() => page.current.next());
  expect(page.current.ownId).toBe(work.id);
  expect(page.current.open).toBeNull();
  return page;
}

/** One that is stopped when all of it has left; its answer arrives when it is let. */
async function stoppedOnArrival() {
  const page = await ready();
  let answerIt: (answer: unknown) => void = () => undefined;
  send.mockImplementationOnce(
    ({ onProgress }: { onProgress: (share: number) => void }) => {
      onProgress(1);
      return new Promise((resolve) => {
        answerIt = resolve;
      });
    },
  );
  let sending: Promise<void> | undefined;
  act(() => {
    sending = page.current.next();
  });
  act(() => page.current.stop());
  const arrive = async () => {
    answerIt(done(work));
    await act(async () => sending);
  };
  return { page, arrive };
}

const keys = () =>
  send.mock.calls.flatMap(
    ([{ idempotencyKey }]) => (idempotencyKey as string | undefined) ?? [],
  );

/** Imports once more; whether that is the same import as before. */
async function isTheSameAgain(
  page: Awaited<ReturnType<typeof ready>>,
): Promise<boolean> {
  send.mockResolvedValueOnce(done(work));
  await act(() => page.current.next());
  const [before, again] = keys().slice(-2);
  return before !== undefined && before === again;
}

describe("[R58] an import that a page has begun", () => {
  test("is shown when it is done", async () => {
    const page = await begun();
    now = { ...work, state: "done", importId: item.id };
    await later();
    expect(page.current).toMatchObject({
      done: item,
      ownId: null,
      open: null,
      problem: null,
    });
  });

  test("[IM-08] [FT-24] and that stopped with the server is started again with what was decided, under the same key", async () => {
    const page = await begun();
    now = { ...work, state: "stopped" };
    await later();
    expect(page.current.unfinished).toBe("stopped");
    expect(page.current.open?.settings).toEqual(reading.settings);
    expect(await isTheSameAgain(page)).toBe(true);
  });

  test("that somebody cancelled is back where it began", async () => {
    const page = await begun();
    now = { ...work, state: "cancelled" };
    await later();
    expect(page.current.unfinished).toBe("cancelled");
    expect(page.current.open?.step).toBe("plan");
  });

  test("that fails says why where it can be changed, and no more among what is under way", async () => {
    const page = await begun();
    const errors = [{ path: "settings.touchpoints.pay", code: "gone" }];
    now = { ...work, state: "failed", problem: { code: "invalid", errors } };
    await later();
    expect(page.current.problem).toMatchObject({
      code: "invalid",
      fields: errors,
    });
    expect(page.current.open?.step).toBe("plan");
    expect(cancelled).toHaveBeenCalledOnce();
  });

  test("is not said to be cancelled where nobody can be asked, and is the same one when it is tried again", async () => {
    const page = await begun();
    now = null;
    await later();
    expect(page.current.unfinished).toBeNull();
    expect(page.current.problem).toMatchObject({ code: "no_connection" });
    expect(await isTheSameAgain(page)).toBe(true);
  });

  test("and that is stopped on its way is never sent to its end", async () => {
    const page = await ready();
    send.mockImplementationOnce(
      ({ signal }: { signal: AbortSignal }) =>
        new Promise((resolve) => {
          const problem = { code: "no_connection" };
          const end = () => resolve({ ok: false, problem });
          signal.addEventListener("abort", end, { once: true });
        }),
    );
    let sending: Promise<void> | undefined;
    act(() => {
      sending = page.current.next();
    });
    expect(page.current.way?.share).toBe(0);
    act(() => page.current.stop());
    await act(async () => sending);
    expect(page.current).toMatchObject({ way: null, problem: null });
    expect(cancelled).not.toHaveBeenCalled();
  });

  test("and that is stopped after it has arrived is cancelled as soon as its name is known", async () => {
    const { page, arrive } = await stoppedOnArrival();
    now = work;
    await arrive();
    expect(cancelled).toHaveBeenCalledWith(
      expect.stringContaining(`${work.id}/cancel`),
    );
    expect(page.current.unfinished).toBe("cancelled");
    expect(page.current.ownId).toBeNull();
  });

  test("and that was done before it could be cancelled is shown as done", async () => {
    const { page, arrive } = await stoppedOnArrival();
    now = { ...work, state: "done", importId: item.id };
    await arrive();
    expect(cancelled).toHaveBeenCalledOnce();
    await later();
    expect(page.current).toMatchObject({ done: item, unfinished: null });
  });
});

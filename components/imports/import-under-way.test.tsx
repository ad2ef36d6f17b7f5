import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ImportWork } from "@/lib/api/import-works";
import { completeJsdom } from "@/test/jsdom-browser";
import { item, reading, work } from "./testing/reading";
import { showImports } from "./testing/show-imports";

const send = vi.hoisted(() => vi.fn());
vi.mock("./send-file", () => ({ sendFile: send }));
const refresh = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));

completeJsdom();

/** What the server knows of imports. */
let works: readonly ImportWork[] = [];
const asked = vi.fn();
function answer(url: string, { method }: RequestInit = {}): Response {
  asked(method, url);
  const [one] = works;
  if (url.endsWith("/cancel")) {
    works = one ? [{ ...one, state: "cancelled" }] : [];
    return Response.json(works[0]);
  }
  const listed = works.filter(({ state }) => state !== "cancelled");
  if (url.endsWith("/import-works")) return Response.json({ works: listed });
  if (url.endsWith(`/imports/${item.id}`)) return Response.json(item);
  const isHere = one && url.endsWith(one.id);
  return isHere ? Response.json(one) : new Response(null, { status: 404 });
}

beforeEach(() => {
  works = [];
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.stubGlobal("fetch", async (url: string, init?: RequestInit) =>
    answer(url, init),
  );
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.resetAllMocks();
  vi.unstubAllGlobals();
});

const later = (ms = 500) => act(() => vi.advanceTimersByTimeAsync(ms));
const bar = () => screen.getByRole("progressbar");
const press = (name: string | RegExp) =>
  act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
    await vi.advanceTimersByTimeAsync(0);
  });
const said = () =>
  screen.getAllByRole("status").flatMap(({ textContent }) => textContent || []);

describe("[R58] an import that goes on", () => {
  test("shows whoever comes which step runs and how far it is, and that again and again", async () => {
    works = [work];
    showImports(false, [], works);
    expect(screen.getByRole("heading", { name: "survey.csv" })).toBeTruthy();
    expect(screen.getByText(/by Anna/)).toBeTruthy();
    expect(bar().getAttribute("aria-valuetext")).toBe("12,000 of 50,000 rows");
    expect(bar().getAttribute("aria-valuenow")).toBe("0.24");
    const current = document.querySelector("[aria-current=step]");
    expect(current?.textContent).toBe("Check");
    works = [{ ...work, step: "storing", done: 1, total: 4 }];
    await later();
    expect(bar().getAttribute("aria-valuetext")).toBe(
      "1 of 4 pieces of evidence",
    );
    expect(screen.queryByRole("button", { name: /Cancel/ })).toBeNull();
  });

  test("tells a screen reader each step and each quarter of it, and not every row", async () => {
    works = [work];
    showImports(true, [], works);
    expect(said()).toEqual(["Checking the cells"]);
    for (const done of [26_000, 30_000, 36_000]) {
      works = [{ ...work, done }];
      await later();
      expect(said()).toEqual(["Checking the cells: 50%"]);
    }
    works = [{ ...work, step: "matching", done: 500 }];
    await later();
    expect(said()).toEqual(["Matching with touchpoints"]);
  });

  test("of which nothing is known yet has a bar without a figure", () => {
    showImports(true, [], [{ ...work, step: "reading", done: 0 }]);
    expect(bar().hasAttribute("aria-valuenow")).toBe(false);
  });

  test("that somebody else ends brings the list of imports up to date", async () => {
    works = [work];
    showImports(true, [], works);
    works = [{ ...work, state: "done", importId: item.id }];
    await later();
    expect(screen.queryByRole("progressbar")).toBeNull();
    expect(refresh).toHaveBeenCalledOnce();
  });

  test("is asked for more rarely where nothing moves, and not at all by a page that nobody sees", async () => {
    works = [work];
    showImports(true, [], works);
    await later(60_000);
    const often = asked.mock.calls.length;
    expect(often).toBeGreaterThan(20);
    expect(often).toBeLessThan(40);
    const seen = vi.spyOn(document, "visibilityState", "get");
    seen.mockReturnValue("hidden");
    await later(60_000);
    expect(asked.mock.calls).toHaveLength(often);
    seen.mockReturnValue("visible");
    await act(async () => {
      document.dispatchEvent(new Event("visibilitychange"));
      await vi.advanceTimersByTimeAsync(0);
    });
    expect(asked.mock.calls).toHaveLength(often + 1);
  });

  test("is cancelled by whoever may import, and is gone", async () => {
    works = [work];
    showImports(true, [], works);
    await press("Cancel the import of “survey.csv”");
    expect(asked).toHaveBeenCalledWith(
      "POST",
      expect.stringContaining(`/import-works/${work.id}/cancel`),
    );
    expect(screen.queryByRole("heading", { name: "survey.csv" })).toBeNull();
  });
});

describe("an import that did not come to its end", () => {
  test("[FT-24] because the server ended says so, and what can be done", async () => {
    works = [{ ...work, state: "stopped" }];
    showImports(true, [], works);
    expect(screen.getByText("Stopped")).toBeTruthy();
    expect(screen.getByText(/Choose the file again/)).toBeTruthy();
    await press("Put away “survey.csv”");
    expect(screen.queryByText("Stopped")).toBeNull();
  });

  test("because of its file says why and where", () => {
    const errors = [{ path: "rows.7", code: "openQuote" }];
    const problem = { code: "import_unreadable", errors };
    showImports(true, [], [{ ...work, state: "failed", problem }]);
    expect(screen.getByRole("alert").textContent).toContain(
      "It shows in row 7.",
    );
  });
});

const done = (data: unknown) => ({ ok: true, data, etag: null });

/** As far as the import of a file that this page has chosen. */
async function begin(): Promise<void> {
  const { container } = showImports();
  send.mockResolvedValue(done(reading));
  const input = container.querySelector("input[type=file]") as HTMLElement;
  const file = new File(["a;b\n1;2\n"], "survey.csv");
  await act(async () => fireEvent.change(input, { target: { files: [file] } }));
  await press("Next");
  await press("Next");
  works = [work];
  send.mockResolvedValueOnce(done(work));
  await press("Import");
}

describe("an import that this page has begun", () => {
  test("has the focus, can be left, and is shown when it is done", async () => {
    await begin();
    expect(document.activeElement?.textContent).toBe("survey.csv");
    expect(screen.getByText(/You can leave this page/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Import" })).toBeNull();
    works = [{ ...work, state: "done", importId: item.id }];
    await later();
    expect(
      screen.getByText("1 piece of evidence was added to 1 touchpoint."),
    ).toBeTruthy();
    expect(screen.queryByText(/You can leave this page/)).toBeNull();
  });
});

describe("a file that is looked into", () => {
  test("shows how far the server is with it until its answer is there", async () => {
    const { container } = showImports();
    let answerWith: (data: unknown) => void = () => undefined;
    send.mockReturnValueOnce(
      new Promise((resolve) => {
        answerWith = resolve;
      }),
    );
    const input = container.querySelector("input[type=file]") as HTMLElement;
    const file = new File(["a;b\n1;2\n"], "survey.csv");
    await act(async () =>
      fireEvent.change(input, { target: { files: [file] } }),
    );
    const [{ head }] = send.mock.calls[0] as [{ head: { workId: string } }];
    works = [{ ...work, id: head.workId }];
    await later();
    expect(bar().getAttribute("aria-valuetext")).toBe("12,000 of 50,000 rows");
    expect(document.querySelectorAll("li[aria-current=step]")).toHaveLength(1);
    expect(screen.queryByText("Store")).toBeNull();
    await act(async () => answerWith(done(reading)));
    expect(screen.queryByRole("progressbar")).toBeNull();
    expect(
      screen.getByRole("heading", { name: "What is in the file?" }),
    ).toBeTruthy();
  });
});

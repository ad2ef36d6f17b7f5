import {
  act,
  cleanup,
  fireEvent,
  screen,
  waitFor,
  within,
} from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ApiResult } from "@/components/workspace/api-client";
import type { ImportReading } from "@/lib/api/imports";
import { completeJsdom } from "@/test/jsdom-browser";
import { checkout, item, reading, work } from "./testing/reading";
import { showImports } from "./testing/show-imports";

const send = vi.hoisted(() => vi.fn());
vi.mock("./send-file", () => ({ sendFile: send }));
const refresh = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));

completeJsdom();
beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
const ask = vi.fn();
beforeEach(() => {
  ask.mockImplementation(async () => Response.json(item));
  vi.stubGlobal("fetch", ask);
});
afterEach(() => {
  cleanup();
  vi.resetAllMocks();
  vi.unstubAllGlobals();
});

const imported = { ...work, state: "done", importId: item.id };

const done = (data: unknown): ApiResult<unknown> => ({
  ok: true,
  data,
  etag: null,
});
const refusedWith = (
  code: string,
  fields: { path: string; code: string }[] = [],
): ApiResult<unknown> => ({
  ok: false,
  problem: { code, status: 422, requestId: null, fields },
});

interface Sent {
  readonly path: string;
  readonly head: {
    readonly settings?: ImportReading["settings"];
    readonly isProposing?: boolean;
  };
  readonly idempotencyKey?: string;
}
const sent = () => send.mock.calls.map(([request]) => request as Sent);

async function choose(answer: ApiResult<unknown>): Promise<void> {
  send.mockResolvedValueOnce(answer);
  const { container } = showImports();
  const input = container.querySelector("input[type=file]") as HTMLElement;
  const file = new File(["a;b\n1;2\n"], "survey.csv");
  await act(async () => fireEvent.change(input, { target: { files: [file] } }));
}

const heading = (name: string) => screen.findByRole("heading", { name });

async function go(button: string, answer: unknown): Promise<void> {
  send.mockResolvedValueOnce(done(answer));
  await act(async () =>
    fireEvent.click(screen.getByRole("button", { name: button })),
  );
}

describe("[R58] a file on its way to evidence", () => {
  test("shows what was recognised, the columns with what they are, and that those about people are left out", async () => {
    await choose(done(reading));
    await heading("What is in the file?");
    expect(screen.getByText(/Looks like a survey/)).toBeTruthy();
    const separator = screen.getByRole("button", { name: /Separator/ });
    expect(separator.textContent).toContain("Semicolon");
    const role = screen.getByRole("button", { name: /Role of “E-mail”/ });
    expect(role.textContent).toContain("Personal: left out");
    const columns = screen.getByRole("list", { name: "Columns" });
    expect(within(columns).getByText("Please check")).toBeTruthy();
    // Whatever a cell holds is text.
    expect(screen.getByText("<b>a@people.example</b>")).toBeTruthy();
  });

  test("the browser's Back goes one step back and keeps what was decided, until nothing is left to lose", async () => {
    await choose(done(reading));
    await heading("What is in the file?");
    await go("Next", reading);
    await heading("Which touchpoint is it about?");
    act(() => window.history.back());
    await heading("What is in the file?");
    await go("Next", reading);
    await heading("Which touchpoint is it about?");
    act(() => window.history.back());
    await heading("What is in the file?");
    act(() => window.history.back());
    await screen.findByText("Drop a file here, or choose one.");
  });

  test("answers in words stand in their order, and the order can be turned round before anything is read by it", async () => {
    await choose(done(reading));
    await heading("What is in the file?");
    const words = () =>
      screen
        .getAllByRole("button", { name: /counts as/ })
        .map((one) => one.getAttribute("aria-labelledby"))
        .map((ids) =>
          (ids ?? "")
            .split(" ")
            .map((id) => document.getElementById(id)?.textContent ?? "")
            .join(" "),
        );
    expect(words().join()).toMatch(/Good.*Bad.*Don’t know/);
    fireEvent.click(
      screen.getByRole("button", { name: "Turn the order round" }),
    );
    expect(words().join()).toMatch(/Bad.*Good.*Don’t know/);
    await go("Next", reading);
    const said = sent()[1]?.head.settings?.mapping.columns[1]?.scale?.words;
    expect(said?.slice(0, 2)).toEqual([
      { word: "Good", value: 3 },
      { word: "Bad", value: 1 },
    ]);
  });

  test("proposes touchpoints, says how many values have none, and tells before the import what is not imported", async () => {
    await choose(done(reading));
    await go("Next", reading);
    await heading("Which touchpoint is it about?");
    expect(sent()[1]?.head.isProposing).toBe(true);
    expect(screen.getByText("1 of 2 values have a touchpoint.")).toBeTruthy();
    const cart = screen.getByRole("button", { name: /Touchpoint of “cart”/ });
    expect(cart.textContent).toContain("Checkout");
    const pay = screen.getByRole("button", { name: /Touchpoint of “pay”/ });
    expect(pay.textContent).toContain("None: leave out");
    await go("Next", reading);
    await heading("What will be written");
    expect(sent()[2]?.head.isProposing).toBe(false);
    expect(screen.getByText("Mean 2.25 of 1 to 3")).toBeTruthy();
    expect(
      screen.getByText("1 value without a touchpoint, 30 rows"),
    ).toBeTruthy();
  });

  test("is imported under one key and shown with its way back", async () => {
    await choose(done(reading));
    await go("Next", reading);
    await go("Next", reading);
    await go("Import", imported);
    const last = sent().at(-1);
    expect(last?.path.endsWith("/import-works")).toBe(true);
    expect(last?.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
    expect(
      await screen.findByText("1 piece of evidence was added to 1 touchpoint."),
    ).toBeTruthy();
    await waitFor(() => expect(refresh).toHaveBeenCalled());
  });

  test("with wrong cells waits until somebody agrees to go without them", async () => {
    const wrong: ImportReading = {
      ...reading,
      problems: {
        counts: { notNumber: 1 },
        listed: [
          {
            code: "notNumber",
            row: 4_999,
            column: 2,
            columnName: "How was it?",
            text: "often",
          },
        ],
      },
    };
    await choose(done(wrong));
    await go("Next", wrong);
    await go("Next", wrong);
    await heading("What will be written");
    expect(screen.getByText("No number")).toBeTruthy();
    expect(screen.getByText("4999")).toBeTruthy();
    const button = screen.getByRole("button", { name: "Import" });
    expect(button.hasAttribute("disabled")).toBe(true);
    fireEvent.click(screen.getByRole("checkbox", { name: /Import the rest/ }));
    expect(button.hasAttribute("disabled")).toBe(false);
    await go("Import", imported);
    expect(sent().at(-1)?.head.settings?.isPartial).toBe(true);
  });

  test("rows that are left out say why, and can be put back", async () => {
    const finished = { column: 0, leaveOut: ["0", ""], why: "unfinished" };
    const filtered = {
      ...reading,
      leftOutRows: 3,
      settings: {
        ...reading.settings,
        mapping: { ...reading.settings.mapping, leaveOut: [finished] },
      },
    } as ImportReading;
    await choose(done(filtered));
    const box = await screen.findByRole("checkbox", {
      name: /Leave out answers that nobody finished.*0, \(empty\)/,
    });
    fireEvent.click(box);
    await go("Next", filtered);
    expect(sent()[1]?.head.settings?.mapping.leaveOut).toEqual([
      { ...finished, isOff: true },
    ]);
    await go("Next", filtered);
    await heading("What will be written");
    expect(
      screen.getByText("3 rows left out in the first step: not finished"),
    ).toBeTruthy();
  });

  test("[IM-04] cells of a file are words on the page, whatever they hold", async () => {
    const cell = "<img src=x onerror=alert(1)>";
    const hostile: ImportReading = {
      ...reading,
      preamble: [cell],
      columns: reading.columns.map((column) => ({
        ...column,
        name: cell,
        samples: [cell, "=1+1"],
      })),
      problems: {
        counts: { notNumber: 1 },
        listed: [
          {
            code: "notNumber",
            row: 2,
            column: 2,
            columnName: cell,
            text: cell,
          },
        ],
      },
    };
    await choose(done(hostile));
    expect((await screen.findAllByText(cell)).length).toBeGreaterThan(0);
    expect(screen.getAllByText(`${cell} · =1+1`).length).toBeGreaterThan(0);
    await go("Next", hostile);
    await go("Next", hostile);
    await heading("What will be written");
    expect(screen.getAllByText(cell).length).toBeGreaterThan(0);
    expect(document.querySelector("img, [onerror]")).toBeNull();
  });

  test("of fewer answers than the limit says that there will be no score", async () => {
    const [group] = reading.plan.groups;
    const few = { ...group!, n: 4, value: null, scale: null };
    const plan = { ...reading.plan, groups: [few] };
    const told: ImportReading = { ...reading, leastAnswers: 10, plan };
    await choose(done(told));
    await go("Next", told);
    await go("Next", told);
    await heading("What will be written");
    expect(
      screen.getByText("too few answers: a score from 10 on"),
    ).toBeTruthy();
  });

  test("whose answer was lost is not imported a second time, whatever is changed in between", async () => {
    await choose(done(reading));
    await go("Next", reading);
    await go("Next", reading);
    const lost = refusedWith("no_connection");
    send.mockResolvedValueOnce(lost);
    const press = (name: string) =>
      act(async () => fireEvent.click(screen.getByRole("button", { name })));
    await press("Import");
    await press("Back");
    fireEvent.change(screen.getByRole("textbox", { name: "Source" }), {
      target: { value: "Another name" },
    });
    await go("Next", reading);
    send.mockResolvedValueOnce(refusedWith("idempotency_mismatch"));
    await press("Import");
    const keys = sent().flatMap(({ idempotencyKey }) => idempotencyKey ?? []);
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(keys[0]);
    expect(
      await screen.findByText(/This file was imported already/),
    ).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Import" })).toBeNull();
    await waitFor(() => expect(refresh).toHaveBeenCalledTimes(2));
  });

  test("says which choices fell away with a touchpoint, and offers those that are there now", async () => {
    const renamed = {
      ...reading,
      gone: 1,
      touchpoints: [{ id: checkout, title: "Paying" }],
    };
    await choose(done(reading));
    await go("Next", renamed);
    expect(screen.getByText(/1 choice fell away/)).toBeTruthy();
    const cart = screen.getByRole("button", { name: /Touchpoint of “cart”/ });
    expect(cart.textContent).toContain("Paying");
    await go("Next", reading);
    send.mockResolvedValueOnce(
      refusedWith("invalid", [
        { path: "settings.touchpoints.cart", code: "gone" },
      ]),
    );
    await act(async () =>
      fireEvent.click(screen.getByRole("button", { name: "Import" })),
    );
    expect(await screen.findByText(/were deleted meanwhile/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Back" })).toBeTruthy();
  });

  test("is read anew as somebody says, and what is shown follows", async () => {
    await choose(done(reading));
    await heading("What is in the file?");
    fireEvent.click(screen.getByRole("button", { name: /Header rows/ }));
    const none = await screen.findByRole("option", {
      name: /first row is data/,
    });
    const [first] = reading.columns;
    const anew: ImportReading = {
      ...reading,
      columns: [{ ...first!, name: "column 1", parts: [] }],
      settings: { ...reading.settings, layout: { headerRows: 0 } },
    };
    send.mockResolvedValueOnce(done(anew));
    await act(async () => fireEvent.click(none));
    expect(sent()[1]?.head).toMatchObject({
      table: 0,
      layout: { headerRows: 0 },
    });
    const columns = screen.getByRole("list", { name: "Columns" });
    expect(within(columns).getByText("column 1")).toBeTruthy();
    await go("Next", reading);
    expect(sent()[2]?.head.settings?.layout).toEqual({ headerRows: 0 });
  });

  test("whose columns were set on another map says so", async () => {
    await choose(done({ ...reading, isSaved: true, isSavedElsewhere: true }));
    await heading("What is in the file?");
    expect(screen.getByText(/into another map/)).toBeTruthy();
  });

  test("that was imported before is said to count twice", async () => {
    const earlier = { id: item.id, at: "2026-11-28T12:00:00.000Z" };
    await choose(done({ ...reading, earlier }));
    expect(
      await screen.findByText(/This very file was imported here/),
    ).toBeTruthy();
  });

  test("that cannot be read says why, and where", async () => {
    await choose(
      refusedWith("import_unreadable", [{ path: "rows.7", code: "openQuote" }]),
    );
    expect((await screen.findByRole("alert")).textContent).toContain(
      "A quotation mark opens a cell and nothing closes it. It shows in row 7.",
    );
  });
});

describe("the imports of a journey", () => {
  test("say what an undo takes away, what somebody changed included", async () => {
    showImports(true, [{ ...item, left: 3, changed: 2, kind: "log" }]);
    fireEvent.click(
      screen.getByRole("button", { name: "Undo the import of “survey.csv”" }),
    );
    const asked = await screen.findByRole("alertdialog");
    expect(asked.textContent).toContain("All 3 pieces of evidence go.");
    expect(asked.textContent).toContain("2 of them were changed or moved");
    expect(asked.textContent).toContain("Cases, waits and ends disappear");
  });

  test("can be read, and not made or undone, by those who may not import", () => {
    showImports(false, [item]);
    expect(screen.getByText("survey.csv")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Undo/ })).toBeNull();
    expect(screen.queryByRole("button", { name: "Choose a file" })).toBeNull();
  });
});

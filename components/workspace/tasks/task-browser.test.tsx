import {
  act,
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
  waitFor,
  within,
} from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import {
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  vi,
} from "vitest";
import { preloadParts } from "@/components/ui/on-demand";
import { Toasts } from "@/components/ui/toast";
import { formats } from "@/lib/i18n/formats";
import common from "@/lib/i18n/messages/en/common.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import tasks from "@/lib/i18n/messages/en/tasks.json";
import type { WorkspaceTask } from "@/lib/api/tasks";
import { completeJsdom } from "@/test/jsdom-browser";
import { TaskBrowser, type TaskBrowserProps } from "./task-browser";
import { readTaskView } from "./task-view";
import { aTask, aTaskList } from "./testing/task";

const asked = vi.hoisted(() => vi.fn());
const replace = vi.hoisted(() => vi.fn());
vi.mock("../api-client", () => ({ api: asked }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ replace }) }));
// Nothing has a size in jsdom that could be scrolled, and it would say so at length.
vi.mock("@atlaskit/pragmatic-drag-and-drop-auto-scroll/element", () => ({
  autoScrollForElements: () => () => undefined,
}));

completeJsdom();
// Computing what is hidden takes longer than all else; and a busy machine may take its time.
configure({ defaultHidden: true, asyncUtilTimeout: 20_000 });
beforeAll(preloadParts, 60_000);
beforeEach(() => {
  asked.mockReset();
  replace.mockReset();
});
afterEach(cleanup);

const anna = {
  id: "p1",
  name: "Anna",
  kind: "person" as const,
  colour: "blue",
};

interface Shown extends Partial<TaskBrowserProps> {
  readonly look?: "list" | "board";
}

function show(rows: readonly WorkspaceTask[], shown: Shown = {}) {
  const { look = "list", ...props } = shown;
  const view = readTaskView({ view: look }, undefined);
  const only = (status: string) =>
    aTaskList(rows.filter((task) => task.status === status));
  const first =
    look === "list"
      ? ({ look, list: aTaskList(rows) } as const)
      : ({
          look,
          columns: {
            open: only("open"),
            doing: only("doing"),
            done: only("done"),
            dropped: only("dropped"),
          },
        } as const);
  return render(
    <NextIntlClientProvider
      locale="en"
      timeZone="UTC"
      formats={formats}
      messages={{ common, errors, tasks }}
    >
      <TaskBrowser
        slug="acme"
        view={view}
        first={first}
        people={[anna]}
        journeys={[]}
        hasAny={rows.length > 0}
        today="2026-06-15"
        mayEdit
        {...props}
      />
      <Toasts />
    </NextIntlClientProvider>,
  );
}

/** Answers changes; what the lists are asked for is left open, as on a slow network. */
function answerChanges(answer: () => unknown) {
  asked.mockImplementation((_path: string, request?: { method?: string }) =>
    request?.method === "PATCH"
      ? Promise.resolve(answer())
      : new Promise(() => undefined),
  );
}
const done = { ok: true, data: { seq: 2 }, etag: null };
const refused = (code: string) => ({
  ok: false,
  problem: { code, status: 409, requestId: null, fields: [] },
});
const patches = () =>
  asked.mock.calls
    .filter(([, request]) => request?.method === "PATCH")
    .map(([path, { body }]) => [path, body]);
const column = (name: string) =>
  within(screen.getByRole("region", { name: new RegExp(`^${name}`) }));

describe("the board of tasks", () => {
  const grip = (name: string) => screen.getByRole("button", { name });
  const press = (key: string) =>
    fireEvent.keyDown(document.activeElement!, { key });

  it("[R05] [N10] carries a task to another status with the keys, says so, sends it and keeps the focus on it", () => {
    answerChanges(() => done);
    show([aTask("1"), aTask("2", { status: "doing" })], { look: "board" });
    const handle = grip("Move “Task 1”");
    handle.focus();
    fireEvent.click(handle);
    expect(handle.getAttribute("aria-pressed")).toBe("true");
    press("ArrowRight");
    press("ArrowRight");
    press("Enter");
    expect(patches()).toEqual([
      ["/workspaces/acme/journeys/j1/cards/1/task", { status: "done" }],
    ]);
    expect(column("Done").getByText("Task 1")).toBeTruthy();
    expect(column("Done").getByRole("heading").textContent).toBe("Done1");
    expect(column("To do").getByRole("heading").textContent).toBe("To do0");
    expect(document.activeElement?.getAttribute("aria-label")).toBe(
      "Move “Task 1”",
    );
  });

  it("[N10] Esc leaves a held task where it was, and so does leaving its handle; nothing is sent", () => {
    show([aTask("1")], { look: "board" });
    const handle = grip("Move “Task 1”");
    for (const leave of [() => press("Escape"), () => fireEvent.blur(handle)]) {
      handle.focus();
      fireEvent.click(handle);
      press("ArrowRight");
      leave();
      expect(handle.getAttribute("aria-pressed")).toBe("false");
      expect(column("To do").getByText("Task 1")).toBeTruthy();
    }
    expect(patches()).toEqual([]);
  });

  it("[R05] puts a task back where the server refuses, and says why", async () => {
    answerChanges(() => refused("unavailable"));
    show([aTask("1")], { look: "board" });
    const handle = grip("Move “Task 1”");
    handle.focus();
    fireEvent.click(handle);
    press("End");
    press(" ");
    expect(column("Dropped").getByText("Task 1")).toBeTruthy();
    await waitFor(() =>
      expect(column("To do").getByText("Task 1")).toBeTruthy(),
    );
    expect(await screen.findByText(errors.unavailable)).toBeTruthy();
  });

  it("[AZ-01] who may only look has nothing to move and nothing to change", () => {
    show([aTask("1", { due: "2026-06-01" })], {
      look: "board",
      mayEdit: false,
    });
    expect(screen.queryByRole("button", { name: /^Move/ })).toBeNull();
    expect(column("To do").queryByRole("button")).toBeNull();
    expect(column("To do").getByText(/^Overdue since/)).toBeTruthy();
  });
});

describe("the list of tasks", () => {
  it("[R05] tells where each comes from and leads to its place on the map; what is late says so in words", () => {
    show([
      aTask("1", {
        due: "2026-06-14",
        origin: { id: "c", kind: "pain", text: "Too slow" },
      }),
      aTask("2", { due: "2026-06-15" }),
    ]);
    const link = screen.getByRole("link", { name: "Task 1" });
    expect(link.getAttribute("href")).toBe("/w/acme/journeys/j1?card=1");
    expect(screen.getByText("From: Too slow")).toBeTruthy();
    expect(
      screen.getAllByText("Overdue", { selector: "td span" }),
    ).toHaveLength(1);
  });

  it("[R72] gives a task to somebody and a day, each with what it was, and takes both back to nothing", async () => {
    answerChanges(() => done);
    show([aTask("1", { person: anna, due: "2026-06-20" })]);
    const day = screen.getByLabelText("“Task 1” is due on");
    fireEvent.change(day, { target: { value: "2026-07-01" } });
    fireEvent.keyDown(day, { key: "Enter" });
    fireEvent.click(screen.getByRole("button", { name: /^Anna does/ }));
    fireEvent.click(
      await screen.findByRole("option", { name: "Nobody", hidden: false }),
    );
    expect(patches().map(([, body]) => body)).toEqual([
      { due: "2026-07-01" },
      { stakeholderId: null },
    ]);
    expect(
      await screen.findByRole("button", { name: /^Nobody does/ }),
    ).toBeTruthy();
    await act(async () => undefined);
  });

  it("[R05] says that nothing is there and leads to where tasks begin, or widens what hides them", () => {
    const { unmount } = show([]);
    expect(screen.getByText("No tasks yet")).toBeTruthy();
    expect(
      screen.getByRole("link", { name: "To the pains" }).getAttribute("href"),
    ).toBe("/w/acme/opportunities?view=pains");
    unmount();
    show([], {
      hasAny: true,
      view: readTaskView({ overdue: "true" }, undefined),
    });
    const [clear] = screen.getAllByRole("button", { name: "Clear filters" });
    fireEvent.click(clear!);
    expect(replace).toHaveBeenCalledWith("/w/acme/tasks?view=list");
  });

  it("[R05] the look that is chosen is in the address and kept for the next visit", () => {
    window.history.replaceState(null, "", "/w/acme/tasks");
    show([aTask("1")]);
    fireEvent.click(screen.getByRole("radio", { name: "Board" }));
    expect(replace).toHaveBeenCalledWith("/w/acme/tasks?view=board");
    expect(document.cookie).toContain("waymark-tasks=board");
  });
});

describe("what others change", () => {
  it("[R05] appears when one comes back to the page; a task that was just finished here stays in sight", async () => {
    answerChanges(() => done);
    show([aTask("1"), aTask("2")]);
    fireEvent.click(
      screen.getAllByRole("button", { name: /Status of “Task 1”/ })[0]!,
    );
    fireEvent.click(
      await screen.findByRole("option", { name: "Done", hidden: false }),
    );
    expect(patches()).toHaveLength(1);
    asked.mockImplementation(async () => ({
      ok: true,
      data: aTaskList([aTask("2", { text: "Renamed", seq: 3 })]),
      etag: null,
    }));
    await act(async () =>
      document.dispatchEvent(new Event("visibilitychange")),
    );
    expect(await screen.findByText("Renamed")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Task 1" })).toBeTruthy();
  });
});

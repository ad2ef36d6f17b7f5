import {
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
  waitFor,
  within,
} from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { InboxItem } from "@/lib/api/inbox";
import { formats } from "@/lib/i18n/formats";
import common from "@/lib/i18n/messages/en/common.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import inbox from "@/lib/i18n/messages/en/inbox.json";
import workspace from "@/lib/i18n/messages/en/workspace.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { Inbox } from "./inbox";
import { UnreadProvider } from "./unread";
import { UnreadBadge } from "./unread-badge";

const asked = vi.hoisted(() => vi.fn());
vi.mock("../api-client", () => ({ api: asked }));
vi.mock("next/navigation", () => ({ usePathname: () => "/w/shoes/inbox" }));

const item = (part: Partial<InboxItem> = {}): InboxItem => ({
  id: "0198c000-0000-7000-8000-0000000000a1",
  kind: "mention",
  at: "2026-11-29T10:00:00.000Z",
  isRead: false,
  by: { id: "0198c000-0000-7000-8000-0000000000b1", name: "Grace Hopper" },
  journey: { id: "j1", title: "Buying shoes" },
  label: "Checkout",
  threadId: "t1",
  entityId: null,
  excerpt: "Is this <b>still</b> so, @Ada?",
  ...part,
});
const task = item({
  id: "0198c000-0000-7000-8000-0000000000a2",
  kind: "task",
  at: "2026-11-28T10:00:00.000Z",
  threadId: null,
  entityId: "c1",
  label: "Call them back",
  excerpt: "",
});

completeJsdom();
configure({ asyncUtilTimeout: 20_000 });
beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  asked.mockImplementation((path: string) =>
    Promise.resolve({
      ok: true,
      data: path.endsWith("/count") ? { unread: 1 } : null,
    }),
  );
});
afterEach(() => {
  cleanup();
  asked.mockReset();
});

function show(items: InboxItem[], nextCursor: string | null = null): void {
  render(
    <NextIntlClientProvider
      locale="en"
      timeZone="UTC"
      formats={formats}
      messages={{ common, errors, inbox, workspace }}
    >
      <UnreadProvider slug="shoes" initial={2}>
        <nav>
          <UnreadBadge />
        </nav>
        <Inbox slug="shoes" initial={{ items, nextCursor }} isAll={false} />
      </UnreadProvider>
    </NextIntlClientProvider>,
  );
}

const rows = () => screen.getAllByRole("listitem");

it("says who told what and where, and leads to the exact place", () => {
  show([item(), task]);
  const [first, second] = rows() as [HTMLElement, HTMLElement];
  const link = within(first).getByRole("link");
  expect(link.textContent).toBe("Unread: Grace Hopper mentioned you");
  expect(link.getAttribute("href")).toBe("/w/shoes/journeys/j1?thread=t1");
  expect(first.textContent).toContain("Is this <b>still</b> so, @Ada?");
  expect(first.textContent).toContain("Checkout · Buying shoes");
  const given = within(second).getByRole("link");
  expect(given.textContent).toContain("Grace Hopper gave you a task");
  expect(given.getAttribute("href")).toBe("/w/shoes/journeys/j1?card=c1");
});

it("marks one as read and unread again, counts anew, and keeps it in sight", async () => {
  show([item(), task]);
  expect(screen.getByText("2 unread")).toBeDefined();
  const [first] = rows() as [HTMLElement];
  fireEvent.click(within(first).getByRole("button", { name: "Mark as read" }));
  await screen.findByText("1 unread");
  expect(asked).toHaveBeenCalledWith(`/workspaces/shoes/inbox/${item().id}`, {
    method: "PATCH",
    body: { isRead: true },
  });
  fireEvent.click(
    within(rows()[0]!).getByRole("button", { name: "Mark as unread" }),
  );
  await waitFor(() =>
    expect(asked).toHaveBeenCalledWith(expect.any(String), {
      method: "PATCH",
      body: { isRead: false },
    }),
  );
});

it("marks all up to the newest that its reader saw, and nothing that came since", async () => {
  show([item(), task]);
  fireEvent.click(screen.getByRole("button", { name: "Mark all as read" }));
  await waitFor(() =>
    expect(
      screen.queryByRole("button", { name: "Mark all as read" }),
    ).toBeNull(),
  );
  expect(asked).toHaveBeenCalledWith("/workspaces/shoes/inbox/read", {
    method: "POST",
    body: { upTo: item().at },
  });
});

it("takes a mark back that the server refused", async () => {
  let refuse = () => undefined as void;
  const later = new Promise<void>((resolve) => (refuse = resolve));
  asked.mockImplementation(() =>
    later.then(() => ({ ok: false, problem: { code: "unavailable" } })),
  );
  show([item()]);
  fireEvent.click(screen.getByRole("button", { name: "Mark as read" }));
  await screen.findByRole("button", { name: "Mark as unread" });
  refuse();
  await screen.findByRole("button", { name: "Mark as read" });
  expect(rows()[0]!.textContent).toContain("Unread");
});

it("reads on from where it ended", async () => {
  show([item()], "c1");
  asked.mockImplementation(() =>
    Promise.resolve({ ok: true, data: { items: [task], nextCursor: null } }),
  );
  fireEvent.click(screen.getByRole("button", { name: "Show older" }));
  await waitFor(() => expect(rows()).toHaveLength(2));
  expect(asked).toHaveBeenCalledWith(
    "/workspaces/shoes/inbox?unread=true&cursor=c1",
  );
  expect(screen.queryByRole("button", { name: "Show older" })).toBeNull();
});

it("offers what came meanwhile, counts it, and shows it above what was read when somebody wants to see it", async () => {
  show([item({ isRead: true })]);
  const news = { ...task, at: "2026-11-29T11:00:00.000Z" };
  asked.mockImplementation((path: string) =>
    Promise.resolve({
      ok: true,
      data: path.endsWith("/count")
        ? { unread: 7 }
        : {
            // The last has moved up from below what is shown.
            items: [news, item({ id: "a0", at: "2026-11-20T10:00:00.000Z" })],
            nextCursor: null,
          },
    }),
  );
  fireEvent(document, new Event("visibilitychange", { bubbles: true }));
  const offered = await screen.findByRole("button", { name: "1 new" });
  await screen.findByText("7 unread");
  expect(rows()).toHaveLength(1);
  fireEvent.click(offered);
  expect(rows().map((row) => row.textContent)).toEqual([
    expect.stringContaining("gave you a task"),
    expect.stringContaining("mentioned you"),
  ]);
  expect(screen.queryByRole("button", { name: "1 new" })).toBeNull();
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Inbox");
});

it("says what would be here while there is nothing", () => {
  show([]);
  expect(screen.getByRole("heading", { name: "Nothing new" })).toBeDefined();
  expect(
    screen
      .getByRole("link", { name: "Show what you have read" })
      .getAttribute("href"),
  ).toBe("/w/shoes/inbox?show=all");
});

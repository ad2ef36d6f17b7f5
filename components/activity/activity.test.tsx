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
import { afterEach, expect, it, vi } from "vitest";
import { ACTIVITY_KINDS } from "@/lib/activity/kinds";
import type { ActivityItem, ActivityList } from "@/lib/api/activity";
import { formats } from "@/lib/i18n/formats";
import activityDe from "@/lib/i18n/messages/de/activity.json";
import activityEn from "@/lib/i18n/messages/en/activity.json";
import activityNl from "@/lib/i18n/messages/nl/activity.json";
import common from "@/lib/i18n/messages/en/common.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { ActivityPage } from "./activity-page";
import type { ActivityQuery } from "./query";

const asked = vi.hoisted(() => vi.fn());
const replaced = vi.hoisted(() => vi.fn());
vi.mock("@/components/workspace/api-client", () => ({ api: asked }));
vi.mock("next/navigation", () => ({
  usePathname: () => "/w/shoes/activity",
  useRouter: () => ({ replace: replaced }),
}));

const words = { en: activityEn, de: activityDe, nl: activityNl };
const anna = { id: "0198c000-0000-7000-8000-0000000000a1", name: "Anna" };
const journey = { id: "j1", title: "Running shoes", isInBin: false };
let count = 0;

const item = (part: Partial<ActivityItem> = {}): ActivityItem => ({
  id: `i${(count += 1)}`,
  kind: "touchpoint-changed",
  at: "2026-11-29T10:00:00.000Z",
  who: "member",
  by: anna,
  journey,
  ids: ["t1"],
  isMore: false,
  things: [],
  threadId: null,
  label: "",
  excerpt: "",
  ...part,
});
const thing = (id: string, label: string) =>
  ({ id, kind: "touchpoint", label }) as const;

completeJsdom();
configure({ asyncUtilTimeout: 20_000 });
afterEach(() => {
  cleanup();
  asked.mockReset();
  replaced.mockReset();
});

interface Shown {
  readonly nextCursor?: string | null;
  readonly query?: ActivityQuery;
  readonly locale?: keyof typeof words;
}

function page(items: ActivityItem[], shown: Shown = {}) {
  const { nextCursor = null, query = {}, locale = "en" } = shown;
  return (
    <NextIntlClientProvider
      locale={locale}
      timeZone="UTC"
      now={new Date("2026-11-29T12:00:00Z")}
      formats={formats}
      messages={{ common, errors, activity: words[locale] }}
    >
      <ActivityPage
        slug="shoes"
        initial={{ items, nextCursor }}
        query={query}
        journeys={[journey]}
        people={[anna]}
      />
    </NextIntlClientProvider>
  );
}

const show = (...args: Parameters<typeof page>) => render(page(...args));

const answer = (list: ActivityList) =>
  asked.mockResolvedValue({ ok: true, data: list });

/** Somebody comes back to the page. */
const comeBack = () =>
  fireEvent(document, new Event("visibilitychange", { bubbles: true }));

it("says who did what how often and where, and leads to the very thing", () => {
  show([
    item({ ids: ["t1", "t2"], things: [thing("t1", "Checkout")] }),
    item({ ids: ["t3"], things: [thing("t3", "Delivery")] }),
    item({
      kind: "comment-written",
      ids: [],
      threadId: "th1",
      label: "Checkout",
      excerpt: "Why <b>so</b>?",
    }),
    item({ kind: "import-done", ids: [], label: "survey.csv" }),
  ]);
  expect(screen.getByRole("heading", { name: "Today" })).toBeDefined();
  const blocks = screen.getAllByRole("list")[0]!;
  expect(within(blocks).getAllByText("Anna")).toHaveLength(1);
  expect(blocks.textContent).toContain(
    "changed 3 touchpoints: Checkout, Delivery and 1 more",
  );
  expect(blocks.textContent).toContain("commented: Checkout");
  expect(blocks.textContent).toContain("Why <b>so</b>?");
  const hrefs = within(blocks)
    .getAllByRole("link")
    .map((link) => link.getAttribute("href"));
  expect(hrefs).toEqual([
    "/w/shoes/journeys/j1",
    "/w/shoes/journeys/j1?touchpoint=t1",
    "/w/shoes/journeys/j1?touchpoint=t3",
    "/w/shoes/journeys/j1?thread=th1",
    "/w/shoes/journeys/j1/imports",
  ]);
});

it("says every kind in every language, without a placeholder left", () => {
  for (const locale of ["en", "de", "nl"] as const) {
    show(
      ACTIVITY_KINDS.map((kind, nth) =>
        item({ kind, journey: { ...journey, id: `j${nth}` } }),
      ),
      { locale },
    );
    const text = document.body.textContent ?? "";
    expect(text).not.toMatch(/[{}]|activity\./);
    cleanup();
  }
});

it("offers what came meanwhile, and shows it when somebody wants to see it", async () => {
  const old = item({ ids: ["t1"] });
  show([old]);
  answer({
    items: [
      item({ kind: "journey-reviewed", ids: [] }),
      { ...old, at: "2026-11-29T11:00:00.000Z", ids: ["t1", "t2"] },
    ],
    nextCursor: null,
  });
  comeBack();
  const news = await screen.findByRole("button", { name: "2 new" });
  expect(screen.queryByText(/reviewed the journey/)).toBeNull();
  fireEvent.click(news);
  await screen.findByText(/reviewed the journey/);
  expect(document.body.textContent).toContain("changed 2 touchpoints");
  expect(screen.queryByRole("button", { name: /new$/ })).toBeNull();
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Activity");
});

it("reads on from where it ended, and older deeds join their day", async () => {
  show([item({ ids: ["t1"] })], { nextCursor: "c1", query: { topic: "map" } });
  answer({ items: [item({ ids: ["t2"] })], nextCursor: null });
  fireEvent.click(screen.getByRole("button", { name: "Show older" }));
  await waitFor(() =>
    expect(document.body.textContent).toContain("changed 2 touchpoints"),
  );
  expect(asked).toHaveBeenCalledWith(
    "/workspaces/shoes/activity?topic=map&cursor=c1",
  );
  expect(screen.queryByRole("button", { name: "Show older" })).toBeNull();
});

it("leaves no gap where one deed of the page was done again and the rest is new", async () => {
  const [again, below] = [item({ ids: ["t1"] }), item({ ids: ["t2"] })];
  show([again, below], { nextCursor: "c1" });
  answer({
    items: [
      { ...again, at: "2026-11-29T11:00:00.000Z", ids: ["t1", "t9"] },
      item({ ids: ["t3"] }),
    ],
    nextCursor: "c2",
  });
  comeBack();
  fireEvent.click(await screen.findByRole("button", { name: "2 new" }));
  await waitFor(() =>
    expect(document.body.textContent).toContain("changed 3 touchpoints"),
  );
  fireEvent.click(screen.getByRole("button", { name: "Show older" }));
  expect(asked).toHaveBeenLastCalledWith(
    "/workspaces/shoes/activity?cursor=c2",
  );
});

it("news that are shown while older deeds are on their way stay", async () => {
  const old = item({ ids: ["t1"] });
  show([old], { nextCursor: "c1" });
  answer({ items: [item({ ids: ["t2"] }), old], nextCursor: "c1" });
  comeBack();
  const news = await screen.findByRole("button", { name: "1 new" });
  let send!: (list: ActivityList) => void;
  asked.mockReturnValue(
    new Promise((resolve) => {
      send = (data) => resolve({ ok: true, data });
    }),
  );
  fireEvent.click(screen.getByRole("button", { name: "Show older" }));
  fireEvent.click(news);
  send({ items: [item({ ids: ["t3"] })], nextCursor: null });
  await waitFor(() =>
    expect(document.body.textContent).toContain("changed 3 touchpoints"),
  );
});

it("keeps the focus on what reads on, and says how many came", async () => {
  show([item()], { nextCursor: "c1" });
  const button = screen.getByRole("button", { name: "Show older" });
  button.focus();
  answer({ items: [item(), item()], nextCursor: null });
  fireEvent.click(button);
  const said = await screen.findByText("2 more shown");
  expect(document.activeElement).toBe(said);
});

it("keeps the focus on the filter that was changed, and shows what it leaves", () => {
  const { rerender } = show([item()]);
  const filter = screen.getByRole("button", { name: /Kind$/ });
  filter.focus();
  const written = item({ kind: "comment-written", label: "Checkout" });
  rerender(page([written], { query: { topic: "talk" } }));
  expect(document.body.textContent).toContain("commented: Checkout");
  expect(document.activeElement?.textContent).toContain("Conversations");
});

it("calls yesterday yesterday on a page that was open overnight", () => {
  answer({ items: [], nextCursor: null });
  vi.useFakeTimers({ now: new Date("2026-11-29T12:00:00Z") });
  try {
    show([item()]);
    expect(screen.getByRole("heading", { name: "Today" })).toBeDefined();
    vi.setSystemTime(new Date("2026-11-30T00:10:00Z"));
    act(() => void vi.advanceTimersByTime(60_000));
    expect(screen.getByRole("heading", { name: "Yesterday" })).toBeDefined();
  } finally {
    vi.useRealTimers();
  }
});

it("is narrowed by the address, so that what was chosen can be handed on", async () => {
  show([item()], { query: { person: anna.id } });
  fireEvent.click(screen.getByRole("button", { name: /Kind$/ }));
  fireEvent.click(await screen.findByRole("option", { name: "Conversations" }));
  expect(replaced).toHaveBeenCalledWith(
    `/w/shoes/activity?person=${anna.id}&topic=talk`,
  );
});

it("says what would be here while there is nothing, and how to see all where it was narrowed", () => {
  show([]);
  expect(
    screen.getByRole("heading", { name: "Nothing has happened yet" }),
  ).toBeDefined();
  expect(screen.queryByRole("link", { name: "Show all activity" })).toBeNull();
  cleanup();
  show([], { query: { topic: "talk" } });
  expect(
    screen
      .getByRole("link", { name: "Show all activity" })
      .getAttribute("href"),
  ).toBe("/w/shoes/activity");
});

it("names a journey in the bin and does not lead there, and nobody who left", () => {
  show([
    item({
      kind: "journey-deleted",
      ids: [],
      who: "former",
      by: null,
      journey: { ...journey, isInBin: true },
    }),
  ]);
  expect(document.body.textContent).toContain("Former member · Running shoes");
  expect(screen.queryByRole("link")).toBeNull();
});

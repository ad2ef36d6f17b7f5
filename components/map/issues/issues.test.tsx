import {
  act,
  cleanup,
  configure,
  fireEvent,
  screen,
  within,
} from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { issueGroups } from "./issue-groups";
import map from "@/lib/i18n/messages/en/map.json";
import type { Issue, JourneyMap } from "@/lib/journey/journey-map";
import { completeJsdom } from "@/test/jsdom-browser";
import { TestMap } from "../testing/test-map";

completeJsdom();
configure({ defaultHidden: true, asyncUtilTimeout: 20_000 });
let at: TestMap;
beforeEach(() => {
  at = new TestMap();
});
afterEach(cleanup);

/** The map as it is, with something wrong with it. */
function showWith(...issues: readonly Partial<Issue>[]): void {
  const { source } = at.scene;
  const before = source.get;
  const whole = { entity: null, key: null, code: "bad_value" } as const;
  const wrong = issues.map((issue) => ({ ...whole, ...issue }));
  let made: JourneyMap | null = null;
  Object.assign(source, {
    get: () => (made ??= { ...before(), issues: wrong }),
  });
  at.show();
}

async function open(name: string) {
  fireEvent.click(await screen.findByRole("button", { name }));
  return screen.findByRole("dialog", { name: map.issues.title });
}

describe("what is wrong with a map", () => {
  it("[J75] over 5,000 cards: the header says so, and the dialog says what still goes and what to do", async () => {
    at.put("one");
    showWith({ code: "too_many_cards" });
    const dialog = await open("Over 5,000 cards");
    expect(dialog.textContent).toContain("This map holds 1 cards");
    expect(dialog.textContent).toContain("none added until there are fewer");
    expect(within(dialog).queryByRole("link")).toBeNull();
  });

  it("[J12] a map of a newer version can be read, and the page loaded again", async () => {
    showWith({ code: "newer_schema" });
    const dialog = await open(map.issues.newer.chip);
    expect(
      within(dialog).getByRole("button", { name: map.issues.newer.act }),
    ).toBeTruthy();
  });

  it("[J16] what has no place leads to where it waits", async () => {
    showWith(
      { code: "unknown_lane", entity: "a" },
      { code: "unknown_column", entity: "a" },
    );
    const dialog = await open(map.issues.lost.chip);
    expect(dialog.textContent).toContain("1 thing has no place on the map");
    fireEvent.click(
      within(dialog).getByRole("button", { name: map.issues.lost.act }),
    );
    expect(
      await screen.findByRole("dialog", { name: map.tray.title }),
    ).toBeTruthy();
    expect(screen.queryByRole("dialog", { name: map.issues.title })).toBeNull();
  });

  it("what could not be read leads to the history, where an earlier version is", async () => {
    showWith({ code: "bad_entity", entity: "a" });
    const dialog = await open(map.issues.unread.chip);
    const link = within(dialog).getByRole("link", {
      name: map.issues.unread.act,
    });
    expect(link.getAttribute("href")).toMatch(/\/history$/);
  });

  it("several things at once are counted, the gravest first", async () => {
    showWith(
      { code: "bad_text", entity: "a", key: "text" },
      { code: "too_many_cards" },
    );
    const dialog = await open("2 things are wrong with this map");
    const titles = within(dialog)
      .getAllByRole("heading", { level: 3 })
      .map(({ textContent }) => textContent);
    expect(titles).toEqual([
      "More cards than a map may hold",
      "1 part could not be read",
    ]);
  });

  it("of a whole map, and of flaws that nobody misses, nothing is said", async () => {
    showWith({ code: "unknown_entity", entity: "a", key: "owners" });
    await act(async () => undefined);
    expect(screen.queryByRole("button", { name: /wrong|Over/ })).toBeNull();
    expect(issueGroups([]).size).toBe(0);
  });
});

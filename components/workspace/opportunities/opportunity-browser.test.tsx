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
import type { Opportunity, Pain } from "@/lib/api/opportunities";
import { formats } from "@/lib/i18n/formats";
import common from "@/lib/i18n/messages/en/common.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import opportunities from "@/lib/i18n/messages/en/opportunities.json";
import touchpoint from "@/lib/i18n/messages/en/touchpoint.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { OpportunityBrowser, type FirstCards } from "./opportunity-browser";
import { readOpportunityView, type OpportunityLook } from "./opportunity-view";

const asked = vi.hoisted(() => vi.fn());
const replace = vi.hoisted(() => vi.fn());
vi.mock("../api-client", () => ({ api: asked }));
vi.mock("next/navigation", () => ({
  useRouter: () => ({ replace, push: () => undefined }),
}));

completeJsdom();
// Computing what is hidden takes longer than all else; and a busy machine may take its time.
configure({ defaultHidden: true, asyncUtilTimeout: 20_000 });
beforeAll(preloadParts, 60_000);
beforeEach(() => {
  asked.mockReset();
  replace.mockReset();
  asked.mockImplementation((_path: string, request?: { method?: string }) =>
    request?.method
      ? Promise.resolve({ ok: true, data: { id: "made", seq: 2 }, etag: null })
      : new Promise(() => undefined),
  );
});
afterEach(cleanup);

const placed = (cardId: string) => ({
  cardId,
  text: `Card ${cardId}`,
  journey: { id: "j1", title: "Buying shoes" },
  stage: { id: "s1", title: "Buy" },
  touchpoint: null,
  tasks: { all: 0, done: 0 },
  seq: 1,
});
const opportunity = (
  cardId: string,
  said: Partial<Opportunity> = {},
): Opportunity => ({
  ...placed(cardId),
  score: null,
  priority: null,
  rank: null,
  origin: null,
  ...said,
});
const pain = (cardId: string, decision: Pain["decision"] = null): Pain => ({
  ...placed(cardId),
  decision,
  decided: null,
});
const scored = [
  opportunity("1", {
    score: { customerValue: 80, businessValue: 60, effort: 1 },
    priority: 35,
    rank: 1,
  }),
  opportunity("2", {
    score: { customerValue: 20, businessValue: 20, effort: 5 },
    priority: 20 / 6,
    rank: 2,
  }),
];

const ofOpportunities = (
  list: Opportunity[],
  withoutOwner = 0,
): FirstCards => ({
  of: "opportunities",
  list: {
    opportunities: list,
    counts: {
      scored: list.filter(({ score }) => score).length,
      unscored: list.filter(({ score }) => !score).length,
      withoutOwner,
    },
    nextCursor: null,
  },
});
const ofPains = (list: Pain[], withoutOwner = 0): FirstCards => ({
  of: "pains",
  list: {
    pains: list,
    counts: { decided: 0, undecided: list.length, withoutOwner },
    nextCursor: null,
  },
});

function show(
  look: OpportunityLook,
  first: FirstCards,
  mayEdit = true,
  query: Record<string, string> = {},
) {
  render(
    <NextIntlClientProvider
      locale="en"
      timeZone="UTC"
      formats={formats}
      messages={{ common, errors, opportunities, touchpoint }}
    >
      <OpportunityBrowser
        slug="acme"
        view={readOpportunityView({ view: look, ...query })}
        first={first}
        journeys={[]}
        mayEdit={mayEdit}
      />
      <Toasts />
    </NextIntlClientProvider>,
  );
}

const sent = (method: string) =>
  asked.mock.calls
    .filter(([, request]) => request?.method === method)
    .map(([path, { body }]) => [path, body]);
const field = (scale: string, card: string) =>
  screen.getByLabelText(`${scale} of “${card}”`);
function type(input: HTMLElement, value: string) {
  fireEvent.change(input, { target: { value } });
  fireEvent.keyDown(input, { key: "Enter" });
}

describe("the table of opportunities", () => {
  it("[R77] is filled in where it stands: one figure of a score changes it, Enter goes on to the next row", () => {
    show("table", ofOpportunities(scored));
    const effort = field("Effort", "Card 1");
    effort.focus();
    type(effort, "3");
    expect(sent("PATCH")).toEqual([
      [
        "/workspaces/acme/journeys/j1/cards/1",
        {
          score: { customerValue: 80, businessValue: 60, effort: 3 },
          ifSeq: 1,
        },
      ],
    ]);
    expect(document.activeElement).toBe(field("Effort", "Card 2"));
    expect(screen.getByText("17.5")).toBeTruthy();
  });

  it("[R77] a score is written once all three figures are there, and what is out of range is said and not sent", () => {
    show("table", ofOpportunities([opportunity("3")]));
    type(field("Customer value", "Card 3"), "70");
    expect(screen.getByText("Fill in all three")).toBeTruthy();
    type(field("Business value", "Card 3"), "120");
    expect(screen.getByRole("alert").textContent).toBe("0 to 100");
    type(field("Business value", "Card 3"), "30");
    expect(sent("PATCH")).toEqual([]);
    type(field("Effort", "Card 3"), "0");
    expect(sent("PATCH").map(([, body]) => body)).toEqual([
      { score: { customerValue: 70, businessValue: 30, effort: 0 }, ifSeq: 1 },
    ]);
  });
});

describe("the other views of opportunities", () => {
  it("[R77] the matrix says in words what it draws, quarter by quarter", () => {
    show("matrix", ofOpportunities([...scored, opportunity("3")]));
    const quarter = (name: RegExp) =>
      within(screen.getByRole("region", { name }));
    expect(quarter(/^Do first/).getByText("Card 1")).toBeTruthy();
    expect(quarter(/^Rather not/).getByText("Card 2")).toBeTruthy();
    expect(quarter(/^Plan/).getByText("None here.")).toBeTruthy();
    expect(
      screen.getByRole("link", { name: "1. Card 1, value 70, effort 1" }),
    ).toBeTruthy();
    expect(screen.queryByText("Card 3")).toBeNull();
  });

  it("[R77] the order tells its formula, and what has no score stands behind without a place", () => {
    show("order", ofOpportunities([...scored, opportunity("3")]));
    expect(screen.getByText(/^Priority is the mean/)).toBeTruthy();
    expect(screen.getByText("One is not scored yet")).toBeTruthy();
    expect(
      screen.getByText(/^Priority 35: worth 70, divided by effort 1 plus one/),
    ).toBeTruthy();
  });

  it("[R05] [R78] makes a task of one where it stands, and offers to take it back", async () => {
    show("order", ofOpportunities(scored));
    fireEvent.click(
      screen.getByRole("button", { name: "Make a task of “Card 1”" }),
    );
    expect(sent("POST")).toEqual([
      [
        "/workspaces/acme/journeys/j1/follow-ups",
        { from: "1", kind: "action", laneTitle: "Actions" },
      ],
    ]);
    fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() =>
      expect(sent("DELETE").map(([path]) => path)).toEqual([
        "/workspaces/acme/journeys/j1/cards/made",
      ]),
    );
  });
});

describe("what nobody is responsible for", () => {
  const toggle = (name: string) => screen.getByRole("button", { name });

  it.each(["table", "matrix", "order"] as const)(
    "[R71] is one press away in the %s of opportunities, which the address keeps",
    (look) => {
      show(look, ofOpportunities(scored, 2));
      fireEvent.click(toggle("Nobody responsible (2)"));
      const view = look === "table" ? "" : `view=${look}&`;
      expect(replace).toHaveBeenCalledWith(
        `/w/acme/opportunities?${view}owner=none`,
      );
    },
  );

  it("[R71] is so with pains and decisions, and pressed again all are back", () => {
    show("pains", ofPains([pain("1")], 1), false, { owner: "none" });
    const pressed = toggle("Nobody responsible (1)");
    expect(pressed.getAttribute("aria-pressed")).toBe("true");
    fireEvent.click(pressed);
    expect(replace).toHaveBeenCalledWith("/w/acme/opportunities?view=pains");
    cleanup();
    show("decisions", ofPains([pain("1")], 1));
    fireEvent.click(toggle("Nobody responsible (1)"));
    expect(replace).toHaveBeenLastCalledWith(
      "/w/acme/opportunities?view=decisions&owner=none",
    );
  });

  it("[R71] where there is nothing of it nothing is offered, and who asked for it is told and led back", () => {
    show("table", ofOpportunities(scored));
    expect(screen.queryByRole("button", { name: /^Nobody/ })).toBeNull();
    for (const [look, first] of [
      ["pains", ofPains([])],
      ["order", ofOpportunities([])],
    ] as const) {
      cleanup();
      show(look, first, true, { owner: "none" });
      screen.getByText("Somebody is responsible for everything here");
      fireEvent.click(toggle("Show all"));
      expect(replace).toHaveBeenLastCalledWith(
        `/w/acme/opportunities?view=${look}`,
      );
    }
  });
});

describe("the pains", () => {
  const inside = (card: string) =>
    within(screen.getByRole("link", { name: card }).closest("li")!);

  it("[N17] [R76] each is decided where it stands, and never as “stays as it is” without a reason", () => {
    show("pains", ofPains([pain("1"), pain("2")]));
    fireEvent.click(inside("Card 1").getByRole("radio", { name: "Accepted" }));
    fireEvent.click(
      inside("Card 2").getByRole("radio", { name: "Stays as it is" }),
    );
    expect(sent("PATCH").map(([, body]) => body)).toEqual([
      { decision: { status: "accepted", reason: "" }, ifSeq: 1 },
    ]);
    const why = inside("Card 2").getByRole("textbox", { name: "Why?" });
    fireEvent.change(why, { target: { value: "The law asks for it" } });
    fireEvent.blur(why);
    expect(sent("PATCH").at(-1)).toEqual([
      "/workspaces/acme/journeys/j1/cards/2",
      {
        decision: { status: "wont-change", reason: "The law asks for it" },
        ifSeq: 1,
      },
    ]);
  });

  it("[AZ-01] [N17] who may only look reads the decision and its reason", () => {
    show(
      "decisions",
      ofPains([pain("1", { status: "solved", reason: "Since May" })]),
      false,
    );
    expect(inside("Card 1").getByText("Solved")).toBeTruthy();
    expect(inside("Card 1").getByText("Since May")).toBeTruthy();
    expect(inside("Card 1").queryAllByRole("button")).toEqual([]);
  });

  it("[N17] says when every pain is decided, and leads to the decisions", () => {
    show("pains", {
      of: "pains",
      list: {
        pains: [],
        counts: { decided: 3, undecided: 0, withoutOwner: 0 },
        nextCursor: null,
      },
    });
    expect(screen.getByText("Every pain is decided")).toBeTruthy();
    expect(
      screen
        .getByRole("link", { name: "To the decisions" })
        .getAttribute("href"),
    ).toBe("/w/acme/opportunities?view=decisions");
  });
});

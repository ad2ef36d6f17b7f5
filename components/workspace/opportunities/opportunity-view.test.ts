import { describe, expect, test } from "vitest";
import {
  opportunityPath,
  readOpportunityView,
  writeOpportunityView,
  type OpportunityView,
} from "./opportunity-view";

const id = "0198c000-0000-7000-8000-0000000000a1";
const parsed = (address: string) =>
  readOpportunityView(Object.fromEntries(new URLSearchParams(address)));

describe("the address of the opportunities", () => {
  test.each<Partial<OpportunityView>>([
    { sort: { key: "effort", direction: "ascending" }, journey: id },
    { look: "pains", isOpenOnly: false, isUnowned: true },
    { look: "decisions", decision: "wont-change" },
    { look: "matrix" },
    {},
  ])("[R77] reads back as what was written: %j", (part) => {
    const view = { ...parsed(""), ...part };
    expect(parsed(writeOpportunityView(view))).toEqual(view);
  });

  test("[R77] [N17] without one the table has first what is to be done first, and the pains those without a decision", () => {
    expect(opportunityPath("acme", parsed(""))).toBe(
      "/workspaces/acme/opportunities?sort=-priority",
    );
    expect(opportunityPath("acme", parsed("?view=pains"))).toBe(
      "/workspaces/acme/pains?decision=undecided",
    );
    expect(opportunityPath("acme", parsed("?view=decisions"))).toBe(
      "/workspaces/acme/pains?decision=decided",
    );
  });

  test("[R71] without owner is asked of the API for opportunities and for pains", () => {
    expect(opportunityPath("acme", parsed("?owner=none"))).toBe(
      "/workspaces/acme/opportunities?owner=none&sort=-priority",
    );
    expect(
      opportunityPath(
        "acme",
        parsed(`?view=pains&owner=none&all=true&journey=${id}`),
      ),
    ).toBe(`/workspaces/acme/pains?journey=${id}&owner=none`);
  });

  test("nonsense in it changes nothing", () => {
    expect(parsed("?view=x&sort=--&journey=1&decision=open&owner=me")).toEqual(
      parsed(""),
    );
  });
});

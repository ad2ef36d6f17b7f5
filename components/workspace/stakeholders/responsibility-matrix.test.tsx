import { cleanup, render, screen, within } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, test } from "vitest";
import stakeholders from "@/lib/i18n/messages/en/stakeholders.json";
import touchpoints from "@/lib/i18n/messages/en/touchpoints.json";
import { ResponsibilityMatrix } from "./responsibility-matrix";

afterEach(cleanup);

const anna = {
  id: "anna",
  name: "Anna",
  kind: "person" as const,
  colour: "blue",
  responsible: 2,
  involved: 1,
};

test("[R73] [N10] who does what is a table with heads, gaps in words, and each cell leads to its touchpoints", () => {
  render(
    <NextIntlClientProvider
      locale="en"
      messages={{ stakeholders, touchpoints }}
    >
      <ResponsibilityMatrix
        slug="acme"
        journey={{
          id: "shop",
          title: "Shop",
          touchpoints: 5,
          withoutOwner: 3,
          stages: [
            {
              id: "before",
              title: "Before",
              colour: null,
              touchpoints: 5,
              withoutOwner: 3,
              stakeholders: [anna],
            },
            {
              id: "after",
              title: "After",
              colour: null,
              touchpoints: 0,
              withoutOwner: 0,
              stakeholders: [],
            },
          ],
        }}
      />
    </NextIntlClientProvider>,
  );
  const table = within(screen.getByRole("table", { name: "Shop" }));
  expect(
    table.getAllByRole("columnheader").map(({ textContent }) => textContent),
  ).toEqual(["Stakeholder", "Before", "After"]);
  expect(
    table.getAllByRole("rowheader").map(({ textContent }) => textContent),
  ).toEqual(["Nobody responsible", expect.stringContaining("Anna")]);
  const leadsTo = (name: string) =>
    table.getByRole("link", { name }).getAttribute("href");
  expect(leadsTo("Nobody is responsible for 3 of 5 touchpoints")).toBe(
    "/w/acme/touchpoints?journey=shop&stage=before&owner=none",
  );
  expect(leadsTo("Anna in Before: 2 responsible, 1 involved")).toBe(
    "/w/acme/touchpoints?journey=shop&stage=before&owner=anna",
  );
  expect(table.getByText("no part")).toBeTruthy();
  expect(
    screen.getByText("Nobody is responsible for 3 of 5 touchpoints."),
  ).toBeTruthy();
});

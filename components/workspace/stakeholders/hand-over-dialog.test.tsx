import {
  act,
  cleanup,
  fireEvent,
  render,
  screen,
} from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, test, vi } from "vitest";
import type { StakeholderListItem } from "@/lib/api/stakeholders";
import common from "@/lib/i18n/messages/en/common.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import stakeholders from "@/lib/i18n/messages/en/stakeholders.json";
import touchpoints from "@/lib/i18n/messages/en/touchpoints.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { HandOverDialog } from "./hand-over-dialog";

completeJsdom();

vi.mock("next/navigation", () => ({
  useRouter: () => ({ refresh: () => undefined }),
}));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const anna = {
  id: "anna",
  name: "Anna",
  archivedAt: null,
} as StakeholderListItem;
const shop = {
  id: "shop",
  title: "Shop",
  responsible: 2,
  involved: 1,
  tasks: 0,
  reviews: 0,
};
const site = {
  id: "site",
  title: "Site",
  responsible: 1,
  involved: 0,
  tasks: 3,
  reviews: 1,
};

test("[R71] [R72] handing over says what will change, does what was chosen, and offers to archive", async () => {
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", (_path: string, init: RequestInit) => {
    if (init.method === "POST") sent.push(JSON.parse(init.body as string));
    const answer =
      init.method === "POST"
        ? { journeys: [{ ...site, reviews: 0 }], refused: [] }
        : { journeys: [shop, site] };
    return Promise.resolve(new Response(JSON.stringify(answer)));
  });
  render(
    <NextIntlClientProvider
      locale="en"
      messages={{ common, errors, stakeholders, touchpoints }}
    >
      <HandOverDialog
        slug="acme"
        stakeholder={anna}
        others={[{ id: "ben", name: "Ben", hasAccount: false }]}
        mayArchive
        onClose={() => undefined}
      />
    </NextIntlClientProvider>,
  );
  await screen.findByText(
    "responsible for 2 touchpoints and involved in 1 touchpoint",
  );
  screen.getByText(
    "responsible for 1 touchpoint, 3 open tasks, and reminded of reviews",
  );
  expect(screen.queryByText(/cannot be reminded/)).toBeNull();
  fireEvent.click(screen.getByLabelText(/^Shop/));
  act(() =>
    screen.getByLabelText("Hand over to", { selector: "input" }).focus(),
  );
  fireEvent.click(await screen.findByText("Ben"));
  // Without an account nobody can be reminded, which is said before it is done.
  screen.getByText(
    "“Ben” has no account and cannot be reminded of reviews. “Anna” goes on being reminded.",
  );
  fireEvent.click(screen.getByText("Hand over in 1 journey"));
  await screen.findByText(
    "Handed over to “Ben”: responsible for 1 touchpoint and 3 open tasks, in 1 journey.",
  );
  expect(sent).toEqual([{ to: "ben", journeys: ["site"] }]);
  screen.getByText("Archive “Anna”");
});

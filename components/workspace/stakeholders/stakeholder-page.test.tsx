import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, test, vi } from "vitest";
import type { StakeholderListItem } from "@/lib/api/stakeholders";
import common from "@/lib/i18n/messages/en/common.json";
import mine from "@/lib/i18n/messages/en/mine.json";
import stakeholders from "@/lib/i18n/messages/en/stakeholders.json";
import touchpoints from "@/lib/i18n/messages/en/touchpoints.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { StakeholderPage } from "./stakeholder-page";
import type { Parts } from "./use-parts-text";

completeJsdom();

vi.mock("next/navigation", () => ({
  useRouter: () => ({ refresh: () => undefined }),
}));
afterEach(cleanup);

function show(parts: readonly Parts[], archivedAt: string | null = null): void {
  const anna = {
    id: "0198c000-0000-7000-8000-0000000000a1",
    name: "Anna",
    kind: "person",
    colour: "blue",
    jobTitle: "",
    note: "",
    email: null,
    member: null,
    archivedAt,
  } as unknown as StakeholderListItem;
  render(
    <NextIntlClientProvider
      locale="en"
      timeZone="UTC"
      messages={{ common, mine, stakeholders, touchpoints }}
    >
      <StakeholderPage
        slug="shoes"
        stakeholder={anna}
        duties={{ touchpoints: [], tasks: [], total: 0 }}
        parts={parts}
        personal={null}
        members={[]}
        others={[]}
        mayEdit
        mayEditMaps
      />
    </NextIntlClientProvider>,
  );
}
const offered = () => screen.queryByRole("button", { name: "Hand over" });

test("[R71] [R72] what waits in a tray can be handed over, although no table shows it", () => {
  show([{ responsible: 1, involved: 0, tasks: 0, reviews: 0 }]);
  expect(offered()).not.toBeNull();
});

test("[R71] whoever has a part in nothing has nothing to hand over", () => {
  show([]);
  expect(offered()).toBeNull();
});

test("[R71] an archived stakeholder is said to own what could be handed over", () => {
  show(
    [
      { responsible: 2, involved: 0, tasks: 0, reviews: 0 },
      { responsible: 1, involved: 1, tasks: 0, reviews: 0 },
    ],
    "2026-01-01T00:00:00Z",
  );
  expect(document.body.textContent).toContain("responsible for 3 touchpoints");
  expect(offered()).not.toBeNull();
});

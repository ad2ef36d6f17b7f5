import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, test, vi } from "vitest";
import common from "@/lib/i18n/messages/en/common.json";
import emotion from "@/lib/i18n/messages/en/emotion.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import touchpoints from "@/lib/i18n/messages/en/touchpoints.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { TouchpointBrowser } from "./touchpoint-browser";
import { touchpointRow } from "./testing/touchpoint-row";

completeJsdom();

const { replace } = vi.hoisted(() => ({ replace: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ replace }) }));

const row = (id: string, journey: string) =>
  touchpointRow({
    id,
    title: `Touchpoint ${id}`,
    journey: { id: journey, title: journey },
  });
const rows = [row("1", "A")];

afterEach(cleanup);

function show() {
  render(
    <NextIntlClientProvider
      locale="en"
      messages={{ common, emotion, errors, touchpoints }}
    >
      <TouchpointBrowser
        slug="acme"
        view={{ filters: {}, sort: null, page: 1 }}
        rows={rows}
        stakeholders={null}
        total={rows.length}
        pages={1}
        sortLimit={null}
        options={{
          journey: [],
          stage: [],
          owner: [],
          channel: [],
          emotion: [],
        }}
        withoutOwner={4}
      />
    </NextIntlClientProvider>,
  );
}

test("[R73] [AZ-01] what nobody is responsible for is one press away, and who may only look has nothing to choose rows with", () => {
  show();
  const chip = screen.getByText("Nobody responsible (4)");
  fireEvent.click(chip);
  expect(replace).toHaveBeenCalledWith("/w/acme/touchpoints?owner=none");
  expect(screen.queryAllByRole("checkbox")).toEqual([]);
});

import {
  act,
  cleanup,
  fireEvent,
  render,
  screen,
  waitFor,
} from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Toasts } from "@/components/ui/toast";
import type { OwnersChanged } from "@/lib/api/ownership";
import common from "@/lib/i18n/messages/en/common.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import touchpoints from "@/lib/i18n/messages/en/touchpoints.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { AssignBar } from "./assign-bar";
import { RowBox, useRowChoice } from "./row-choice";
import { touchpointRow } from "./testing/touchpoint-row";

completeJsdom();

const { refresh } = vi.hoisted(() => ({ refresh: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));

const row = (id: string, journey: string) =>
  touchpointRow({
    id,
    title: `Touchpoint ${id}`,
    journey: { id: journey, title: journey },
  });
const rows = [row("1", "A"), row("2", "A"), row("3", "B"), row("4", "B")];

const sent: unknown[] = [];
let answer: OwnersChanged;

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal("fetch", (_path: string, init: { body: string }) => {
    sent.push(JSON.parse(init.body));
    return Promise.resolve(new Response(JSON.stringify(answer)));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Rows() {
  const choice = useRowChoice(rows);
  return (
    <>
      {rows.map((each) => (
        <RowBox key={each.id} row={each} choice={choice} />
      ))}
      <AssignBar
        slug="acme"
        stakeholders={[{ id: "anna", name: "Anna" }]}
        chosen={choice.chosen}
        onClear={() => choice.chooseAll(false)}
      />
      <Toasts />
    </>
  );
}

const show = () =>
  render(
    <NextIntlClientProvider
      locale="en"
      messages={{ common, errors, touchpoints }}
    >
      <Rows />
    </NextIntlClientProvider>,
  );

const box = (title: string) => screen.getByLabelText(`Choose “${title}”`);

async function choose(name: string) {
  act(() => screen.getByPlaceholderText("Choose a stakeholder").focus());
  fireEvent.click(await screen.findByText(name));
}

test("[R71] rows chosen with Shift are given to somebody in one request, and undo gives them back", async () => {
  const place = { journeyId: "A", touchpointId: "1" };
  answer = {
    changed: [
      { ...place, stakeholderId: "ben", role: null, was: "responsible" },
      { ...place, stakeholderId: "anna", role: "responsible", was: null },
    ],
    refused: [{ journeyId: "B", touchpointId: "3", reason: "not_found" }],
  };
  show();
  fireEvent.click(box("Touchpoint 1"));
  fireEvent.click(box("Touchpoint 3"), { shiftKey: true });
  expect(screen.getByText("3 chosen")).toBeTruthy();
  await choose("Anna");
  fireEvent.click(screen.getByText("Make responsible"));
  await screen.findByText("“Anna” is responsible for 1 touchpoint.");
  expect(sent).toEqual([
    {
      replace: true,
      changes: rows.slice(0, 3).map(({ id, journey }) => ({
        journeyId: journey.id,
        touchpointId: id,
        stakeholderId: "anna",
        role: "responsible",
        was: null,
      })),
    },
  ]);
  expect(
    screen.getByText(/1 touchpoint was not changed: Touchpoint 3/),
  ).toBeTruthy();
  await screen.findByText("0 chosen");
  fireEvent.click(screen.getByText("Undo"));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toEqual({
    replace: false,
    changes: [
      { ...place, stakeholderId: "ben", role: "responsible", was: null },
      { ...place, stakeholderId: "anna", role: null, was: "responsible" },
    ],
  });
  expect(refresh).toHaveBeenCalled();
});

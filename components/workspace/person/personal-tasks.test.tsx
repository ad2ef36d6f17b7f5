import {
  cleanup,
  fireEvent,
  render,
  screen,
  waitFor,
} from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, test, vi } from "vitest";
import type { PersonalTask } from "@/lib/api/person";
import { formats } from "@/lib/i18n/formats";
import common from "@/lib/i18n/messages/en/common.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import person from "@/lib/i18n/messages/en/person.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { PersonalTasks } from "./personal-tasks";

const refresh = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));
completeJsdom();
afterEach(() => {
  cleanup();
  refresh.mockReset();
  vi.unstubAllGlobals();
});

const task = (cardId: string, rest: Partial<PersonalTask>): PersonalTask => ({
  cardId,
  text: cardId,
  status: "open",
  due: null,
  journey: { id: "journey", title: "Buying shoes" },
  stage: { title: "Fitting" },
  touchpoint: null,
  ...rest,
});
const first = task("Call back", { due: "2026-01-05" });
const second = task("Write down", { due: "2026-03-01", status: "doing" });
const old = task("Measure", { status: "done" });

const page = (tasks: PersonalTask[]) => (
  <NextIntlClientProvider
    locale="en"
    timeZone="UTC"
    now={new Date("2026-02-01")}
    formats={formats}
    messages={{ common, errors, person }}
  >
    <PersonalTasks secret="secret" tasks={tasks} />
  </NextIntlClientProvider>
);
const names = () =>
  [...document.querySelectorAll("li")].map(
    (item) => /Call back|Write down|Measure/.exec(item.textContent)?.[0],
  );
/** As long as a machine may take that does much else. */
const patience = { timeout: 15_000 };

test("[N04] a ticked task stays where it is; what was done before is behind a button", async () => {
  const asked = vi.fn(() => Promise.resolve(new Response(null)));
  vi.stubGlobal("fetch", asked);
  const { rerender } = render(page([second, old, first]));
  expect(names()).toEqual(["Call back", "Write down"]);
  expect(screen.getByText(/^Overdue since/)).toBeTruthy();
  fireEvent.click(screen.getByLabelText(/Call back/));
  await waitFor(() => expect(refresh).toHaveBeenCalled(), patience);
  expect(asked).toHaveBeenCalledWith(
    "/api/v1/person/tasks/journey/Call back",
    expect.objectContaining({
      method: "PUT",
      body: JSON.stringify({ status: "done" }),
      headers: expect.objectContaining({ Authorization: "Bearer secret" }),
    }),
  );
  rerender(page([second, old, { ...first, status: "done" }]));
  expect(names()).toEqual(["Call back", "Write down"]);
  fireEvent.click(screen.getByText(/finished tasks \(1\)/));
  expect(names()).toEqual(["Call back", "Write down", "Measure"]);
});

test("[N04] a task that could not be ticked off is open again, and why is said", async () => {
  const body = JSON.stringify({ code: "unavailable" });
  vi.stubGlobal("fetch", () =>
    Promise.resolve(new Response(body, { status: 503 })),
  );
  render(page([first]));
  const box = () => screen.getByLabelText<HTMLInputElement>(/Call back/);
  fireEvent.click(box());
  await waitFor(() => expect(refresh).toHaveBeenCalled(), patience);
  await waitFor(() => expect(box().checked).toBe(false), patience);
});

test("[N04] where there is none, that is said", () => {
  render(page([]));
  screen.getByText("No tasks for you at the moment.");
});

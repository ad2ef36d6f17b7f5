import {
  cleanup,
  fireEvent,
  render,
  screen,
  waitFor,
} from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, test, vi } from "vitest";
import type { PersonalPulse } from "@/lib/api/person";
import common from "@/lib/i18n/messages/en/common.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import pulse from "@/lib/i18n/messages/en/pulse.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { PersonalPulses } from "./personal-pulses";

const refresh = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));
vi.mock("@/components/ui/toast", () => ({ showToast: vi.fn() }));
completeJsdom();
afterEach(() => {
  cleanup();
  refresh.mockReset();
  vi.unstubAllGlobals();
});
/** As long as a machine may take that does much else. */
const patience = { timeout: 15_000 };

const asked: PersonalPulse = {
  pulseId: "pulse",
  touchpointId: "fitting",
  title: "Fitting",
  journey: { title: "Buying shoes" },
  audience: "colleagues",
  intro: "",
  leastAnswers: 5,
  isAnswered: false,
};

const show = (pulses: readonly PersonalPulse[]) =>
  render(
    <NextIntlClientProvider
      locale="en"
      timeZone="UTC"
      messages={{ common, errors, pulse }}
    >
      <PersonalPulses secret="secret" pulses={pulses} />
    </NextIntlClientProvider>,
  );

test("[N04] [N06] a pulse about their touchpoint is answered on the page of a personal link", async () => {
  const fetched = vi.fn(() => Promise.resolve(new Response(null)));
  vi.stubGlobal("fetch", fetched);
  show([asked]);
  fireEvent.click(screen.getByRole("button", { name: "Send answer" }));
  expect((await screen.findByRole("alert")).textContent).toContain("faces");
  expect(fetched).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole("radio", { name: "Very angry" }));
  fireEvent.change(screen.getByLabelText(/say why/), {
    target: { value: "They wait" },
  });
  fireEvent.click(screen.getByRole("button", { name: "Send answer" }));
  await waitFor(() => expect(refresh).toHaveBeenCalled(), patience);
  expect(fetched).toHaveBeenCalledWith(
    "/api/v1/person/pulses/pulse/fitting",
    expect.objectContaining({
      method: "PUT",
      body: JSON.stringify({ face: 1, comment: "They wait" }),
      headers: expect.objectContaining({ Authorization: "Bearer secret" }),
    }),
  );
  await screen.findByText("Answered", {}, patience);
  expect(screen.queryByRole("radio")).toBeNull();
  expect(screen.queryByRole("button")).toBeNull();
});

test("[N06] where nothing is asked nothing is said, and what was answered is not shown again", () => {
  show([]);
  expect(document.body.textContent).toBe("");
  cleanup();
  show([{ ...asked, isAnswered: true }]);
  screen.getByText("Answered");
  expect(screen.queryByRole("radio")).toBeNull();
});

test("[N06] somebody who has answered elsewhere meanwhile is told so, and that the first answer counts", async () => {
  const problem = { status: 409, code: "already_answered", title: "Conflict" };
  const type = { "content-type": "application/problem+json" };
  vi.stubGlobal("fetch", () =>
    Promise.resolve(
      new Response(JSON.stringify(problem), { status: 409, headers: type }),
    ),
  );
  const { showToast } = await import("@/components/ui/toast");
  show([asked]);
  fireEvent.click(screen.getByRole("radio", { name: "Very angry" }));
  fireEvent.click(screen.getByRole("button", { name: "Send answer" }));
  // The page is read again, which then says that it is answered.
  await waitFor(() => expect(refresh).toHaveBeenCalled(), patience);
  expect(showToast).toHaveBeenCalledWith({
    text: errors.already_answered,
    tone: "danger",
  });
});

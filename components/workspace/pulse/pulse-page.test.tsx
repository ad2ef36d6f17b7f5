import {
  cleanup,
  fireEvent,
  render,
  screen,
  waitFor,
} from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { AskedPulse } from "@/lib/api/pulses";
import { formats } from "@/lib/i18n/formats";
import common from "@/lib/i18n/messages/en/common.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import pulse from "@/lib/i18n/messages/en/pulse.json";
import type { PulseStep } from "@/lib/pulse/steps";
import { completeJsdom } from "@/test/jsdom-browser";
import { PulsePage } from "./pulse-page";

completeJsdom();
/** As long as a machine may take that does much else. */
const patience = { timeout: 15_000 };
const keys = ["key-1", "key-2"];
const first = "0198c000-0000-7000-8000-00000000f001";
const second = "0198c000-0000-7000-8000-00000000f002";

const asked: AskedPulse = {
  workspace: "Shoes",
  audience: "customers",
  intro: "Think of your last visit.",
  locale: "en",
  leastAnswers: 5,
  questions: [
    { touchpointId: first, title: "Fitting" },
    { touchpointId: second, title: "" },
  ],
};
const start: PulseStep = { at: 0, locale: null, problem: null };

const page = (step: PulseStep = start, of: AskedPulse = asked) => (
  <NextIntlClientProvider
    locale="en"
    timeZone="UTC"
    formats={formats}
    messages={{ common, errors, pulse }}
  >
    <PulsePage token="q-secret" asked={of} step={step} keys={keys} />
  </NextIntlClientProvider>
);

/** What the server says next, and what it was sent. */
let says: () => Response | Promise<Response>;
let sent: { url: string; body: unknown; authorization: string | null }[];

beforeEach(() => {
  says = () => new Response(null, { status: 204 });
  sent = [];
  vi.stubGlobal(
    "fetch",
    async (
      url: string,
      init: { body: string; headers: Record<string, string> },
    ) => {
      sent.push({
        url,
        body: JSON.parse(init.body),
        authorization: new Headers(init.headers).get("authorization"),
      });
      return says();
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const refusal = (status: number, code: string) =>
  new Response(JSON.stringify({ code }), { status });
const face = (name: string) =>
  screen.getByRole<HTMLInputElement>("radio", { name });
const words = () =>
  screen.getByLabelText<HTMLTextAreaElement>(/Would you like to say why/);
const press = (name: string | RegExp) =>
  fireEvent.click(screen.getByRole("button", { name }));
const heading = (name: string) =>
  screen.findByRole("heading", { name }, patience);

describe("[N06] the page of a pulse", () => {
  test("asks about one touchpoint after the other, and thanks", async () => {
    render(page());
    screen.getByText("Asked by “Shoes”");
    screen.getByText("Think of your last visit.");
    screen.getByText("Question 1 of 2");
    screen.getByRole("group", { name: "How did you feel at this point?" });
    expect(
      screen
        .getAllByRole("radio")
        .map(({ parentElement }) => parentElement?.textContent),
    ).toEqual(["Very angry", "Angry", "Neutral", "Happy", "Very happy"]);
    fireEvent.click(face("Angry"));
    fireEvent.change(words(), { target: { value: "Too tight" } });
    press("Send and go on");
    // What was not named is said so, and the next question has the focus.
    const next = await heading("Untitled touchpoint");
    expect(document.activeElement).toBe(next);
    expect(face("Angry").checked).toBe(false);
    expect(words().value).toBe("");
    fireEvent.click(face("Very happy"));
    press("Send answer");
    const thanks = await heading("Thank you");
    expect(document.activeElement).toBe(thanks);
    const url = "/api/v1/pulse/answers";
    const authorization = "Bearer q-secret";
    expect(sent).toEqual([
      {
        url,
        authorization,
        body: {
          touchpointId: first,
          key: "key-1",
          face: 2,
          comment: "Too tight",
        },
      },
      {
        url,
        authorization,
        body: { touchpointId: second, key: "key-2", face: 5, comment: "" },
      },
    ]);
  });

  test("sends an answer that is changed afterwards under its own key again", async () => {
    render(page());
    fireEvent.click(face("Angry"));
    press("Send and go on");
    await heading("Untitled touchpoint");
    press("Back");
    expect(face("Angry").checked).toBe(true);
    fireEvent.click(face("Happy"));
    press("Send and go on");
    await heading("Untitled touchpoint");
    expect(sent.map(({ body }) => body)).toMatchObject([
      { key: "key-1", face: 2 },
      { key: "key-1", face: 4 },
    ]);
  });

  test("lets somebody pass over what they cannot answer", async () => {
    render(page());
    fireEvent.click(screen.getByRole("link", { name: "Skip this question" }));
    await heading("Untitled touchpoint");
    expect(sent).toEqual([]);
    // Nothing was answered that could be changed.
    expect(screen.queryByRole("button", { name: "Back" })).toBeNull();
  });

  test("says in its own language that a face is missing, and sends nothing", async () => {
    render(page());
    fireEvent.invalid(face("Neutral"));
    const said = await screen.findByRole("alert");
    expect(said.textContent).toBe("Choose one of the faces first.");
    expect(screen.getByRole("group").getAttribute("aria-describedby")).toBe(
      said.parentElement?.id,
    );
    expect(sent).toEqual([]);
    fireEvent.click(face("Neutral"));
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  });

  test("pressed twice it is sent once", async () => {
    let done: (response: Response) => void = () => undefined;
    says = () => new Promise<Response>((resolve) => (done = resolve));
    render(page());
    fireEvent.click(face("Happy"));
    press("Send and go on");
    fireEvent.submit(document.querySelector("form")!);
    done(new Response(null, { status: 204 }));
    await heading("Untitled touchpoint");
    expect(sent).toHaveLength(1);
  });

  test("keeps an answer while there is no connection, and sends it when there is", async () => {
    says = () => Promise.reject(new TypeError("Failed to fetch"));
    render(page());
    fireEvent.click(face("Happy"));
    fireEvent.change(words(), { target: { value: "Kind" } });
    press("Send and go on");
    await screen.findByText(/^There is no connection/, undefined, patience);
    expect(face("Happy").checked).toBe(true);
    expect(words().value).toBe("Kind");
    says = () => new Response(null, { status: 204 });
    fireEvent(window, new Event("online"));
    await heading("Untitled touchpoint");
    expect(sent.map(({ body }) => body)).toEqual([
      sent[0]?.body,
      sent[0]?.body,
    ]);
  });

  test.each([
    [429, "rate_limited", /^Many answers are coming/],
    [410, "gone", /no longer asked/],
    [404, "not_found", /no longer asked/],
    [401, "unauthenticated", /^This link no longer works/],
    [422, "invalid", /could not be read/],
    [503, "unavailable", /could not be stored/],
  ])(
    "refused with %i it says why and keeps what was written",
    async (status, code, said) => {
      says = () => refusal(status, code);
      render(page());
      fireEvent.click(face("Very angry"));
      fireEvent.change(words(), { target: { value: "Kept" } });
      press("Send and go on");
      const alert = await screen.findByRole("alert", undefined, patience);
      expect(alert.textContent).toMatch(said);
      expect(face("Very angry").checked).toBe(true);
      expect(words().value).toBe("Kept");
    },
  );

  test("[N06] leads on to the thanks where the last question is not asked any more", async () => {
    says = () => refusal(410, "gone");
    render(page({ ...start, at: 1 }));
    expect(screen.queryByRole("link", { name: pulse.skip })).toBe(null);
    fireEvent.click(face("Happy"));
    press(pulse.send);
    await screen.findByRole("alert", undefined, patience);
    fireEvent.click(screen.getByRole("link", { name: pulse.skip }));
    await heading(pulse.thanks.title);
  });

  test("is a plain form before its script is there: where to, which question, which language", () => {
    document.body.innerHTML = renderToString(
      page({ at: 1, locale: "nl", problem: "rate_limited" }),
    );
    const form = document.querySelector("form")!;
    expect(form.getAttribute("action")).toBe("/q/q-secret");
    expect(form.method).toBe("post");
    expect(Object.fromEntries(new FormData(form))).toEqual({
      key: "key-2",
      touchpointId: second,
      at: "1",
      lang: "nl",
      comment: "",
    });
    expect(document.body.textContent).toContain("Many answers are coming");
    expect(
      document.querySelectorAll("input[type=radio][required]"),
    ).toHaveLength(5);
    document.body.innerHTML = "";
  });

  test("takes over what was chosen before its script was there", async () => {
    const container = document.createElement("div");
    document.body.append(container);
    container.innerHTML = renderToString(page());
    container.querySelector<HTMLInputElement>("input[value='4']")!.checked =
      true;
    container.querySelector("textarea")!.value = "Early";
    render(page(), { container, hydrate: true });
    press("Send and go on");
    await heading("Untitled touchpoint");
    expect(sent[0]?.body).toMatchObject({ face: 4, comment: "Early" });
  });

  test("shows words of others as words, whatever they hold", () => {
    const hostile = "<img src=x onerror=alert(1)>\u202e";
    const questions = [{ touchpointId: first, title: hostile }];
    render(page(start, { ...asked, intro: hostile, questions }));
    expect(screen.getByRole("heading").textContent).toBe(hostile);
    expect(document.querySelector("img")).toBeNull();
    expect(document.querySelectorAll("bdi")).toHaveLength(2);
  });
});

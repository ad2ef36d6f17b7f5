import {
  cleanup,
  fireEvent,
  render,
  screen,
  waitFor,
} from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { PulseInfo } from "@/lib/api/pulses";
import { formats } from "@/lib/i18n/formats";
import common from "@/lib/i18n/messages/en/common.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import pulses from "@/lib/i18n/messages/en/pulses.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { PulseItem } from "./pulse-item";

completeJsdom();
/** As long as a machine may take that does much else. */
const patience = { timeout: 15_000 };
const path = "/workspaces/shoes/pulses/one";

const pulse: PulseInfo = {
  id: "one",
  name: "Poster at the till",
  audience: "customers",
  persona: null,
  intro: "",
  locale: "en",
  frameOrigins: [],
  leastAnswers: 5,
  state: "open",
  url: "https://maps.example/q/q-secret",
  createdBy: { id: "anna", name: "Anna" },
  createdAt: "2026-11-29T10:00:00.000Z",
  opensAt: null,
  closesAt: null,
  results: [
    {
      touchpointId: "fitting",
      title: "Fitting",
      answers: 7,
      score: {
        mean: 3.4,
        sd: 1.2,
        interval: { low: 2.29, high: 4.51 },
        faces: [1, 1, 1, 3, 1],
      },
    },
    { touchpointId: "paying", title: "Paying", answers: 4, score: null },
  ],
};

let asked: [method: string, url: string, body: unknown][];
const onChanged = vi.fn();

beforeEach(() => {
  asked = [];
  onChanged.mockReset();
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    const body = typeof init.body === "string" ? JSON.parse(init.body) : null;
    asked.push([init.method ?? "GET", url.replace("/api/v1", ""), body]);
    const isNext = url.endsWith("/comments?touchpoint=fitting&cursor=c1");
    if (!isNext && !url.endsWith("/comments"))
      return new Response(null, { status: 204 });
    return Response.json({
      touchpoints: [
        {
          touchpointId: "fitting",
          comments: isNext
            ? [{ id: "c2", text: "Too wide" }]
            : [{ id: "c1", text: "Too <b>tight</b>" }],
          nextCursor: isNext ? null : "c1",
        },
      ],
    });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (of: Partial<PulseInfo> = {}, mayChange = true) =>
  render(
    <NextIntlClientProvider
      locale="en"
      timeZone="UTC"
      now={new Date("2026-11-29")}
      formats={formats}
      messages={{ common, errors, pulses }}
    >
      <ul>
        <PulseItem
          {...{ path, mayChange, onChanged }}
          pulse={{ ...pulse, ...of }}
          touchpointId={null}
        />
      </ul>
    </NextIntlClientProvider>,
  );
const press = (name: string) =>
  fireEvent.click(screen.getByRole("button", { name }));

describe("[N06] a pulse as its team sees it", () => {
  test("tells n, mean and interval from the limit on, and below it the count alone", () => {
    show();
    const text = document.body.textContent;
    expect(text).toContain("Neutral, 3.4 of 57 answers95 %: 2.3 to 4.5");
    expect(text).toContain(
      "Top-2-box, one of the two best faces: 57.1% (25% to 84.2%)",
    );
    expect(text).toContain("Very angry: 1Angry: 1Neutral: 1Happy: 3");
    expect(text).toContain("4 answers · a score from 5 answers on");
  });

  test("shows comments when they are asked for, as words and page by page, and deletes one", async () => {
    show();
    press("Show comments");
    await screen.findByText("Too <b>tight</b>", undefined, patience);
    press("Show more");
    await screen.findByText("Too wide", undefined, patience);
    const [first] = screen.getAllByRole("button", {
      name: "Delete this comment",
    });
    fireEvent.click(first!);
    await waitFor(
      () => expect(screen.queryByText("Too <b>tight</b>")).toBeNull(),
      patience,
    );
    expect(screen.getByText("Too wide")).toBeDefined();
    await waitFor(
      () =>
        expect(asked).toContainEqual(["DELETE", `${path}/comments/c1`, null]),
      patience,
    );
  });

  test("is closed, opened again and revoked for good, with a question before that", async () => {
    show();
    press("Close the pulse");
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(1), patience);
    cleanup();
    show({ state: "closed" });
    press("Open again");
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(2), patience);
    press("Revoke");
    await screen.findByRole("alertdialog", undefined, patience);
    const [confirm] = screen.getAllByRole("button", { name: "Revoke" });
    fireEvent.click(confirm!);
    await waitFor(() => expect(onChanged).toHaveBeenCalledTimes(3), patience);
    expect(asked).toEqual([
      ["PATCH", path, { isClosed: true }],
      ["PATCH", path, { isClosed: false }],
      ["DELETE", path, null],
    ]);
  });

  test("sends of its settings what was changed, and no days that mean another moment here", async () => {
    const opensAt = "2026-11-29T11:30:00.000Z";
    show({ opensAt, closesAt: "2026-12-29T11:30:00.000Z" });
    fireEvent.click(screen.getByRole("button", { name: pulses.edit }));
    const name = screen.getByLabelText(/^Name/);
    fireEvent.change(name, { target: { value: "Poster at the door" } });
    fireEvent.click(screen.getByRole("button", { name: pulses.form.save }));
    await waitFor(
      () =>
        expect(asked).toEqual([
          ["PATCH", path, { name: "Poster at the door" }],
        ]),
      patience,
    );
  });

  test("gives what another site needs to show it, where it may", () => {
    show({ frameOrigins: ["https://shop.example"] });
    const snippet = screen.getByLabelText<HTMLInputElement>(
      "To show it on another site",
    );
    expect(snippet.value).toMatch(
      /^<iframe src="https:\/\/maps\.example\/q\/q-secret" title="[^"]+"/,
    );
  });

  test("has no link for those who may not hand it on, and none once it is revoked", () => {
    show({ url: null }, false);
    expect(screen.queryByLabelText("Address of the pulse")).toBeNull();
    cleanup();
    show({ state: "revoked", url: null });
    expect(
      screen.queryByRole("button", { name: "Close the pulse" }),
    ).toBeNull();
    expect(document.body.textContent).toContain("7 answers");
  });
});

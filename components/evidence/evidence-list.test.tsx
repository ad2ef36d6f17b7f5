// Longer than most: one list is read, filled, changed and emptied against the same few answers of a server.
import {
  act,
  cleanup,
  fireEvent,
  render,
  screen,
  waitFor,
  within,
} from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { I18nProvider } from "react-aria-components";
import {
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  vi,
} from "vitest";
import { preloadParts } from "@/components/ui/on-demand";
import { Toasts } from "@/components/ui/toast";
import type { EvidenceItem } from "@/lib/api/evidence";
import common from "@/lib/i18n/messages/en/common.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import evidence from "@/lib/i18n/messages/en/evidence.json";
import pulses from "@/lib/i18n/messages/en/pulses.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { EvidenceList } from "./evidence-list";

const about = {
  kind: "touchpoint",
  journeyId: "0198c000-0000-7000-8000-00000000f001",
  touchpointId: "0198c000-0000-7000-8000-00000000f002",
} as const;
const survey: EvidenceItem = {
  id: "0198c000-0000-7000-8000-00000000e001",
  journeyId: about.journeyId,
  touchpointId: about.touchpointId,
  kind: "hard",
  origin: "survey",
  value: 74,
  unit: "",
  measure: null,
  counted: null,
  scale: { low: 0, high: 100, isHighBad: false, isShare: true },
  sd: null,
  n: 1004,
  quote: "Almost three in five",
  source: "Consumer panel",
  heldOn: "2020-10-31",
  heldFrom: null,
  url: "https://example.org/report",
  fileId: null,
  note: "",
  persona: null,
  pulse: null,
  file: null,
  by: null,
  changeable: true,
  version: 3,
  createdAt: "2026-10-31T10:00:00.000Z",
  updatedAt: "2026-10-31T10:00:00.000Z",
  deletedAt: null,
};

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly ifMatch: string | null;
}

/** A server that holds a list, and what it was asked. */
class FakeServer {
  readonly asked: Asked[] = [];
  refusal: { status: number; body: object } | null = null;

  constructor(private list: readonly EvidenceItem[]) {}

  readonly fetch = async (url: string, init: RequestInit = {}) => {
    const { method = "GET" } = init;
    const path = url.replace("/api/v1/workspaces/shoes/evidence", "");
    const headers = new Headers(init.headers);
    this.asked.push({
      method,
      path,
      body: typeof init.body === "string" ? JSON.parse(init.body) : null,
      ifMatch: headers.get("if-match"),
    });
    if (method === "GET")
      return Response.json({ evidence: this.list, nextCursor: null });
    if (this.refusal) {
      const { status, body } = this.refusal;
      this.refusal = null;
      return Response.json(body, { status });
    }
    if (method === "DELETE") this.list = [];
    else this.list = [survey];
    return method === "DELETE"
      ? new Response(null, { status: 204 })
      : Response.json(survey);
  };

  /** What was asked for besides reading. */
  get writes(): Asked[] {
    return this.asked.filter(({ method }) => method !== "GET");
  }
}

completeJsdom();
beforeAll(preloadParts, 60_000);
beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(list: readonly EvidenceItem[], mayBring = true): FakeServer {
  const server = new FakeServer(list);
  vi.stubGlobal("fetch", server.fetch);
  render(
    <NextIntlClientProvider
      locale="en"
      timeZone="UTC"
      messages={{ common, errors, evidence, pulses }}
    >
      <I18nProvider locale="en">
        <EvidenceList
          slug="shoes"
          {...{ about, mayBring }}
          personas={[
            { id: "0198c000-0000-7000-8000-00000000a001", name: "Mark" },
          ]}
          mayUpload={false}
        />
        <Toasts />
      </I18nProvider>
    </NextIntlClientProvider>,
  );
  return server;
}

const press = (name: string) =>
  fireEvent.click(screen.getByRole("button", { name }));

/** A number counts when its field is left. */
function fill(name: string, value: string): void {
  const field = screen.getByLabelText<HTMLInputElement>(name);
  act(() => field.focus());
  fireEvent.change(field, { target: { value } });
  act(() => field.blur());
}

async function openForm() {
  fireEvent.click(await screen.findByRole("button", { name: "Add evidence" }));
  return screen.findByRole("dialog", { name: "Add evidence" });
}

describe("the evidence of a touchpoint", () => {
  it("[R61] says that all is assumed as long as there is none, and offers to bring some", async () => {
    show([]);
    await screen.findByText(/^Nothing stands behind the feelings here yet/);
    expect(screen.getByRole("button", { name: "Add evidence" })).toBeDefined();
  });

  it("[N03] [R57] says between which values a mean or a counted share lies, and claims it of nothing else", async () => {
    const five = { low: 1, high: 5, isHighBad: false, isShare: false };
    const piece = (at: number, change: Partial<EvidenceItem>) => ({
      ...survey,
      id: `0198c000-0000-7000-8000-00000000e00${at}`,
      scale: null,
      ...change,
    });
    show([
      piece(1, { value: 1.4, scale: five, sd: 0.496, n: 40 }),
      piece(2, { value: 80, unit: "%", measure: "lost", n: 10 }),
      piece(3, { value: 12, unit: "h", measure: "wait", n: 10 }),
    ]);
    const items = await screen.findAllByRole("listitem");
    expect(items[0]?.textContent).toContain("between 1.24 and 1.56n = 40");
    expect(items[1]?.textContent).toContain("between 49 and 94.3n = 10");
    expect(items[2]?.textContent).not.toContain("between");
  });

  it("[R59] tells figure, scale, sample, source and age of a piece, and leads to what proves it", async () => {
    show([survey]);
    const item = await screen.findByRole("listitem");
    for (const text of [
      "Measured",
      "Survey",
      "74% satisfied",
      "between 71.2 and 76.6",
      "n = 1,004",
      "Almost three in five",
      "Old",
    ])
      expect(within(item).getByText(text)).toBeDefined();
    expect(item.textContent).toContain("Consumer panel · Oct 31, 2020");
    const link = within(item).getByRole("link");
    expect(link.getAttribute("href")).toBe(survey.url);
    expect(link.getAttribute("rel")).toContain("noopener");
    expect(link.getAttribute("rel")).toContain("nofollow");
  });

  it("[N06] counts the answers to a pulse, and tells its score once there are enough", async () => {
    const few: EvidenceItem = {
      ...survey,
      kind: "soft",
      origin: "pulse",
      value: null,
      scale: null,
      n: 3,
      quote: "",
      url: null,
      changeable: false,
      pulse: {
        id: "0198c000-0000-7000-8000-00000000a001",
        name: "",
        audience: "colleagues",
        leastAnswers: 5,
      },
    };
    const scale = { low: 1, high: 5, isHighBad: false, isShare: false };
    const pulse = { ...few.pulse!, name: "Poster" };
    const enough = { ...few, id: "enough", n: 7, value: 3.4, scale, pulse };
    show([few, enough]);
    const [first, second] = await screen.findAllByRole("listitem");
    expect(first?.textContent).toContain("Pulse among colleagues");
    expect(first?.textContent).toContain(
      "3 answers · a score from 5 answers on",
    );
    expect(second?.textContent).toContain("Poster");
    expect(second?.textContent).toContain("3.4 of 1 to 5n = 7");
    expect(screen.queryByRole("button", { name: "Edit evidence" })).toBeNull();
  });

  it("is only read by whoever may not bring any", async () => {
    show([{ ...survey, changeable: false }], false);
    await screen.findByRole("listitem");
    expect(screen.queryByRole("button")).toBeNull();
  });

  it.each([
    ["cases", 120, "", "120 cases come by"],
    ["tickets", 7, "", "7 requests"],
    ["reach", 40, "%", "40% of the cases come by"],
    ["ends", 40, "%", "40% of the cases end here"],
    ["lost", 40, "%", "40% go no further"],
    ["wait", 3, "h", "Median wait 3 hours"],
    ["wait", 0.115, "h", "Median wait 6.9 minutes"],
    ["cases", 1, "", "1 case comes by"],
    ["perDay", 80, "Active users", "80 Active users a day"],
    ["count", 80, "Sessions", "80 Sessions"],
    ["rate", 31, "%", "31%"],
    ["duration", 1.5, "h", "Median 90 minutes"],
  ] as const)(
    "[R58] a figure of an import keeps its meaning: %s",
    async (measure, value, unit, text) => {
      show([{ ...survey, measure, value, unit, scale: null }]);
      expect(await screen.findByText(text)).toBeDefined();
    },
  );

  it("[IM-04] [RT-02] shows words of a file as they stand there, formulas and tags too, and follows no link for anybody", async () => {
    const words = [
      "=cmd|'/c calc'!A1",
      "<img src=x onerror=alert(1)>",
      "@SUM(1+1)*cmd|' /C calc'!A0",
      "-2+3+cmd|' /C calc'!A0",
    ].join("\n");
    const note = "<script>alert(1)</script>";
    show([{ ...survey, quote: words, note, source: "<svg onload=alert(1)>" }]);
    const quote = await screen.findByText(/^=cmd/);
    expect(quote.textContent).toBe(words);
    expect(screen.getByText(note)).toBeDefined();
    expect(screen.getByText(/^<svg onload=alert\(1\)>/)).toBeDefined();
    expect(
      document.querySelector("img, script, [onload], [onerror]"),
    ).toBeNull();
    const link = screen.getByRole("link", { name: "example.org/report" });
    expect(link.getAttribute("rel")).toBe("noopener noreferrer nofollow");
  });

  it("[N06] of too few respondents says how many they are and nothing else, and nothing in it can be edited", async () => {
    const few = { ...survey, n: 3, value: null, scale: null, quote: "" };
    show([few]);
    expect(
      await screen.findByText("too few answers for a score"),
    ).toBeDefined();
    expect(screen.getByText("n = 3")).toBeDefined();
    expect(screen.queryByRole("button", { name: "Edit evidence" })).toBeNull();
    expect(
      screen.getByRole("button", { name: "Delete evidence" }),
    ).toBeDefined();
  });

  it("[R59] of a question by its name tells its score, and how it changed since the time before", async () => {
    const counted = {
      metric: "nps",
      best: 40,
      worst: 15,
      goodFrom: null,
      asked: 200,
      isClosed: null,
      rows: null,
      isWeighted: null,
    } as const;
    const scale = { low: 0, high: 10, isHighBad: false, isShare: false };
    const now = { ...survey, n: 100, value: 7.6, scale, counted };
    const held = { heldFrom: "2020-09-01", heldOn: "2020-09-30" };
    const before = {
      ...now,
      ...held,
      id: "0198c000-0000-7000-8000-00000000e002",
      counted: { ...counted, best: 36 },
    };
    show([{ ...now, heldFrom: "2020-10-01" }, before]);
    expect(await screen.findByText(/^NPS \+25 \(/)).toBeDefined();
    expect(screen.getAllByText("100 of 200 answered (50%)")).toHaveLength(2);
    expect(
      screen.getByText(/^No clear change of the NPS against Sep 1, 2020/),
    ).toBeDefined();
  });

  it("[R52] is brought with a figure on a scale, and asks for what is missing before it is sent", async () => {
    const server = show([]);
    const dialog = await openForm();
    press("Save");
    expect(
      await within(dialog).findByText("A figure is missing."),
    ).toBeDefined();
    fill("Figure", "4.2");
    fill("How many (n)", "120");
    fill("Source", "Survey after delivery");
    press("Save");
    await screen.findByText("The evidence was added.");
    expect(server.writes).toMatchObject([
      {
        method: "POST",
        body: {
          journeyId: about.journeyId,
          touchpointId: about.touchpointId,
          personaId: null,
          kind: "hard",
          value: 4.2,
          scale: { low: 1, high: 5, isHighBad: false, isShare: false },
          n: 120,
          source: "Survey after delivery",
        },
      },
    ]);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(await screen.findByText("Almost three in five")).toBeDefined();
  });

  it("refuses a figure beyond the ends of its scale and keeps what was written", async () => {
    const server = show([]);
    const dialog = await openForm();
    fill("Figure", "9");
    press("Save");
    expect(
      await within(dialog).findByText("The figure lies outside of 1 to 5."),
    ).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>("Figure").value).toBe("9");
    expect(server.writes).toEqual([]);
  });

  it("shows both versions where a colleague was faster, and writes over theirs only when told to", async () => {
    const server = show([survey]);
    fireEvent.click(
      await screen.findByRole("button", { name: "Edit evidence" }),
    );
    await screen.findByRole("dialog", { name: "Edit evidence" });
    fill("How many (n)", "900");
    server.refusal = {
      status: 409,
      body: {
        code: "version_conflict",
        current: { ...survey, n: 1200, version: 4 },
      },
    };
    press("Save");
    const both = await screen.findByRole("alertdialog", {
      name: "Somebody changed this evidence meanwhile",
    });
    expect(within(both).getByText("900")).toBeDefined();
    expect(within(both).getByText("1200")).toBeDefined();
    fireEvent.click(
      within(both).getByRole("button", { name: common.conflict.keepMine }),
    );
    await screen.findByText("The evidence was saved.");
    expect(server.writes.map(({ ifMatch }) => ifMatch)).toEqual(['"3"', '"4"']);
  });

  it("[A1] is deleted at once and comes back by undo", async () => {
    const server = show([survey]);
    fireEvent.click(
      await screen.findByRole("button", { name: "Delete evidence" }),
    );
    await waitFor(() =>
      expect(screen.queryByText("Almost three in five")).toBeNull(),
    );
    fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(server.writes).toHaveLength(2));
    expect(
      server.writes.map(({ method, path }) => `${method} ${path}`),
    ).toEqual([`DELETE /${survey.id}`, `POST /${survey.id}/restore`]);
    expect(await screen.findByText("Almost three in five")).toBeDefined();
  });
});

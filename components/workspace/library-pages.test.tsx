import {
  act,
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
  within,
} from "@testing-library/react";
import type { ReactNode } from "react";
import {
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  vi,
} from "vitest";
import { TestRoom, TestScene } from "@/components/touchpoint/testing/test-room";
import { preloadParts } from "@/components/ui/on-demand";
import common from "@/lib/i18n/messages/en/common.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import journeys from "@/lib/i18n/messages/en/journeys.json";
import mine from "@/lib/i18n/messages/en/mine.json";
import personas from "@/lib/i18n/messages/en/personas.json";
import share from "@/lib/i18n/messages/en/share.json";
import touchpoints from "@/lib/i18n/messages/en/touchpoints.json";
import { addLane } from "@/lib/journey/lanes";
import { must } from "@/lib/journey/testing/context";
import { completeJsdom } from "@/test/jsdom-browser";
import { JourneyList } from "./journeys/journey-list";
import type { ListedJourney } from "./journeys/types";
import { MyWork } from "./mine/my-work";
import { PersonaDialog } from "./personas/persona-dialog";
import { ShareLinkForm } from "./share/share-link-form";
import { aTask } from "./tasks/testing/task";
import { TestServer, WorkspaceScene } from "./testing/workspace-scene";
import { touchpointRow } from "./touchpoints/testing/touchpoint-row";
import { TouchpointFilters } from "./touchpoints/touchpoint-filters";

const { refresh, replace } = vi.hoisted(() => ({
  refresh: vi.fn(),
  replace: vi.fn(),
}));
vi.mock("next/navigation", () => ({
  useRouter: () => ({ refresh, replace }),
  useParams: () => ({ slug: "shoes" }),
}));

completeJsdom();
configure({ defaultHidden: true, asyncUtilTimeout: 20_000 });
beforeAll(preloadParts, 60_000);
let server: TestServer;
beforeEach(() => {
  server = new TestServer();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (page: ReactNode) =>
  render(<WorkspaceScene>{page}</WorkspaceScene>);
const press = (name: string | RegExp) =>
  fireEvent.click(screen.getByRole("button", { name }));

/** Chooses in a list by its names. */
function pick(list: string | RegExp, option: string | RegExp): void {
  press(typeof list === "string" ? new RegExp(list) : list);
  const choices = within(screen.getByRole("listbox"));
  fireEvent.click(choices.getByRole("option", { name: option }));
}

const MENU = journeys.card.menu.replace("{title}", "Buying shoes");

describe("the journeys of a workspace", () => {
  const at = "2026-01-01T00:00:00.000Z";
  const journey = (over: Partial<ListedJourney> = {}): ListedJourney => ({
    id: "j1",
    title: "Buying shoes",
    state: "current",
    outcome: "open",
    locale: "en",
    keeper: null,
    createdById: null,
    personas: [],
    touchpoints: 0,
    withoutOwner: 0,
    coverage: { known: 0, of: 0 },
    evidence: { felt: 0, grounded: 0, stale: 0 },
    reviewEveryDays: null,
    reviewedAt: null,
    createdAt: at,
    editedAt: at,
    archivedAt: null,
    deletedAt: null,
    preview: { stages: [], curve: [], proven: [] },
    mayEdit: true,
    mayDelete: true,
    mayRestore: true,
    ...over,
  });
  const list = (
    state: "active" | "archived" | "deleted",
    over: Partial<ListedJourney> | null = {},
    isUnowned = false,
  ) =>
    show(
      <JourneyList
        slug="shoes"
        journeys={over === null ? [] : [journey(over)]}
        personas={[]}
        mayCreate
        mayHide={false}
        binDays={30}
        {...{ state, isUnowned }}
      />,
    );
  const choose = async (name: string) => {
    press(MENU);
    fireEvent.click(await screen.findByRole("menuitem", { name }));
    await act(async () => undefined);
  };
  const one = "/api/v1/workspaces/shoes/journeys/j1";

  it("[R71] those with a touchpoint without owner are one press away, which the address keeps, and one press back", () => {
    const name = "With touchpoints without an owner (1)";
    list("active", { withoutOwner: 2 });
    press(name);
    expect(replace).toHaveBeenLastCalledWith("/w/shoes/journeys?owner=none");
    cleanup();
    list("archived", { withoutOwner: 2, archivedAt: at }, true);
    const on = screen.getByRole("button", { name });
    expect(on.getAttribute("aria-pressed")).toBe("true");
    fireEvent.click(on);
    expect(replace).toHaveBeenLastCalledWith(
      "/w/shoes/journeys?state=archived",
    );
    cleanup();
    list("active", { withoutOwner: 0 });
    expect(screen.queryByRole("button", { name: /^With touch/ })).toBeNull();
    cleanup();
    list("active", null, true);
    screen.getByText(journeys.owner.none);
    press(journeys.owner.all);
    expect(replace).toHaveBeenLastCalledWith("/w/shoes/journeys");
  });

  it("[N05] each says when somebody last went over it, also while it is not due", () => {
    list("active", { reviewedAt: "2025-12-30T10:00:00.000Z" });
    screen.getByText(/^Reviewed on/);
    screen.getByText("Dec 30, 2025");
    cleanup();
    list("active", { reviewedAt: null });
    expect(screen.queryByText(/^Reviewed on/)).toBeNull();
  });

  it("one is archived from its menu, and the notice takes that back", async () => {
    list("active");
    await choose(journeys.menu.archive);
    const notice = await screen.findByRole("alertdialog", {
      name: /Buying shoes/,
    });
    fireEvent.click(within(notice).getByRole("button", { name: common.undo }));
    await act(async () => undefined);
    expect(server.asked).toEqual([
      { method: "PATCH", path: one, body: { archived: true } },
      { method: "PATCH", path: one, body: { archived: false } },
    ]);
  });

  it("an archived one comes back by its menu, a deleted one by its own, and nothing else is offered there", async () => {
    list("archived", { archivedAt: at });
    await choose(journeys.menu.unarchive);
    cleanup();
    list("deleted", { deletedAt: at });
    press(MENU);
    const items = await screen.findAllByRole("menuitem");
    expect(items.map(({ textContent }) => textContent)).toEqual([
      journeys.menu.restore,
    ]);
    fireEvent.click(items[0]!);
    await act(async () => undefined);
    expect(server.asked).toMatchObject([
      { method: "PATCH", path: one, body: { archived: false } },
      { method: "POST", path: `${one}/restore` },
    ]);
  });

  it("a copy is made beside it, and a refusal is said in words", async () => {
    server.will(403, { code: "forbidden" });
    list("active");
    await choose(journeys.menu.duplicate);
    expect(await screen.findByText(errors.forbidden)).toBeTruthy();
    expect(server.asked).toEqual([
      {
        method: "POST",
        path: "/api/v1/workspaces/shoes/journeys",
        body: { source: { kind: "journey", journeyId: "j1" } },
      },
    ]);
  });
});

describe("what is mine", () => {
  it("[R72] [R73] lists my touchpoints with my part in them and my tasks, late ones marked, and takes a new status", async () => {
    show(
      <MyWork
        slug="shoes"
        personId="u1"
        mayEditTasks
        mayEditCatalogue={false}
        mine={{
          stakeholder: { id: "s1", name: "Ada" },
          touchpoints: [
            {
              ...touchpointRow({ title: "Asks in the chat" }),
              myRole: "involved",
            },
          ],
          tasks: [aTask("c1", { text: "Call back", due: "2026-01-02" })],
        }}
      />,
    );
    const [tasks, points] = screen.getAllByRole("region");
    expect(points?.textContent).toContain("Asks in the chat");
    expect(points?.textContent).toContain(touchpoints.role.involved);
    expect(tasks?.textContent).toContain("Overdue since");
    pick(/Status of “Call back”/, mine.status.done);
    expect(await screen.findByText(mine.saved)).toBeTruthy();
    expect(server.asked).toEqual([
      {
        method: "PATCH",
        path: "/api/v1/workspaces/shoes/journeys/j1/cards/c1/task",
        body: { status: "done" },
      },
    ]);
  });
});

describe("the form of a persona", () => {
  const open = (persona: null | object = null) =>
    show(
      <PersonaDialog
        slug="shoes"
        persona={persona as never}
        channels={[]}
        isOpen
        onOpenChange={() => undefined}
      />,
    );

  it("[R20] [R22] [R27] sends what was written, tidied up", async () => {
    open();
    fireEvent.change(screen.getByLabelText(personas.field.name), {
      target: { value: "  Petra " },
    });
    fireEvent.change(screen.getByLabelText(personas.field.goals), {
      target: { value: "Run without pain" },
    });
    fireEvent.click(
      screen.getByRole("checkbox", { name: personas.source.interviews }),
    );
    press(common.save);
    expect(await screen.findByText(/Petra/)).toBeTruthy();
    expect(server.asked).toMatchObject([
      {
        method: "POST",
        path: "/api/v1/workspaces/shoes/personas",
        body: {
          name: "Petra",
          goals: "Run without pain",
          sources: ["interviews"],
          form: "persona",
        },
      },
    ]);
  });

  it("[R26] the light form asks for less", () => {
    open();
    expect(screen.queryByLabelText(personas.field.household)).not.toBeNull();
    pick(personas.form.label, personas.form["customer-type"]);
    expect(screen.queryByLabelText(personas.field.household)).toBeNull();
    expect(screen.getByText(personas.form.hint)).toBeTruthy();
  });
});

describe("making a link that anybody can open", () => {
  const form = (onMade = vi.fn()) => {
    window.matchMedia = (() => ({
      matches: false,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    })) as never;
    const scene = new TestRoom();
    scene.begin();
    must(addLane(scene.ctx, { kind: "text", title: "Needs" }));
    must(addLane(scene.ctx, { kind: "action", title: "To do" }));
    render(
      <TestScene room={scene.room()} messages={{ common, errors, share }}>
        <ShareLinkForm path="/links" onMade={onMade} />
      </TestScene>,
    );
    return onMade;
  };

  it("[SH-06] shows no names and all but what is backstage, for ever, unless asked otherwise", async () => {
    const onMade = form();
    press(share.create.submit);
    await vi.waitFor(() => expect(onMade).toHaveBeenCalled());
    expect(server.asked).toEqual([
      {
        method: "POST",
        path: "/api/v1/links",
        body: { name: "", expiresAt: null, showOwners: false, laneIds: [] },
      },
    ]);
  });

  it("[SH-06] takes a name, an end and the names of people where they are asked for", async () => {
    const before = Date.now();
    const onMade = form();
    fireEvent.change(screen.getByLabelText(share.create.name), {
      target: { value: "Agency" },
    });
    pick(share.create.expires, share.create.expiry["7"]);
    fireEvent.click(
      screen.getByRole("checkbox", {
        name: new RegExp(share.create.showOwners),
      }),
    );
    press(share.create.submit);
    await vi.waitFor(() => expect(onMade).toHaveBeenCalled());
    const body = server.asked[0]?.body as Record<string, string>;
    expect(body).toMatchObject({ name: "Agency", showOwners: true });
    const days = (Date.parse(body.expiresAt ?? "") - before) / 86_400_000;
    expect(Math.round(days)).toBe(7);
  });
});

describe("narrowing the touchpoints of all journeys", () => {
  it("[R73] each filter narrows by what was chosen, keeps the others, and all are lifted at once", () => {
    const onChange = vi.fn();
    const some = [{ id: "x", label: "Something" }];
    show(
      <TouchpointFilters
        filters={{ journey: "j1" }}
        options={{
          journey: [{ id: "j1", label: "Buying shoes" }],
          stage: some,
          owner: some,
          channel: some,
          emotion: some,
        }}
        withoutOwner={0}
        onChange={onChange}
      />,
    );
    for (const key of ["stage", "owner", "channel", "emotion"] as const) {
      pick(`${touchpoints.filter[key]}$`, "Something");
      expect(onChange).toHaveBeenLastCalledWith({ journey: "j1", [key]: "x" });
    }
    pick(
      `${touchpoints.filter.journey}$`,
      `${touchpoints.filter.journey}: ${touchpoints.filter.any}`,
    );
    expect(onChange).toHaveBeenLastCalledWith({});
    press(touchpoints.filter.clear);
    expect(onChange).toHaveBeenLastCalledWith({});
  });
});

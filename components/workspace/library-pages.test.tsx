// Long because the pages of the library share one scene, one server and the hands that work them.
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
import type { ChannelListItem } from "@/lib/api/channels";
import type { PersonaDetail } from "@/lib/api/personas";
import type { StakeholderListItem } from "@/lib/api/stakeholders";
import common from "@/lib/i18n/messages/en/common.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import journeys from "@/lib/i18n/messages/en/journeys.json";
import mine from "@/lib/i18n/messages/en/mine.json";
import personas from "@/lib/i18n/messages/en/personas.json";
import share from "@/lib/i18n/messages/en/share.json";
import stakeholders from "@/lib/i18n/messages/en/stakeholders.json";
import touchpoints from "@/lib/i18n/messages/en/touchpoints.json";
import { addLane } from "@/lib/journey/lanes";
import { must } from "@/lib/journey/testing/context";
import { completeJsdom } from "@/test/jsdom-browser";
import { JourneyList } from "./journeys/journey-list";
import type { ListedJourney } from "./journeys/types";
import { MyWork } from "./mine/my-work";
import { PersonaDialog } from "./personas/persona-dialog";
import { emptyPersona, PERSONA_SECTIONS } from "./personas/persona-fields";
import { PersonaList } from "./personas/persona-list";
import { ShareLinkForm } from "./share/share-link-form";
import { StakeholderList } from "./stakeholders/stakeholder-list";
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

const longAgo = "2026-01-01T00:00:00.000Z";

describe("the form of a persona", () => {
  const chat: ChannelListItem = {
    id: "chat",
    key: null,
    name: "Chat",
    icon: "message-circle",
    medium: "online",
    archived: false,
    touchpoints: 0,
    journeys: 0,
  };
  const petra: PersonaDetail = {
    ...emptyPersona,
    id: "p1",
    name: "Petra",
    goals: "Run",
    version: 3,
    journeys: 0,
    createdAt: longAgo,
    updatedAt: longAgo,
    archivedAt: null,
  };
  const open = (persona: PersonaDetail | null = null) =>
    show(
      <PersonaDialog
        slug="shoes"
        persona={persona}
        channels={[chat]}
        isOpen
        onOpenChange={() => undefined}
      />,
    );
  /** Looks through the labels by itself: asking for each field by its name costs more than drawing the form. */
  function write(field: keyof typeof personas.field, value: string): void {
    const labels = [...document.querySelectorAll("label")];
    const label = labels.find(
      (one) => one.textContent === personas.field[field],
    );
    fireEvent.change(label!.control!, { target: { value } });
  }

  it("[R20] [R21] [R22] [R23] [R26] [R27] takes everything that can be said of somebody, and sends it tidied up", async () => {
    open();
    write("name", "  Petra ");
    const texts = [
      ...Object.values(PERSONA_SECTIONS).flat(),
      "summary" as const,
      "sourceNote" as const,
    ];
    for (const field of texts) write(field, `My ${field}`);
    pick(personas.field.shopping, personas.shopping.offline);
    fireEvent.click(screen.getByRole("checkbox", { name: "Chat" }));
    fireEvent.click(
      screen.getByRole("checkbox", { name: personas.source.interviews }),
    );
    press(personas.addAttribute);
    write("attributeName", " Shoe size ");
    write("attributeValue", " 43 ");
    press(common.save);
    expect(await screen.findByText(/“Petra”/)).toBeTruthy();
    expect(server.asked).toEqual([
      {
        method: "POST",
        path: "/api/v1/workspaces/shoes/personas",
        body: {
          ...emptyPersona,
          ...Object.fromEntries(texts.map((field) => [field, `My ${field}`])),
          name: "Petra",
          shopping: "offline",
          favouriteChannels: ["chat"],
          sources: ["interviews"],
          attributes: [{ name: "Shoe size", value: "43" }],
        },
      },
    ]);
  });

  it("[R24] the light form asks for less", () => {
    open();
    expect(screen.queryByLabelText(personas.field.household)).not.toBeNull();
    pick(personas.form.label, personas.form["customer-type"]);
    expect(screen.queryByLabelText(personas.field.household)).toBeNull();
    expect(screen.getByText(personas.form.hint)).toBeTruthy();
  });

  it("where somebody else was faster both versions are shown, nothing is lost, and one of them is kept", async () => {
    const current = { ...petra, goals: "Walk", version: 4 };
    server.will(409, { code: "version_conflict", current });
    open(petra);
    write("goals", "Run far");
    press(common.save);
    const question = await screen.findByRole("alertdialog", {
      name: "Someone else changed “Petra”",
    });
    const said = within(question).getAllByRole("definition");
    expect(said).toHaveLength(1);
    for (const version of [
      `${common.conflict.mine}Run far`,
      `${common.conflict.theirs}Walk`,
    ])
      expect(said[0]?.textContent).toContain(version);
    press(common.conflict.keepMine);
    await vi.waitFor(() => expect(server.versions).toEqual(['"3"', '"4"']));
    const mine = { body: { goals: "Run far" } };
    expect(server.asked).toMatchObject([mine, mine]);
  });

  it("taking their version puts it into the form, and the next save is one to that", async () => {
    const current = { ...petra, goals: "Walk", version: 4 };
    server.will(409, { code: "version_conflict", current });
    open(petra);
    write("goals", "Run far");
    press(common.save);
    await screen.findByRole("alertdialog", { name: /^Someone else changed/ });
    press(common.conflict.takeTheirs);
    expect(
      screen.getByLabelText<HTMLTextAreaElement>(personas.field.goals).value,
    ).toBe("Walk");
    press(common.save);
    await vi.waitFor(() => expect(server.versions).toEqual(['"3"', '"4"']));
    expect(server.asked.at(-1)).toMatchObject({ body: { goals: "Walk" } });
  });

  it("one is archived from its menu, the notice takes that back, and an archived one comes back by its own", async () => {
    const list = (archivedAt: string | null) =>
      show(
        <PersonaList
          slug="shoes"
          isArchive={archivedAt !== null}
          personas={[{ ...petra, archivedAt }]}
          channels={[]}
          mayEdit
          mayBringEvidence={false}
        />,
      );
    const choose = async (name: string) => {
      press(`${common.more}: Petra`);
      fireEvent.click(await screen.findByRole("menuitem", { name }));
      await act(async () => undefined);
    };
    list(null);
    await choose(personas.archive);
    await screen.findByText("“Petra” was archived.");
    press(common.undo);
    await act(async () => undefined);
    cleanup();
    list(longAgo);
    await choose(personas.restore);
    const one = "/api/v1/workspaces/shoes/personas/p1";
    expect(server.asked).toMatchObject([
      { method: "DELETE", path: one },
      { method: "POST", path: `${one}/restore` },
      { method: "POST", path: `${one}/restore` },
    ]);
  });
});

describe("the people and teams who have a part", () => {
  const anna: StakeholderListItem = {
    id: "s1",
    kind: "person",
    name: "Anna",
    email: "anna@example.org",
    jobTitle: "Shop",
    note: "",
    colour: "blue",
    member: null,
    version: 2,
    responsible: 0,
    involved: 0,
    openTasks: 0,
    createdAt: longAgo,
    updatedAt: longAgo,
    archivedAt: null,
  };
  const list = (over: Partial<StakeholderListItem> = {}) =>
    show(
      <StakeholderList
        slug="shoes"
        isArchive={over.archivedAt !== undefined}
        stakeholders={[{ ...anna, ...over }]}
        members={[{ id: "u1", name: "Bo" }]}
        mayEdit
      />,
    );
  const write = (field: keyof typeof stakeholders.field, value: string) =>
    fireEvent.change(
      screen.getByLabelText(stakeholders.field[field], { selector: "input" }),
      { target: { value } },
    );
  const choose = async (name: string) => {
    press(`${common.more}: Anna`);
    fireEvent.click(await screen.findByRole("menuitem", { name }));
    await act(async () => undefined);
  };
  const all = "/api/v1/workspaces/shoes/stakeholders";

  it("[N04] a team is added without any account, and a person with that of a member", async () => {
    list();
    press(stakeholders.new);
    write("name", "Warehouse");
    pick(stakeholders.kind.label, stakeholders.kind.team);
    const ofMember = { name: stakeholders.field.account };
    expect(screen.queryByRole("combobox", ofMember)).toBeNull();
    press(common.save);
    expect(await screen.findByText("“Warehouse” was added.")).toBeTruthy();

    press(stakeholders.new);
    write("name", "Bo");
    const account = screen.getByRole("combobox", ofMember);
    act(() => account.focus());
    fireEvent.click(await screen.findByRole("option", { name: "Bo" }));
    press(common.save);
    expect(await screen.findByText("“Bo” was added.")).toBeTruthy();
    expect(server.asked).toMatchObject([
      {
        method: "POST",
        path: all,
        body: { kind: "team", name: "Warehouse", email: null, userId: null },
      },
      {
        method: "POST",
        path: all,
        body: { kind: "person", name: "Bo", userId: "u1" },
      },
    ]);
  });

  it("one is archived and comes back, and where somebody else was faster both versions are shown", async () => {
    list();
    await choose(stakeholders.archive);
    await screen.findByText("“Anna” was archived.");
    cleanup();
    list({ archivedAt: longAgo });
    await choose(stakeholders.restore);
    cleanup();
    const current = { ...anna, jobTitle: "Web shop", version: 3 };
    server.will(409, { code: "version_conflict", current });
    list();
    await choose(stakeholders.edit);
    write("jobTitle", "Till");
    press(common.save);
    const question = await screen.findByRole("alertdialog", {
      name: "Someone else changed “Anna”",
    });
    expect(question.textContent).toContain(`${common.conflict.mine}Till`);
    expect(question.textContent).toContain(`${common.conflict.theirs}Web shop`);
    expect(server.asked).toMatchObject([
      { method: "DELETE", path: `${all}/s1` },
      { method: "POST", path: `${all}/s1/restore` },
      { method: "PATCH", path: `${all}/s1` },
    ]);
    expect(server.versions).toEqual(['"2"']);
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

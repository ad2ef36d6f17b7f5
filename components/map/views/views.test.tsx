import {
  cleanup,
  fireEvent,
  render,
  screen,
  within,
} from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { TestRoom, TestScene } from "@/components/touchpoint/testing/test-room";
import { preloadParts } from "@/components/ui/on-demand";
import common from "@/lib/i18n/messages/en/common.json";
import emotion from "@/lib/i18n/messages/en/emotion.json";
import lanes from "@/lib/i18n/messages/en/lanes.json";
import map from "@/lib/i18n/messages/en/map.json";
import room from "@/lib/i18n/messages/en/room.json";
import touchpoint from "@/lib/i18n/messages/en/touchpoint.json";
import views from "@/lib/i18n/messages/en/views.json";
import { setEmotion } from "@/lib/journey/emotions";
import { asId } from "@/lib/journey/ids";
import type {
  ChannelId,
  PersonaId,
  StakeholderId,
  TouchpointId,
} from "@/lib/journey/ids";
import { linkPersona } from "@/lib/journey/meta";
import { addStage } from "@/lib/journey/stages";
import { must } from "@/lib/journey/testing/context";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import { MAP_VIEWS } from "@/lib/views/views";
import { completeJsdom } from "@/test/jsdom-browser";
import type { ViewProps, ViewWrite } from "./view-props";
import { ChannelsView } from "./matrix/channels-view";
import { ResponsibilitiesView } from "./matrix/responsibilities-view";
import { CanvasView } from "./canvas/canvas-view";
import { LineView } from "./line/line-view";
import { TableView } from "./table/table-view";
import { useView } from "./use-view";
import { ViewSwitch } from "./view-switch";

const messages = { common, emotion, lanes, map, room, touchpoint, views };
const noor = asId<StakeholderId>("0198c000-0000-7000-8000-0000000000a1");
const phone = asId<ChannelId>("0198c000-0000-7000-8000-0000000000a2");
const mark = asId<PersonaId>("0198c000-0000-7000-8000-0000000000a3");

const rows = {
  stakeholders: [
    {
      id: noor,
      name: "Noor",
      kind: "person" as const,
      colour: "blue" as const,
      archived: false,
      userId: null,
    },
  ],
  channels: [
    {
      id: phone,
      name: "Phone",
      icon: "phone",
      medium: "offline" as const,
      archived: false,
    },
  ],
  personas: [
    {
      id: mark,
      name: "Mark",
      colour: "blue" as const,
      summary: "",
      draft: false,
      archived: false,
    },
  ],
};

/** A map of two touchpoints, and what a view is asked to write on it. */
class Scene {
  readonly room = new TestRoom();
  readonly written: unknown[][] = [];
  readonly opened: TouchpointId[] = [];

  constructor(titles: readonly string[] = ["Order", "Delivery"]) {
    linkPersona(this.room.ctx, { personaId: mark });
    const { stageId } = must(addStage(this.room.ctx, { title: "Buy" }));
    for (const title of titles)
      must(addTouchpoint(this.room.ctx, { stageId, title }));
  }

  get first(): TouchpointId {
    const id = this.room.source.get().stages[0]?.touchpoints[0]?.id;
    if (!id) throw new Error("no touchpoint");
    return id;
  }

  show(
    View: (props: ViewProps) => ReactNode,
    props: Partial<ViewProps> = {},
  ): void {
    const note =
      (name: string) =>
      (...args: unknown[]) =>
        void this.written.push([name, ...args]);
    const write = {
      target: null,
      setEmotion: note("emotion"),
      setRole: note("role"),
      setChannel: note("channel"),
      pickOwner: note("owner"),
      addTouchpoint: note("touchpoint"),
      addLane: note("lane"),
    } as unknown as ViewWrite;
    render(
      <TestScene room={this.room.room()} rows={rows} messages={messages}>
        <View
          map={this.room.source.get()}
          hidden={new Set()}
          write={write}
          openTouchpoint={(id) => void this.opened.push(id)}
          previews={[]}
          {...props}
        />
      </TestScene>,
    );
  }
}

const press = (key: string) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key });
const button = (name: string | RegExp) => screen.getByRole("button", { name });

completeJsdom();
beforeAll(preloadParts, 60_000);
beforeEach(() => {
  window.history.replaceState(null, "", "/");
  window.matchMedia = (() => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })) as never;
});
afterEach(() => {
  cleanup();
  localStorage.clear();
});

describe("useView", () => {
  function Switch({ mapKey }: { readonly mapKey: string }) {
    return <ViewSwitch {...useView({ key: mapKey, asked: null })} />;
  }
  const showSwitch = (mapKey: string) =>
    render(
      <TestScene room={new TestRoom().room()} messages={messages}>
        <Switch mapKey={mapKey} />
      </TestScene>,
    );

  it("[R54] remembers the view for each map, and makes it part of the address", () => {
    showSwitch("one");
    fireEvent.click(button("View: Map"));
    expect(screen.getAllByRole("menuitemradio")).toHaveLength(MAP_VIEWS.length);
    fireEvent.click(screen.getByRole("menuitemradio", { name: "Table" }));
    expect(button("View: Table")).toBeTruthy();
    expect(window.location.search).toBe("?view=table");
    cleanup();
    showSwitch("one");
    expect(button("View: Table")).toBeTruthy();
    cleanup();
    showSwitch("other");
    expect(button("View: Map")).toBeTruthy();
  });
});

describe("views", () => {
  it.each([
    ["line", LineView],
    ["table", TableView],
    ["channels", ChannelsView],
    ["responsibilities", ResponsibilitiesView],
  ])(
    "[R54] %s asks for the first touchpoint where there is none",
    (_, View) => {
      const scene = new Scene([]);
      scene.show(View);
      fireEvent.click(button("Add touchpoint"));
      expect(scene.written.map(([name]) => name)).toEqual(["touchpoint"]);
    },
  );

  it("[R54] canvas asks for a lane where none belongs to stages", () => {
    const scene = new Scene();
    scene.show(CanvasView);
    fireEvent.click(button("Add lane"));
    expect(scene.written.map(([name]) => name)).toEqual(["lane"]);
  });
});

describe("LineView", () => {
  it("[R53] says how satisfying each contact is, and takes another level by key", () => {
    const scene = new Scene();
    must(
      setEmotion(scene.room.ctx, {
        touchpointId: scene.first,
        personaId: mark,
        value: 2,
      }),
    );
    scene.show(LineView);
    const order = screen.getByRole("slider", { name: "Order" });
    expect(order.getAttribute("aria-valuetext")).toBe("Very satisfying");
    fireEvent.keyDown(order, { key: "2" });
    expect(scene.written).toEqual([["emotion", scene.first, mark, -1]]);
    fireEvent.click(button("Delivery"));
    expect(scene.opened).toHaveLength(1);
    expect(screen.getByText(/Only one value so far/)).toBeTruthy();
  });
});

describe("TableView", () => {
  it("[N10] is one tab stop that the arrows walk, and Enter opens a touchpoint", () => {
    const scene = new Scene();
    scene.show(TableView);
    const grid = screen.getByRole("grid");
    const stops = [...grid.querySelectorAll<HTMLElement>("[data-walk]")];
    expect(stops.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    stops.find(({ tabIndex }) => tabIndex === 0)?.focus();
    press("ArrowDown");
    press("ArrowRight");
    expect(document.activeElement?.textContent).toBe("Order");
    expect((document.activeElement as HTMLElement).tabIndex).toBe(0);
    press("ArrowRight");
    press("Enter");
    expect(scene.opened).toEqual([scene.first]);
  });

  it("[R54] sets a feeling with a number, and shows the columns that were chosen", () => {
    const scene = new Scene();
    localStorage.setItem("waymark:table-columns", "feelings,files");
    scene.show(TableView);
    expect(
      screen.getAllByRole("columnheader").map(({ textContent }) => textContent),
    ).toEqual(["Touchpoint", "Mark", "Files"]);
    button("Order, Mark: No value yet").focus();
    press("5");
    expect(scene.written).toEqual([["emotion", scene.first, mark, 2]]);
  });

  it("[R54] has no column for a visitor of which the link tells nothing", () => {
    new Scene().show(TableView, { write: null, openTouchpoint: null });
    expect(
      screen.getAllByRole("columnheader").map(({ textContent }) => textContent),
    ).toEqual(["No.", "Touchpoint", "Stage"]);
    expect(screen.queryByText("Nobody yet")).toBeNull();
  });
});

describe("ChannelsView", () => {
  it("[R49] gives a channel to a touchpoint where it is pressed", () => {
    const scene = new Scene();
    scene.show(ChannelsView);
    const cell = button("Phone at Order");
    expect(cell.getAttribute("aria-pressed")).toBe("false");
    fireEvent.click(cell);
    expect(scene.written).toEqual([["channel", scene.first, phone, true]]);
    expect(
      screen.getByText("2 touchpoints have no channel.", { exact: false }),
    ).toBeTruthy();
  });
});

describe("ResponsibilitiesView", () => {
  it("[R54] shows the gaps and the way out of them", () => {
    const scene = new Scene();
    scene.show(ResponsibilitiesView);
    expect(
      screen.getByText("2 of 2 touchpoints have nobody who is responsible."),
    ).toBeTruthy();
    fireEvent.click(button("Choose who is responsible for Order"));
    expect(scene.written[0]?.slice(0, 2)).toEqual(["owner", scene.first]);
    fireEvent.click(screen.getByRole("switch", { name: "Everybody" }));
    fireEvent.click(button("Noor, Order: no role"));
    expect(scene.written[1]).toEqual([
      "role",
      scene.first,
      noor,
      "responsible",
    ]);
  });

  it("[SH-06] tells a visitor of no gap, for names may be kept back", () => {
    new Scene().show(ResponsibilitiesView, {
      write: null,
      openTouchpoint: null,
    });
    const grid = screen.getByRole("grid");
    expect(within(grid).queryByText("Nobody responsible")).toBeNull();
    expect(screen.queryByText(/have nobody/)).toBeNull();
  });
});

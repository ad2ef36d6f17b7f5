// Long because everything that a touchpoint's panel takes is asked of one panel with the same hands.
import {
  act,
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
  waitFor,
  within,
} from "@testing-library/react";
import {
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  vi,
} from "vitest";
import type { CatalogueRows } from "@/components/map/editor-props";
import { preloadParts } from "@/components/ui/on-demand";
import type { Locale } from "@/lib/i18n/config";
import type { TouchpointId } from "@/lib/journey/ids";
import { addChannel } from "@/lib/journey/channels";
import { setMeta } from "@/lib/journey/meta";
import { setOwner } from "@/lib/journey/owners";
import { textOf } from "@/lib/journey/texts";
import { setTouchpoint } from "@/lib/journey/touchpoints";
import { completeJsdom } from "@/test/jsdom-browser";
import { answer, open, pick, type, useBareWindow } from "./testing/panel-hands";
import { ada, chat, panelMessages } from "./testing/panel-content";
import { TestRoom, TestScene } from "./testing/test-room";
import { TouchpointPanel } from "./touchpoint-panel";
import { findTouchpoint } from "./use-touchpoint";

let scene: TestRoom;
let id: TouchpointId;
const onClose = vi.fn();

completeJsdom();
// Computing what is hidden costs a second for each question in a panel of this size.
configure({ defaultHidden: true });
beforeAll(preloadParts, 60_000);
beforeEach(() => {
  useBareWindow();
  onClose.mockReset();
  scene = new TestRoom();
  id = scene.begin().touchpointId;
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const now = () => {
  const found = findTouchpoint(scene.source.get(), id);
  if (!found) throw new Error("the touchpoint is gone");
  return found;
};
function show(rows: Partial<CatalogueRows> = {}, locale: "en" | "de" = "en") {
  return render(
    <TestScene
      room={scene.room()}
      rows={rows}
      locale={locale as Locale}
      messages={panelMessages[locale]}
    >
      <TouchpointPanel
        touchpointId={id}
        onClose={onClose}
        onOpen={vi.fn()}
        onOpenRecord={vi.fn()}
      />
    </TestScene>,
  );
}

describe("the panel of a touchpoint", () => {
  it("[A8] is a named region that takes the focus, and gives it back on Esc", () => {
    const opener = document.createElement("button");
    document.body.append(opener);
    opener.focus();
    const { unmount } = show();
    const panel = screen.getByRole("complementary", {
      name: "Touchpoint: Checkout",
    });
    expect(document.activeElement).toBe(panel);
    fireEvent.keyDown(screen.getByRole("textbox", { name: "Title" }), {
      key: "Escape",
    });
    expect(onClose).toHaveBeenCalledOnce();
    unmount();
    expect(document.activeElement).toBe(opener);
    opener.remove();
  });

  it("[R32] [N02] writes ideal and actual message live, with others in the same field", () => {
    show();
    type("Ideal message", "Pay in one step");
    expect(now().message).toBe("Pay in one step");
    const text = textOf(scene.doc, {
      kind: "touchpoint",
      id,
      field: "message",
    });
    act(() => scene.doc.transact(() => text?.insert(0, "Hi! "), "theirs"));
    const field = screen.getByRole<HTMLInputElement>("textbox", {
      name: "Ideal message",
    });
    expect(field.value).toBe("Hi! Pay in one step");
    type("Actual message", "Five steps");
    expect(now().actualMessage).toBe("Five steps");
  });

  it("[R30] helps to phrase a title as who does what and where, in one step, and forces nobody", () => {
    show({ channels: [chat] });
    act(() => {
      setMeta(scene.ctx, { customerWord: "patient" });
      addChannel(scene.ctx, { touchpointId: now().id, channelId: chat.id });
      scene.undo.clear();
    });
    const before = now().title;
    fireEvent.click(
      screen.getByRole("button", { name: /^Help with the title/ }),
    );
    const form = screen.getByRole("form", { name: "Phrase the title" });
    const what = screen.getByRole("textbox", { name: "What happens?" });
    fireEvent.submit(form);
    expect(now().title).toBe(before);
    fireEvent.change(what, { target: { value: "asks for help " } });
    fireEvent.click(screen.getByRole("radio", { name: chat.name }));
    fireEvent.submit(form);
    expect(now().title).toBe(`Patient asks for help · ${chat.name}`);
    expect(screen.queryByRole("form")).toBeNull();
    act(() => void scene.undo.undo());
    expect(now().title).toBe(before);
    expect(scene.undo.canUndo()).toBe(false);
  });

  it("[N02] says whether the two agree, and takes it back when pressed again", () => {
    show();
    fireEvent.click(screen.getByRole("radio", { name: "Reality differs" }));
    expect(now().messageStatus).toBe("differs");
    fireEvent.click(screen.getByRole("radio", { name: "Reality differs" }));
    expect(now().messageStatus).toBeNull();
  });

  it("[R35] [R37] adds a known channel and removes it", async () => {
    show({ channels: [chat] });
    await pick("Add a channel", "chat", "Live chat");
    expect(now().channels).toEqual([chat.id]);
    fireEvent.click(screen.getByRole("button", { name: "Remove Live chat" }));
    expect(now().channels).toEqual([]);
  });

  it("[N04] makes someone without an account responsible by typing a name", async () => {
    const row = {
      ...ada,
      member: null,
      email: null,
      jobTitle: "",
      note: "",
      version: 1,
      archivedAt: null,
    };
    const fetched = answer({ ...row, id: ada.id });
    show();
    await pick(
      "Make someone responsible",
      "Ada Brown",
      "Add “Ada Brown”, no account needed",
    );
    await waitFor(() =>
      expect(now().owners).toEqual([
        { stakeholderId: ada.id, role: "responsible" },
      ]),
    );
    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(url).toBe("/api/v1/workspaces/shoes/stakeholders");
    expect(init?.body).toBe(JSON.stringify({ name: "Ada Brown" }));
    const list = await screen.findByRole("list", { name: "Responsible" });
    expect(within(list).getByText("Ada Brown")).toBeTruthy();
  });

  it("says why a person could not be made and leaves the map alone", async () => {
    answer({ code: "internal" }, 500);
    show();
    await pick(
      "Make someone responsible",
      "Ada",
      "Add “Ada”, no account needed",
    );
    expect(await screen.findByText("Something went wrong.")).toBeTruthy();
    expect(now().owners).toEqual([]);
  });

  it("[R71] shows those who have left and lets them be removed", () => {
    setOwner(scene.ctx, {
      touchpointId: id,
      stakeholderId: ada.id,
      role: "responsible",
    });
    show({ stakeholders: [{ ...ada, archived: true }] });
    expect(screen.getByText("archived")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Remove Ada Brown" }));
    expect(now().owners).toEqual([]);
  });

  it("[R51] sets how a persona feels with the five faces", () => {
    const { personas } = scene.source.get();
    show();
    const group = screen.getByRole("group", {
      name: "Emotion of Unknown persona",
    });
    fireEvent.click(within(group).getByRole("button", { name: "Very angry" }));
    expect(now().emotions[personas[0]!]).toBe(-2);
    fireEvent.click(
      within(group).getByRole("button", { name: "Clear the value" }),
    );
    expect(now().emotions).toEqual({});
  });

  it("[R57] reads a share as the reader's language writes it, in one write", () => {
    show({}, "de");
    open("Abbrüche");
    const strokes = vi.fn();
    scene.undo.subscribe(strokes);
    const field = screen.getByRole<HTMLInputElement>("textbox", {
      name: "Anteil, der hier abbricht",
    });
    field.focus();
    fireEvent.change(field, { target: { value: "46,1 %" } });
    fireEvent.blur(field);
    expect(now().dropOff).toEqual({ share: 0.461, reasons: [] });
    expect(strokes).toHaveBeenCalledOnce();
  });

  it("[R58] keeps reasons for leaving beside the share", () => {
    setTouchpoint(scene.ctx, {
      touchpointId: id,
      patch: { dropOff: { share: 0.4, reasons: [] } },
    });
    show();
    open("Drop-off");
    fireEvent.click(screen.getByRole("button", { name: "Add reason" }));
    const field = screen.getByRole("textbox", { name: "New reason" });
    fireEvent.change(field, { target: { value: "Coupon fails" } });
    fireEvent.blur(field);
    expect(now().dropOff?.reasons).toEqual([
      { text: "Coupon fails", share: null },
    ]);
    fireEvent.click(screen.getByRole("button", { name: "Remove reason" }));
    expect(now().dropOff?.reasons).toEqual([]);
  });

  it("[R36] says whether it is online, offline or both, and takes it back when pressed again", () => {
    show();
    const { medium, media } = panelMessages.en.touchpoint.contact;
    const choices = within(screen.getByRole("radiogroup", { name: medium }));
    const pressed = (["offline", "both", "both"] as const).map((id) => {
      fireEvent.click(choices.getByRole("radio", { name: media[id] }));
      return now().medium;
    });
    expect(pressed).toEqual(["offline", "both", null]);
  });

  it("[R39] keeps how fast it is answered, one of the usual times or any other, and by whom", () => {
    show();
    open("Response and time");
    const choose = (list: RegExp, option: string) => {
      fireEvent.click(screen.getByRole("button", { name: list }));
      const options = within(screen.getByRole("listbox"));
      fireEvent.click(options.getByRole("option", { name: option }));
    };
    choose(/Expected response time$/, "5 minutes");
    expect(now().responseTime).toBe("PT5M");
    choose(/Expected response time$/, "Other …");
    const amount = screen.getByRole("textbox", {
      name: "Expected response time: amount",
    });
    fireEvent.change(amount, { target: { value: "45" } });
    fireEvent.blur(amount);
    expect(now().responseTime).toBe("PT45M");
    fireEvent.click(screen.getByRole("radio", { name: "A bot" }));
    expect(now().handledBy).toBe("bot");
  });

  it("[R42] keeps when it happens as an offset and an event", () => {
    show();
    open("Response and time");
    const field = screen.getByRole("textbox", { name: "After which event?" });
    fireEvent.change(field, { target: { value: "the cart was left" } });
    fireEvent.blur(field);
    expect(now().timing).toEqual({
      offset: "PT0S",
      after: "the cart was left",
    });
  });

  it("takes back an unfinished value on the first Esc and closes only on the next", () => {
    show();
    const field = screen.getByRole<HTMLInputElement>("textbox", {
      name: "Who receives it?",
    });
    field.focus();
    fireEvent.change(field, { target: { value: "Till" } });
    fireEvent.keyDown(field, { key: "Escape" });
    expect(field.value).toBe("");
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: "Escape" });
    expect(onClose).toHaveBeenCalledOnce();
    fireEvent.blur(field);
    expect(now().receiver).toBeNull();
  });

  it("closes an open list on the first Esc, not the panel around it", async () => {
    show({ channels: [chat] });
    const box = screen.getByRole("combobox", { name: "Add a channel" });
    act(() => box.focus());
    await screen.findByRole("option", { name: "Live chat" });
    fireEvent.keyDown(box, { key: "Escape" });
    await waitFor(() => expect(screen.queryByRole("listbox")).toBeNull());
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.keyDown(box, { key: "Escape" });
    expect(onClose).toHaveBeenCalledOnce();
  });

  it("[R45] writes check questions by keys alone: the next, up, and away again", () => {
    show();
    open("Check questions");
    fireEvent.click(screen.getByRole("button", { name: "Add question" }));
    const here = () => document.activeElement as HTMLInputElement;
    fireEvent.input(here(), { target: { value: "One" } });
    fireEvent.keyDown(here(), { key: "Enter" });
    fireEvent.input(here(), { target: { value: "Two" } });
    const texts = () => now().checklist.map(({ text }) => text);
    expect(texts()).toEqual(["One", "Two"]);
    fireEvent.keyDown(here(), { key: "ArrowUp", altKey: true });
    expect(texts()).toEqual(["Two", "One"]);
    fireEvent.keyDown(here(), { key: "Enter" });
    expect(texts()).toHaveLength(3);
    fireEvent.keyDown(here(), { key: "Backspace" });
    expect(texts()).toEqual(["Two", "One"]);
  });

  it("[R39] [R45] [R47] adds suggested check questions and ticks them off", async () => {
    show();
    open("Check questions");
    fireEvent.click(screen.getByRole("button", { name: "Suggestions" }));
    for (const asks of [/screen sharing/, /chatbot lead/, /goes wrong here/])
      expect(await screen.findByRole("menuitem", { name: asks })).toBeTruthy();
    fireEvent.click(
      await screen.findByRole("menuitem", { name: "Is the page easy to use?" }),
    );
    const box = await screen.findByRole("checkbox", {
      name: "Is the page easy to use?",
    });
    fireEvent.click(box);
    expect(now().checklist).toMatchObject([
      { text: "Is the page easy to use?", done: true },
    ]);
  });

  it("[R48] [R75] keeps search queries and inspiration", () => {
    show();
    open("Notes and inspiration");
    type("Search queries", "running shoes back pain");
    type("Inspiration from others", "The bakery next door");
    expect(now()).toMatchObject({
      searchQueries: "running shoes back pain",
      inspiration: "The bakery next door",
    });
  });

  it("[A5] tells others that I am here and names who is", () => {
    scene.others = [{ id: "u2", name: "Bo", colour: "green", role: "editor" }];
    const { unmount } = show();
    expect(screen.getByText("Also here: Bo")).toBeTruthy();
    expect(scene.told).toEqual([{ at: { kind: "entity", id } }]);
    unmount();
    expect(scene.told.at(-1)).toEqual({ at: null });
  });

  it("shows everything and changes nothing where the map may only be read", () => {
    scene.canEdit = false;
    show({ channels: [chat] });
    expect(
      screen.getByRole<HTMLInputElement>("textbox", { name: "Title" }).readOnly,
    ).toBe(true);
    expect(screen.queryByRole("combobox")).toBeNull();
    expect(screen.queryByRole("button", { name: "Upload" })).toBeNull();
  });

  it("says so when the touchpoint has been deleted meanwhile", () => {
    show();
    act(() => scene.undo.clear());
    act(() => scene.doc.transact(() => scene.remove(id), "theirs"));
    expect(screen.getByText(/no longer on the map/)).toBeTruthy();
  });

  it("speaks the language of the reader and marks that of the map", () => {
    setMeta(scene.ctx, { locale: "nl" });
    show({}, "de");
    expect(
      screen
        .getByRole("textbox", { name: "Ideale Botschaft" })
        .getAttribute("lang"),
    ).toBe("nl");
  });
});

import { cleanup, configure, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { preloadParts } from "@/components/ui/on-demand";
import type { TouchpointId } from "@/lib/journey/ids";
import { byKeys, focused } from "@/test/by-keys";
import { completeJsdom } from "@/test/jsdom-browser";
import { useBareWindow } from "./testing/panel-hands";
import { ada, chat, panelMessages } from "./testing/panel-content";
import { TestRoom, TestScene } from "./testing/test-room";
import { TouchpointPanel } from "./touchpoint-panel";
import { findTouchpoint } from "./use-touchpoint";

completeJsdom();
configure({ defaultHidden: true, asyncUtilTimeout: 20_000 });
beforeAll(preloadParts, 60_000);
let scene: TestRoom;
let id: TouchpointId;
const onClose = vi.fn();
beforeEach(() => {
  useBareWindow();
  scene = new TestRoom();
  id = scene.begin().touchpointId;
});
afterEach(cleanup);

it("[N10] everything of a touchpoint is said by keys alone: its words, channel, feeling, people, figures and questions", async () => {
  const { container } = render(
    <TestScene
      room={scene.room()}
      rows={{ channels: [chat], stakeholders: [ada] }}
      messages={panelMessages.en}
    >
      <TouchpointPanel
        touchpointId={id}
        onClose={onClose}
        onOpen={vi.fn()}
        onOpenRecord={vi.fn()}
      />
    </TestScene>,
  );
  const now = () => findTouchpoint(scene.source.get(), id)!;
  const { press, tabTo, to } = byKeys();
  const write = async (field: string, words: string) => {
    await tabTo(`^${field}$`);
    await press(words);
  };
  /** Finds by typing and takes the first that is found. */
  const find = async (field: string, typed: string, name: string) => {
    await write(field, typed);
    await screen.findByRole("option", { name });
    await press("{ArrowDown}{Enter}");
  };
  const open = async (section: string) => {
    await tabTo(`^${section}`);
    if (focused().getAttribute("aria-expanded") === "false")
      await press("{Enter}");
  };
  expect(document.activeElement).toBe(screen.getByRole("complementary"));

  await write("Title", "{End} in the shop");
  await write("Ideal message", "Pay in one step");
  await tabTo("^Still to be written");
  await to("^Reality differs", "{ArrowRight}");
  await press(" ");
  await find("Add a channel", "chat", "Live chat");
  await tabTo("^Very angry");
  await press("{Enter}");
  await find("Make someone responsible", "ada", "Ada Brown");
  await open("Drop-off");
  await write("Share that leaves here", "12 %{Tab}");
  await open("Check questions");
  await tabTo("^Add question");
  await press("{Enter}");
  await press("Is it clear?");
  // What somebody takes away by keys leaves them where they were, not on the page, where Esc closes nothing.
  expect(now().channels).toEqual([chat.id]);
  await to("^Remove Live chat", "{Shift>}{Tab}{/Shift}");
  await press("{Enter}");
  expect(now().channels).toEqual([]);
  expect(container.contains(focused())).toBe(true);
  await open("Notes and inspiration");
  await write("Search queries", "running shoes");

  expect(now()).toMatchObject({
    title: "Checkout in the shop",
    message: "Pay in one step",
    messageStatus: "differs",
    channels: [],
    emotions: { [scene.source.get().personas[0]!]: -2 },
    owners: [{ stakeholderId: ada.id, role: "responsible" }],
    dropOff: { share: 0.12 },
    checklist: [{ text: "Is it clear?", done: false }],
    searchQueries: "running shoes",
  });
  await press("{Escape}");
  expect(onClose).toHaveBeenCalledOnce();
});

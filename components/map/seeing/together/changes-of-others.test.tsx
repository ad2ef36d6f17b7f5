import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { moveCard } from "@/lib/journey/cards";
import type { CardId, LaneId } from "@/lib/journey/ids";
import { readPresence } from "@/lib/protocol/presence";
import type { Presence } from "@/lib/protocol/presence";
import { completeJsdom } from "@/test/jsdom-browser";
import { TestMap } from "../../testing/test-map";
import { SAY_AFTER_MS } from "./use-heard-changes";

const { said } = vi.hoisted(() => ({ said: [] as string[] }));
vi.mock("../../grid/speak", () => ({
  speak: (text: string) => void said.push(text),
}));

const user = { id: "g", name: "Grace", colour: "green", role: "editor" };
const grace = (more: object = {}): Presence => readPresence({ user, ...more })!;

let map: TestMap;
let id: CardId;

beforeEach(() => {
  completeJsdom();
  vi.useFakeTimers({ shouldAdvanceTime: true });
  localStorage.clear();
  said.length = 0;
  map = new TestMap();
  map.scene.meet([grace()]);
  id = map.put("Fits");
  map.show();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** What a colleague's tab does with its own copy of the map, and sends. */
function colleague(write: (doc: Y.Doc) => unknown): void {
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(map.scene.doc));
  theirs.transact(() => write(theirs));
  act(() => Y.applyUpdate(map.scene.doc, Y.encodeStateAsUpdate(theirs)));
}
const textIn = (doc: Y.Doc, card: CardId) =>
  doc.getMap<Y.Map<Y.Text>>("cards").get(card)!.get("text")!;
const wait = () => act(() => vi.advanceTimersByTimeAsync(SAY_AFTER_MS + 1));
const select = () => fireEvent.pointerDown(map.cell(), { button: 0 });

describe("what others change where I am", () => {
  it("[A8] is said once with the name of who is there, however many letters it was", async () => {
    await screen.findByRole("button", { name: /^Follow G/ });
    select();
    const [laneId, columnId] = map.cell().dataset.cell!.split("/");
    act(() =>
      map.scene.meet([grace({ at: { kind: "cell", laneId, columnId } })]),
    );
    for (const letter of " well")
      colleague((doc) => {
        const text = textIn(doc, id);
        text.insert(text.length, letter);
      });
    await wait();
    expect(said).toEqual(["Grace changed this: Fits well"]);
  });

  it("[A8] is said where it was a single change", async () => {
    select();
    colleague((doc) => textIn(doc, id).insert(4, " well"));
    await wait();
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/Fits well$/);
  });

  it("[A8] is not said when it is elsewhere, or my own, or I do not want to hear it", async () => {
    const other = map.put("Elsewhere", 1);
    await screen.findByRole("button", { name: /^Follow G/ });
    select();
    colleague((doc) => textIn(doc, other).insert(0, "Not "));
    await wait();
    act(() => textIn(map.scene.doc, id).insert(0, "It "));
    await wait();
    act(() => map.scene.meet([grace()]));
    fireEvent.click(
      screen.getByRole("button", { name: "More about this map" }),
    );
    fireEvent.click(screen.getByRole("menuitem", { name: "Follow somebody" }));
    fireEvent.click(await screen.findByRole("switch", { name: /aloud/ }));
    map.key("Escape");
    select();
    act(() => map.cell().focus());
    colleague((doc) => textIn(doc, id).insert(0, "Now "));
    await wait();
    expect(said).toEqual([]);
  });
});

describe("a card that a colleague moves", () => {
  const gliding = () => document.querySelector(`[data-glide="${id}"]`);

  const animate = vi.fn(() => ({
    addEventListener: () => undefined,
    cancel: () => undefined,
  }));

  beforeEach(() => {
    // In a window of no size nothing would be in sight, and this browser animates nothing by itself.
    const box = new DOMRect(0, 0, 100, 100);
    vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockReturnValue(
      box,
    );
    Object.assign(HTMLElement.prototype, { animate });
    animate.mockClear();
  });
  afterEach(() => {
    vi.restoreAllMocks();
    Reflect.deleteProperty(HTMLElement.prototype, "animate");
  });

  async function moveByGrace(): Promise<void> {
    await screen.findByRole("button", { name: /^Follow G/ });
    const laneId = map.cell(1).dataset.row as LaneId;
    const place = { laneId, columnId: map.stages[1]!, before: null };
    const preview = { kind: "drag", id, place: { kind: "card", ...place } };
    act(() => map.scene.meet([grace({ preview })]));
    act(() => map.scene.meet([grace()]));
    const { undo: _mine, ...ctx } = map.scene.ctx;
    colleague((doc) => moveCard({ ...ctx, doc }, { cardId: id, ...place }));
    expect(map.card(id)?.columnId).toBe(map.stages[1]);
  }

  it("[A5] glides there, and says for a moment who moved it", async () => {
    await moveByGrace();
    expect(gliding()?.textContent).toContain("Grace");
    expect(animate).toHaveBeenCalled();
    await act(() => vi.advanceTimersByTimeAsync(3_000));
    expect(gliding()).toBeNull();
  });

  it("[A8] is there at once for who asks for less motion", async () => {
    window.matchMedia = ((query: string) => ({
      matches: query.includes("reduced-motion"),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    })) as never;
    await moveByGrace();
    expect(gliding()?.textContent).toContain("Grace");
    expect(animate).not.toHaveBeenCalled();
  });
});

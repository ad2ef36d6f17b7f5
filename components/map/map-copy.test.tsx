import {
  act,
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
  waitFor,
} from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { addAttachment } from "@/lib/journey/attachments";
import { asId } from "@/lib/journey/ids";
import type { CardId } from "@/lib/journey/ids";
import { must } from "@/lib/journey/testing/context";
import { createLiveMap } from "@/lib/journey/live-map";
import map from "@/lib/i18n/messages/en/map.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { TestMap } from "./testing/test-map";

completeJsdom();
// Parts are loaded when they are first shown.
configure({ asyncUtilTimeout: 20_000 });
let at: TestMap;
let board: Map<string, string>;
beforeEach(() => {
  at = new TestMap();
  board = new Map();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const clipboardData = {
  getData: (type: string) => board.get(type) ?? "",
  setData: (type: string, words: string) => void board.set(type, words),
};

function click(element: Element, more: Record<string, unknown> = {}): void {
  fireEvent.pointerDown(element, { button: 0, ...more });
  fireEvent.click(element, more);
}

function choose(...ids: readonly string[]): void {
  ids.forEach((id, index) => click(at.thing(id), { ctrlKey: index > 0 }));
}

const focused = () => document.activeElement ?? document.body;
const all = () => [at.texts(0), at.texts(1), at.texts(2)];

describe("several chosen cards on the clipboard", () => {
  beforeEach(() => {
    at.put("a");
    at.put("b", 1);
    at.put("stays", 1);
  });
  const ids = () =>
    Object.values(at.scene.source.get().cells)
      .flat()
      .filter(({ text }) => text !== "stays")
      .map(({ id }) => id);

  it("[A2] cutting them takes all of them along, and pasting puts all of them down", () => {
    at.show();
    choose(...ids().toReversed());
    fireEvent.cut(focused(), { clipboardData });
    expect(all()).toEqual([[], ["stays"], []]);
    expect(board.get("text/plain")).toBe('"a\nb"');
    click(at.cell(2));
    fireEvent.paste(focused(), { clipboardData });
    expect(all()).toEqual([[], ["stays"], ["a", "b"]]);
    act(() => void at.scene.undo.undo());
    act(() => void at.scene.undo.undo());
    expect(all()).toEqual([["a"], ["b", "stays"], []]);
  });

  it("[A2] copying them leaves them where they are, and pasting adds all of them in one step", () => {
    at.show();
    choose(...ids());
    fireEvent.copy(focused(), { clipboardData });
    click(at.cell(1));
    fireEvent.paste(focused(), { clipboardData });
    expect(all()).toEqual([["a"], ["b", "stays", "a", "b"], []]);
    act(() => void at.scene.undo.undo());
    expect(all()).toEqual([["a"], ["b", "stays"], []]);
  });
});

describe("pictures of copied cards", () => {
  const file = (end: string) => `0198c000-0000-7000-8000-0000000000${end}`;
  function hang(on: CardId): void {
    must(
      addAttachment(at.scene.ctx, {
        on,
        kind: "file",
        name: "Stall.png",
        fileId: asId(file("f1")),
        mime: "image/png",
        bytes: 9,
        sha256: "a".repeat(64),
      }),
    );
  }
  const files = (stage: number) => {
    const map = at.scene.source.get();
    return Object.values(map.cells)
      .flat()
      .filter(({ columnId }) => columnId === at.stages[stage])
      .map(({ id }) => map.attachments[id]?.map(({ fileId }) => fileId) ?? []);
  };
  /** As if the block had been copied in another map. */
  const fromElsewhere = () =>
    board.set(
      "text/html",
      (board.get("text/html") ?? "").replaceAll("f001", "f002"),
    );

  it("[A2] come along inside a map, in the same step", () => {
    hang(at.put(""));
    at.show();
    click(at.cell(0));
    fireEvent.copy(focused(), { clipboardData });
    click(at.cell(2));
    fireEvent.paste(focused(), { clipboardData });
    expect(files(2)).toEqual([[file("f1")]]);
    act(() => void at.scene.undo.undo());
    expect(files(2)).toEqual([]);
  });

  it("[A2] are copied into another map, which keeps files of its own", async () => {
    hang(at.put("Our stall"));
    at.show();
    click(at.cell(0));
    fireEvent.copy(focused(), { clipboardData });
    fromElsewhere();
    const sent = {
      fileId: file("f2"),
      name: "Stall.png",
      mime: "image/png",
      bytes: 7,
      sha256: "b".repeat(64),
    };
    const fetched = vi.fn(async (_path: string, init?: RequestInit) =>
      init?.method === "POST"
        ? new Response(JSON.stringify(sent), { status: 201 })
        : new Response("picture"),
    );
    vi.stubGlobal("fetch", fetched);
    click(at.cell(2));
    fireEvent.paste(focused(), { clipboardData });
    await waitFor(() => expect(at.texts(2)).toEqual(["Our stall"]));
    expect(files(2)).toEqual([[file("f2")]]);
    expect(fetched.mock.calls.map(([path]) => path)).toEqual([
      `/api/v1/workspaces/shoes/files/${file("f1")}`,
      "/api/v1/workspaces/shoes/journeys/0198c000-0000-7000-8000-00000000f001/files?name=Stall.png",
    ]);
  });

  it("[A2] come onto the document that the map has by then", async () => {
    hang(at.put("Our stall"));
    at.scene.undo.clear();
    const { rerender } = render(at.page());
    click(at.cell(0));
    fireEvent.copy(focused(), { clipboardData });
    fromElsewhere();
    let send!: (answer: Response) => void;
    vi.stubGlobal(
      "fetch",
      async () => new Promise<Response>((resolve) => (send = resolve)),
    );
    click(at.cell(2));
    fireEvent.paste(focused(), { clipboardData });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(at.scene.doc));
    const live = createLiveMap(doc);
    Object.assign(at.scene, { doc, live });
    act(() => at.scene.source.follow(live));
    rerender(at.page());
    send(new Response(null, { status: 404 }));
    await waitFor(() => expect(at.texts(2)).toEqual(["Our stall"]));
  });

  it("[A2] of a lane are not sent on, and nothing is said, once its dialog is closed", async () => {
    hang(at.put("Our stall"));
    at.show();
    const head = screen.getByRole("rowheader", { name: /Needs/ });
    click(head);
    fireEvent.copy(focused(), { clipboardData });
    fromElsewhere();
    const fetched = vi.fn(
      (_path: string, init?: RequestInit) =>
        new Promise<Response>((_resolve, reject) => {
          init?.signal?.addEventListener("abort", () =>
            reject(new Error("called back")),
          );
        }),
    );
    vi.stubGlobal("fetch", fetched);
    fireEvent.paste(focused(), { clipboardData });
    const paste = await screen.findByRole("button", {
      name: map.pasteLane.paste,
    });
    act(() => paste.focus());
    fireEvent.click(paste);
    await screen.findByText(map.paste.filesComing);
    expect(document.activeElement).toBe(paste);
    const said = () => screen.queryAllByText(/stays behind/).length;
    const before = said();
    fireEvent.click(screen.getByRole("button", { name: map.cancel }));
    await waitFor(() =>
      expect(fetched.mock.calls[0]?.[1]?.signal?.aborted).toBe(true),
    );
    await act(async () => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(fetched).toHaveBeenCalledOnce();
    expect(said()).toBe(before);
  });

  it("[A2] that cannot be copied are said to stay behind, and leave no empty card", async () => {
    hang(at.put(""));
    at.put("Words");
    at.show();
    click(at.cell(0));
    fireEvent.copy(focused(), { clipboardData });
    fromElsewhere();
    vi.stubGlobal("fetch", async () => new Response(null, { status: 404 }));
    click(at.cell(2));
    fireEvent.paste(focused(), { clipboardData });
    expect(await screen.findByText(/1 file stays behind/)).toBeTruthy();
    expect(at.texts(2)).toEqual(["Words"]);
  });
});

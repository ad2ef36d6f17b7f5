import { act, cleanup, fireEvent } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import type { Root } from "react-dom/client";
import { renderToString } from "react-dom/server.browser";
import { afterEach, beforeEach, expect, vi } from "vitest";
import { MapSource } from "@/components/room/map-source";
import { Seat } from "@/components/room/seat";
import type { CardId } from "@/lib/journey/ids";
import { TestMap } from "../../testing/test-map";
import { startEarly } from "../early-field";
import { earlyPlaces } from "../early-places";

export const me = "0198c000-0000-7000-8000-00000000f001:me";
export let map: TestMap;
let root: Root | null;

class Unmeasured {
  observe(): void {}
  disconnect(): void {}
}

beforeEach(() => {
  vi.stubGlobal("ResizeObserver", Unmeasured);
  vi.stubGlobal("CSS", {
    escape: (name: string) => name,
    supports: () => true,
  });
  Element.prototype.scrollIntoView = () => undefined;
  sessionStorage.clear();
  localStorage.clear();
  map = new TestMap();
  root = null;
});

afterEach(() => {
  act(() => root?.unmount());
  cleanup();
  globalThis.waymarkEarly?.end();
  globalThis.waymarkEarly = undefined;
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

export const begin = (owner = me) =>
  startEarly(
    {
      owner,
      viewKey: "view",
      singleKeys: true,
      mostLetters: 5_000,
      words: {
        card: "Text of the card",
        newCard: "New card",
        waiting: "Waits",
      },
      fieldLook: "field",
      noteLook: "note",
    },
    earlyPlaces(),
  );

/** Sends the page with what takes words on it; it comes alive when the function is called. */
export function send(owner = me) {
  map.scene.undo.clear();
  const sent = map.scene.source.get();
  const place = document.createElement("div");
  document.body.append(place);
  begin(owner);
  place.innerHTML = renderToString(map.page(null, new MapSource(sent)));
  const faults: unknown[] = [];
  /** @param enter - what lets in the room, where that is later than the page. */
  const awake = async (enter?: () => void) => {
    const source = new MapSource(sent);
    if (!enter) source.follow(map.scene.live);
    await act(async () => {
      root = hydrateRoot(place, map.page(null, source), {
        onRecoverableError: (fault) => faults.push(fault),
      });
    });
    expect(faults).toEqual([]);
    if (!enter) return;
    await act(async () => {
      source.follow(map.scene.live);
      enter();
    });
  };
  /** Somebody goes to another page without leaving this document. */
  const leave = async () => {
    await act(async () => root?.unmount());
    root = null;
    place.replaceChildren();
  };
  return { awake, leave };
}

export const field = () => document.activeElement as HTMLTextAreaElement;

/** What a browser does for a key that writes: the field has the focus by then. */
export function type(text: string): void {
  for (const key of text) {
    fireEvent.keyDown(document.activeElement!, { key });
    const into = field();
    into.setRangeText(key, into.selectionStart, into.selectionEnd, "end");
    fireEvent.input(into);
  }
}

export const press = (key: string, more = {}) =>
  fireEvent.keyDown(document.activeElement!, { key, ...more });

/** A click, after which the browser moves the focus by itself. */
export const click = (element: HTMLElement) => {
  fireEvent.pointerDown(element, { button: 0 });
  element.focus();
};

export const textOf = (id: CardId) => map.card(id)?.text;

/** As long as there is no room yet, nothing may be written; the function lets it in. */
export function alone(): () => void {
  const room = map.scene.room();
  const seat = new Seat(null);
  map.scene.room = () => ({ ...room, client: null, seat });
  return () => seat.take(room.client);
}

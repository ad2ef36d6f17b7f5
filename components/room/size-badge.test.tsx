import {
  act,
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
  waitFor,
} from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, test } from "vitest";
import { TestRoom } from "@/components/touchpoint/testing/test-room";
import { LOCALES, type Locale } from "@/lib/i18n/config";
import de from "@/lib/i18n/messages/de/room.json";
import en from "@/lib/i18n/messages/en/room.json";
import nl from "@/lib/i18n/messages/nl/room.json";
import { completeJsdom } from "@/test/jsdom-browser";
import type { LargeMap } from "./map-size";
import type { RoomClient } from "./room-client";
import { RoomContext } from "./room-context";
import { Seat } from "./seat";
import { SizeBadge } from "./size-badge";

const rooms = { de, en, nl };
const mebibyte = 1024 * 1024;
const large = { bytes: 2.13 * mebibyte, mostBytes: 8 * mebibyte };

/** The place beside the save status, and how the room tells it something. */
function show(locale: Locale): (large: LargeMap | null) => void {
  const place = new TestRoom().room();
  const state = place.client!.getState();
  let now: LargeMap | null = null;
  const listeners = new Set<() => void>();
  const client = {
    getState: () => ({ ...state, large: now }),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    presence: { subscribe: () => () => undefined },
  } as unknown as RoomClient;
  render(
    <NextIntlClientProvider locale={locale} messages={{ room: rooms[locale] }}>
      <RoomContext value={{ ...place, seat: new Seat(client) }}>
        <SizeBadge />
      </RoomContext>
    </NextIntlClientProvider>,
  );
  return (next) => {
    now = next;
    act(() => listeners.forEach((listener) => listener()));
  };
}

completeJsdom();
// What a press opens is loaded with the first one.
configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);

test.each(LOCALES)(
  "[2.9] that a map has grown large is shown and spoken in %s, and gone once it is smaller",
  async (locale) => {
    const tell = show(locale);
    const spoken = screen.getByRole("status");
    expect(screen.queryByRole("button")).toBeNull();
    expect(spoken.textContent).toBe("");

    tell(large);
    const { name } = rooms[locale].large;
    const label = (await screen.findByRole("button")).getAttribute(
      "aria-label",
    )!;
    expect(label.startsWith(`${name}. `)).toBe(true);
    // How much it takes, and of how much, as numbers are written there.
    expect(label).toContain(locale === "en" ? "2.1" : "2,1");
    expect(label).toContain("8 MB");
    expect(spoken.textContent).toBe(name);
    // A finger brings no tooltip, so the same stands beside it once it is pressed.
    fireEvent.click(screen.getByRole("button"));
    const said = await screen.findByRole("dialog", { name });
    expect(label).toContain(said.lastElementChild!.textContent);
    fireEvent.keyDown(said, { key: "Escape" });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());

    tell(null);
    expect(screen.queryByRole("button")).toBeNull();
    expect(spoken.textContent).toBe("");
  },
);

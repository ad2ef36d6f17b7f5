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
import type { RoomClient } from "./room-client";
import { RoomContext } from "./room-context";
import { SaveBadge } from "./save-badge";
import type { SaveStatus } from "./save-status";
import { Seat } from "./seat";

const rooms = { de, en, nl };

completeJsdom();
// What a press opens is loaded with the first one.
configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);

/** The badge in a language, and how its room tells it how things stand. */
function show(locale: Locale): (status: SaveStatus) => void {
  const place = new TestRoom().room();
  const state = place.client!.getState();
  let status: SaveStatus = "connecting";
  let listener = () => undefined as void;
  const client = {
    getState: () => ({ ...state, status }),
    subscribe: (listen: () => void) => {
      listener = listen;
      return () => undefined;
    },
    presence: { subscribe: () => () => undefined },
  } as unknown as RoomClient;
  const room = rooms[locale];
  render(
    <NextIntlClientProvider locale={locale} messages={{ room }}>
      <RoomContext value={{ ...place, seat: new Seat(client) }}>
        <SaveBadge />
      </RoomContext>
    </NextIntlClientProvider>,
  );
  return (now) => {
    status = now;
    act(() => listener());
  };
}

test.each(LOCALES)(
  "[WS-10] who finds a map full is told so in %s, in words of their own, and that it passes",
  (locale) => {
    const tell = show(locale);
    const said = (["full", "full-unsent", "read-only"] as const).map((now) => {
      tell(now);
      const { name, reason } = rooms[locale].status[now];
      const label = screen.getByTestId("save-status").ariaLabel;
      expect(label).toBe(`${name}. ${reason}`);
      expect(screen.getByRole("status").textContent).toBe(name);
      return label;
    });
    expect(new Set(said).size).toBe(3);
  },
);

test("[A6] a press shows why something is not saved, also where a finger brings no tooltip, and follows what becomes of it", async () => {
  const tell = show("en");
  tell("not-saved");
  fireEvent.click(screen.getByTestId("save-status"));
  const { "not-saved": waits, saved } = en.status;
  const said = await screen.findByRole("dialog", { name: waits.name });
  expect(said.textContent).toContain(waits.reason);
  tell("saved");
  expect(said.textContent).toContain(saved.reason);
  fireEvent.keyDown(said, { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

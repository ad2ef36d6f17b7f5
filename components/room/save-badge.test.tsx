import { act, cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, test } from "vitest";
import { TestRoom } from "@/components/touchpoint/testing/test-room";
import { LOCALES } from "@/lib/i18n/config";
import de from "@/lib/i18n/messages/de/room.json";
import en from "@/lib/i18n/messages/en/room.json";
import nl from "@/lib/i18n/messages/nl/room.json";
import type { RoomClient } from "./room-client";
import { RoomContext } from "./room-context";
import { SaveBadge } from "./save-badge";
import type { SaveStatus } from "./save-status";
import { Seat } from "./seat";

const rooms = { de, en, nl };

afterEach(cleanup);

test.each(LOCALES)(
  "[WS-10] who finds a map full is told so in %s, in words of their own, and that it passes",
  (locale) => {
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
    const said = (["full", "full-unsent", "read-only"] as const).map((now) => {
      status = now;
      act(() => listener());
      const { name, reason } = room.status[now];
      const label = screen.getByTestId("save-status").ariaLabel;
      expect(label).toBe(`${name}. ${reason}`);
      expect(screen.getByRole("status").textContent).toBe(name);
      return label;
    });
    expect(new Set(said).size).toBe(3);
  },
);

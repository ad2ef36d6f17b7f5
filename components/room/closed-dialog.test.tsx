import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, test } from "vitest";
import { TestRoom } from "@/components/touchpoint/testing/test-room";
import { LOCALES } from "@/lib/i18n/config";
import de from "@/lib/i18n/messages/de/room.json";
import en from "@/lib/i18n/messages/en/room.json";
import nl from "@/lib/i18n/messages/nl/room.json";
import {
  CLOSE,
  NOT_EDITOR,
  REFUSED_TOO_OFTEN,
  TOO_MANY_SOCKETS,
} from "@/lib/protocol/close-codes";
import { completeJsdom } from "@/test/jsdom-browser";
import { ClosedDialog } from "./closed-dialog";
import { RoomContext } from "./room-context";

const rooms = { de, en, nl };
/** Only the dialog's own words: those of the button that closes it are the frame's. */
const common = { close: "×" };

completeJsdom();
afterEach(cleanup);

test.each(
  LOCALES.flatMap((locale) => {
    const { accessGone, tooManyTabs, refusedTooOften, roleChanged } =
      rooms[locale].closed;
    return [
      [locale, "was withdrawn", "", accessGone],
      [locale, "was ended by somebody", "ended", accessGone],
      [locale, "has too many tabs", TOO_MANY_SOCKETS, tooManyTabs],
      [locale, "was refused too often", REFUSED_TOO_OFTEN, refusedTooOften],
      [locale, "may only read", NOT_EDITOR, roleChanged],
    ] as const;
  }),
)(
  "[2.9] in %s, whose seat %s is told just that",
  (locale, _what, reason, { title, text }) => {
    const messages = { room: rooms[locale], common };
    render(
      <NextIntlClientProvider locale={locale} messages={messages}>
        <RoomContext value={new TestRoom().room()}>
          <ClosedDialog
            closed={{ code: CLOSE.accessGone, reason }}
            isOpen
            onHide={() => undefined}
          />
        </RoomContext>
      </NextIntlClientProvider>,
    );
    expect(screen.getByRole("heading").textContent).toBe(title);
    expect(screen.getByText(text)).toBeDefined();
  },
);

import {
  act,
  cleanup,
  fireEvent,
  render,
  screen,
} from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { formats } from "@/lib/i18n/formats";
import common from "@/lib/i18n/messages/en/common.json";
import mine from "@/lib/i18n/messages/en/mine.json";
import settings from "@/lib/i18n/messages/en/settings.json";
import { completeJsdom } from "@/test/jsdom-browser";
import { SessionList } from "./account/session-list";
import { MyWork } from "./mine/my-work";
import { InvitationList } from "./settings/invitation-list";

const asked = vi.hoisted(() => vi.fn());
vi.mock("./api-client", () => ({ api: asked }));
vi.mock("next/navigation", () => ({
  useRouter: () => ({ refresh: () => undefined }),
}));

completeJsdom();
afterEach(() => {
  cleanup();
  asked.mockReset();
});

const id = "0198c000-0000-7000-8000-0000000000a1";
const at = "2026-01-01T00:00:00.000Z";

const nothingIsMine = (
  <MyWork
    slug="shoes"
    mine={{ stakeholder: null, touchpoints: [], tasks: [] }}
    personId={id}
    mayEditTasks
    mayEditCatalogue
  />
);
const anotherDevice = (
  <SessionList
    sessions={[
      { id, current: false, userAgent: "", createdAt: at, lastSeenAt: at },
    ]}
  />
);
const anInvitation = (
  <InvitationList
    slug="shoes"
    invitations={[
      {
        id,
        email: null,
        role: "editor",
        url: null,
        invitedBy: null,
        createdAt: at,
        expiresAt: at,
        state: "open",
      },
    ]}
  />
);

it.each<[string, ReactNode, RegExp]>([
  ["becoming a stakeholder", nothingIsMine, /^Add me/],
  ["ending a session", anotherDevice, /^Sign out/],
  ["withdrawing an invitation", anInvitation, /^Withdraw/],
])(
  "%s asks the server once, however often the button is pressed",
  async (_, page, name) => {
    const answers: ((answer: unknown) => void)[] = [];
    asked.mockImplementation(() => new Promise((take) => answers.push(take)));
    render(
      <NextIntlClientProvider
        locale="en"
        timeZone="UTC"
        formats={formats}
        messages={{ common, mine, settings }}
      >
        {page}
      </NextIntlClientProvider>,
    );
    const [button] = screen.getAllByRole("button", { name });
    if (!button) throw new Error("there is no such button");
    fireEvent.click(button);
    fireEvent.click(button);
    expect(asked).toHaveBeenCalledTimes(1);
    await act(async () => answers[0]?.({ ok: true, data: null, etag: null }));
  },
);

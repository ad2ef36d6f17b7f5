// Long because the pages about who one is share one scene, one server and the hands that work them.
import {
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
  within,
} from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import auth from "@/lib/i18n/messages/en/auth.json";
import common from "@/lib/i18n/messages/en/common.json";
import errors from "@/lib/i18n/messages/en/errors.json";
import settings from "@/lib/i18n/messages/en/settings.json";
import { hasUnsent, noteUnsent } from "@/components/room/device-store";
import type { SessionItem } from "@/lib/api/account";
import { completeJsdom } from "@/test/jsdom-browser";
import { PasswordForm } from "./account/password-form";
import { ProfileForm } from "./account/profile-form";
import { SessionList } from "./account/session-list";
import { AcceptInvitation } from "./auth/accept-invitation";
import { NewPasswordForm } from "./auth/new-password-form";
import { ResetForm } from "./auth/reset-form";
import { SignInForm } from "./auth/sign-in-form";
import { SignUpForm } from "./auth/sign-up-form";
import { InviteForm } from "./settings/invite-form";
import { MemberList, type ListedMember } from "./settings/member-list";
import { TestServer, WorkspaceScene } from "./testing/workspace-scene";

const { refresh, push } = vi.hoisted(() => ({
  refresh: vi.fn(),
  push: vi.fn(),
}));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh, push }) }));

completeJsdom();
configure({ defaultHidden: true, asyncUtilTimeout: 20_000 });
let server: TestServer;
beforeEach(() => {
  server = new TestServer();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  refresh.mockReset();
  push.mockReset();
});

const show = (page: ReactNode) =>
  render(<WorkspaceScene>{page}</WorkspaceScene>);

function fill(label: string, value: string): HTMLInputElement {
  const field = screen.getByLabelText<HTMLInputElement>(label, {
    selector: "input",
  });
  fireEvent.change(field, { target: { value } });
  return field;
}
/** From the list that is open. */
const chooseRole = (role: string) =>
  fireEvent.click(
    within(screen.getByRole("listbox")).getByRole("option", {
      name: new RegExp(role),
    }),
  );
const press = (name: string | RegExp) =>
  fireEvent.click(screen.getByRole("button", { name }));

/** Where a page sends the browser with a full load. */
function watchLocation() {
  const assign = vi.fn();
  vi.stubGlobal(
    "location",
    Object.assign(new URL("http://localhost/"), { assign }),
  );
  return { assign };
}

describe("getting in", () => {
  it.each([
    ["wrong_credentials", errors.wrong_credentials],
    ["rate_limited", errors.rate_limited],
    ["never heard of", errors.internal],
  ])(
    "a sign-in that is turned down with %s says why and keeps what was written",
    async (code, sentence) => {
      server.will(401, { code });
      show(<SignInForm next="/" />);
      const email = fill(auth.email, "ada@example.org");
      const password = fill(auth.password, "kettle orbit lamp 42");
      press(auth.signIn.submit);
      expect(await screen.findByText(sentence)).toBeTruthy();
      expect([email.value, password.value]).toEqual([
        "ada@example.org",
        "kettle orbit lamp 42",
      ]);
    },
  );

  it("[AN-05] asking for a link says the same whether there is an account or not", async () => {
    show(<ResetForm />);
    fill(auth.email, "nobody@example.org");
    press(auth.reset.submit);
    expect(await screen.findByText(auth.reset.sentTitle)).toBeTruthy();
    expect(screen.getByRole("status").textContent).toContain(
      "If nobody@example.org has an account",
    );
    expect(server.asked).toEqual([
      {
        method: "POST",
        path: "/api/v1/account/reset",
        body: { email: "nobody@example.org" },
      },
    ]);
  });

  it("a new password goes along with the secret of the link, and a link that is over says so", async () => {
    server.will(400, { code: "link_invalid" });
    show(<NewPasswordForm token="secret" />);
    fill(auth.reset.newPassword, "kettle orbit lamp 43");
    press(auth.reset.change);
    expect(await screen.findByText(errors.link_invalid)).toBeTruthy();
    expect(server.asked[0]).toMatchObject({
      path: "/api/v1/account/reset/confirm",
      body: { token: "secret", password: "kettle orbit lamp 43" },
    });
  });
});

describe("the own profile", () => {
  it("stores another name and shows it everywhere; the address stays", async () => {
    show(
      <ProfileForm
        profile={{ name: "Ada", email: "ada@example.org" } as never}
      />,
    );
    fill(settings.account.name, "Ada Lovelace");
    press(common.save);
    expect(await screen.findByText(settings.account.saved)).toBeTruthy();
    expect(server.asked).toEqual([
      { method: "PATCH", path: "/api/v1/me", body: { name: "Ada Lovelace" } },
    ]);
    expect(refresh).toHaveBeenCalled();
    expect(
      screen.getByLabelText<HTMLInputElement>(settings.account.email).readOnly,
    ).toBe(true);
  });
});

describe("the devices on which somebody is signed in", () => {
  const session = (id: string, current: boolean): SessionItem => ({
    id,
    userAgent: "",
    createdAt: "2026-01-01T00:00:00.000Z",
    lastSeenAt: "2026-01-05T00:00:00.000Z",
    current,
  });
  const owner = { journeyId: "j1", userId: "ada" };
  // A browser that keeps copies; it has none of any map here.
  beforeEach(() => {
    vi.stubGlobal("indexedDB", { databases: () => Promise.resolve([]) });
    noteUnsent(owner, "tab");
  });
  afterEach(() => localStorage.clear());
  const both = [session("here", true), session("phone", false)];

  it("another one is signed out where it stands, this one has no such button", async () => {
    show(<SessionList sessions={both} />);
    press(
      settings.account.endDevice.replace(
        "{device}",
        settings.account.unknownDevice,
      ),
    );
    expect(await screen.findByText(settings.account.ended)).toBeTruthy();
    expect(server.asked).toMatchObject([
      { method: "DELETE", path: "/api/v1/me/sessions/phone" },
    ]);
    expect(refresh).toHaveBeenCalled();
  });

  it("[AN-16] signing out everywhere is asked about, forgets what this device keeps, and leads to signing in", async () => {
    const isLeft = () => hasUnsent(owner.userId);
    show(<SessionList sessions={both} />);
    press(settings.account.endAll);
    const question = screen.getByRole("alertdialog", {
      name: settings.account.endAllTitle,
    });
    expect(question.textContent).toContain(settings.account.endAllText);
    expect([server.asked, isLeft()]).toEqual([[], true]);
    const { assign } = watchLocation();
    fireEvent.click(
      within(question).getByRole("button", { name: settings.account.endAll }),
    );
    await vi.waitFor(() =>
      expect(assign).toHaveBeenCalledWith("/sign-in?out=1"),
    );
    expect(server.asked).toMatchObject([
      { method: "DELETE", path: "/api/v1/me/sessions" },
    ]);
    expect(isLeft()).toBe(false);
  });

  it("[AN-16] where it does not work nothing is forgotten, and the page says why", async () => {
    server.will(429, { code: "rate_limited" });
    const { assign } = watchLocation();
    show(<SessionList sessions={both} />);
    press(settings.account.endAll);
    fireEvent.click(
      within(
        screen.getByRole("alertdialog", { name: settings.account.endAllTitle }),
      ).getByRole("button", { name: settings.account.endAll }),
    );
    expect(await screen.findByText(errors.rate_limited)).toBeTruthy();
    expect(hasUnsent(owner.userId)).toBe(true);
    expect(assign).not.toHaveBeenCalled();
  });
});

describe("another password", () => {
  it("[AN-21] goes along with the old one; a wrong one says so and what was written stays", async () => {
    server.will(403, { code: "wrong_password" });
    show(<PasswordForm />);
    const [current, next] = [
      fill(settings.account.current, "kettle orbit lamp 42"),
      fill(settings.account.next, "kettle orbit lamp 43"),
    ];
    press(settings.account.changePassword);
    expect(await screen.findByText(errors.wrong_password)).toBeTruthy();
    expect(next.value).toBe("kettle orbit lamp 43");
    press(settings.account.changePassword);
    expect(
      await screen.findByText(settings.account.passwordChanged),
    ).toBeTruthy();
    const sent = {
      method: "POST",
      path: "/api/v1/me/password",
      body: { current: "kettle orbit lamp 42", next: "kettle orbit lamp 43" },
    };
    expect(server.asked).toEqual([sent, sent]);
    expect([current.value, next.value]).toEqual(["", ""]);
  });
});

describe("an invitation", () => {
  it("is accepted with the account that is signed in, and leads into the workspace", async () => {
    server.will(200, { slug: "shoes" });
    const { assign } = watchLocation();
    show(<AcceptInvitation token="secret" email="grace@example.org" />);
    expect(
      screen.getByText("You are signed in as grace@example.org."),
    ).toBeTruthy();
    press(auth.invite.accept);
    await vi.waitFor(() =>
      expect(assign).toHaveBeenCalledWith("/w/shoes/journeys"),
    );
    expect(server.asked).toMatchObject([
      { method: "POST", path: "/api/v1/invitations/secret/accept" },
    ]);
  });

  it("leads whoever is not signed in to an account, and back to it", () => {
    show(<AcceptInvitation token="secret" email={null} />);
    const leadsTo = (name: string) =>
      screen.getByRole("link", { name }).getAttribute("href");
    expect(leadsTo(auth.invite.signUp)).toBe("/sign-up?invitation=secret");
    expect(leadsTo(auth.invite.signIn)).toBe(
      "/sign-in?next=%2Finvite%2Fsecret",
    );
  });

  it("goes along with a new account, for the address that was invited", async () => {
    server.will(201, { signedIn: true, slug: "shoes" });
    const { assign } = watchLocation();
    show(<SignUpForm invitation="secret" email="grace@example.org" />);
    fill(auth.name, "Grace");
    fill(auth.password, "kettle orbit lamp 42");
    const email = screen.getByLabelText<HTMLInputElement>(auth.email);
    expect([email.value, email.readOnly]).toEqual(["grace@example.org", true]);
    press(auth.signUp.submit);
    await vi.waitFor(() =>
      expect(assign).toHaveBeenCalledWith("/w/shoes/journeys"),
    );
    expect(server.asked).toMatchObject([
      {
        method: "POST",
        path: "/api/v1/account",
        body: {
          email: "grace@example.org",
          name: "Grace",
          invitation: "secret",
        },
      },
    ]);
  });
});

const member = (
  name: string,
  over: Partial<ListedMember> = {},
): ListedMember => ({
  userId: name.toLowerCase(),
  name,
  email: `${name.toLowerCase()}@example.org`,
  role: "editor",
  joinedAt: "2026-01-01T00:00:00.000Z",
  isMe: false,
  roles: ["editor", "viewer"],
  mayRemove: true,
  ...over,
});

describe("the members of a workspace", () => {
  const list = (...members: ListedMember[]) =>
    show(
      <MemberList
        workspace={{ slug: "shoes", name: "Shoes" }}
        {...{ members }}
      />,
    );

  it("a role is changed where it stands, and the list says so", async () => {
    list(member("Grace"));
    press(/Role of Grace/);
    chooseRole(common.role.viewer);
    expect(await screen.findByText(/^Grace is now Viewer/)).toBeTruthy();
    expect(server.asked).toEqual([
      {
        method: "PATCH",
        path: "/api/v1/workspaces/shoes/members/grace",
        body: { role: "viewer" },
      },
    ]);
  });

  it("somebody is removed only after a question that says what it means", async () => {
    list(member("Grace"));
    press("Remove: Grace");
    const question = screen.getByRole("alertdialog", { name: "Remove Grace?" });
    expect(question.textContent).toContain(settings.members.removeText);
    expect(server.asked).toEqual([]);
    fireEvent.click(
      within(question).getByRole("button", { name: settings.members.remove }),
    );
    expect(
      await screen.findByText("Grace no longer belongs to the workspace."),
    ).toBeTruthy();
    expect(server.asked).toMatchObject([
      { method: "DELETE", path: "/api/v1/workspaces/shoes/members/grace" },
    ]);
  });

  it("[AZ-09] the last owner is told why they stay, and nobody is shown what they may not do", async () => {
    server.will(409, { code: "last_owner" });
    list(
      member("Ada", { isMe: true, role: "owner", roles: ["owner"] }),
      member("Grace", { roles: ["editor"], mayRemove: false }),
    );
    expect(screen.queryByRole("button", { name: /Grace/ })).toBeNull();
    press(`${settings.members.leave}: Ada`);
    const question = screen.getByRole("alertdialog", {
      name: "Leave “Shoes”?",
    });
    fireEvent.click(
      within(question).getByRole("button", { name: settings.members.leave }),
    );
    expect(await screen.findByText(errors.last_owner)).toBeTruthy();
    expect(push).not.toHaveBeenCalled();
  });
});

describe("inviting", () => {
  const made = {
    id: "i1",
    role: "viewer",
    email: null,
    url: "https://waymark.example/invite/secret",
    expiresAt: "2026-01-12T12:00:00.000Z",
  };

  it("a link is made for whoever gets it, with the role that was chosen, and can be passed on", async () => {
    server.will(201, made);
    show(<InviteForm slug="shoes" roles={["admin", "editor", "viewer"]} />);
    fireEvent.click(
      screen.getByRole("button", {
        name: new RegExp(settings.invitations.role),
      }),
    );
    chooseRole(common.role.viewer);
    press(settings.invitations.submit);
    expect(await screen.findByDisplayValue(made.url)).toBeTruthy();
    expect(screen.getByText(/It works once, until/)).toBeTruthy();
    expect(server.asked).toEqual([
      {
        method: "POST",
        path: "/api/v1/workspaces/shoes/invitations",
        body: { role: "viewer" },
      },
    ]);
  });

  it("to an address it is mailed, and a refusal leaves the address where it is", async () => {
    server.will(429, { code: "rate_limited" });
    server.will(201, { ...made, email: "noor@example.org" });
    show(<InviteForm slug="shoes" roles={["editor", "viewer"]} />);
    const email = fill(settings.invitations.email, "noor@example.org");
    press(settings.invitations.submit);
    expect(await screen.findByText(errors.rate_limited)).toBeTruthy();
    expect(email.value).toBe("noor@example.org");
    press(settings.invitations.submit);
    expect(
      await screen.findByText(/^An invitation was sent to noor@example.org/),
    ).toBeTruthy();
    expect(email.value).toBe("");
  });
});

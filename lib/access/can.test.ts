import { describe, expect, test } from "vitest";
import { ACTIONS, type Action } from "./actions";
import { anonymous, type Actor } from "./actors";
import { abilities, can, denialOf, mayEver } from "./can";
import { isAtLeast, isBelow, isRole, ROLES, type Role } from "./roles";

const workspaceId = "w";
const member = (role: Role): Actor => ({
  kind: "member",
  userId: role,
  role,
  workspaceId,
});
const token = (scope: "read" | "write", role: Role = "editor"): Actor => ({
  kind: "token",
  tokenId: "t",
  userId: role,
  role,
  scope,
  workspaceId,
});

const actors = {
  anon: anonymous,
  link: { kind: "link", linkId: "l", journeyId: "j" },
  outsider: { kind: "outsider", userId: "outsider" },
  viewer: member("viewer"),
  commenter: member("commenter"),
  editor: member("editor"),
  admin: member("admin"),
  owner: member("owner"),
  tokR: token("read"),
  tokW: token("write"),
} as const satisfies Record<string, Actor>;

/** A stakeholder without an account. */
const person: Actor = {
  kind: "person",
  linkId: "l",
  stakeholderId: "s",
  workspaceId,
};

/** Somebody who answers a pulse. */
const respondent: Actor = { kind: "pulse", pulseId: "p", workspaceId };

type Name = keyof typeof actors;
const names = Object.keys(actors) as Name[];

/**
 * Who may ever do what, in the columns of the authorisation matrix:
 * anon link outsider viewer commenter editor admin owner tokR tokW.
 */
const table: Record<Action, string> = {
  //                       a l o v c e a o R W
  "account:read": /*    */ "- - x x x x x x - -",
  "account:change": /*  */ "- - x x x x x x - -",
  "workspace:create": /**/ "- - x x x x x x - -",
  "workspace:read": /*  */ "- - - x x x x x x x",
  "workspace:change": /**/ "- - - - - - x x - -",
  "workspace:delete": /**/ "- - - - - - - x - -",
  "workspace:transfer": "- - - - - - - x - -",
  "member:list": /*     */ "- - - x x x x x x x",
  "member:emails": /*   */ "- - - - - x x x x x",
  "member:role": /*     */ "- - - - - - x x - -",
  "member:remove": /*   */ "- - - x x x x x - -",
  "invitation:list": /* */ "- - - - - - x x - -",
  "invitation:create": "- - - - - - x x - -",
  "invitation:revoke": "- - - - - - x x - -",
  "token:list": /*      */ "- - - x x x x x - -",
  "token:list-all": /*  */ "- - - - - - x x - -",
  "token:create": /*    */ "- - - x x x x x - -",
  "token:revoke": /*    */ "- - - x x x x x - -",
  "audit:read": /*      */ "- - - - - - x x - -",
  "journey:list": /*    */ "- - - x x x x x x x",
  "journey:read": /*    */ "- x - x x x x x x x",
  "journey:create": /*  */ "- - - - - x x x - x",
  "journey:edit": /*    */ "- - - - - x x x - x",
  "journey:delete": /*  */ "- - - - - x x x - x",
  "journey:restore": /* */ "- - - - - x x x - x",
  "journey:import": /*  */ "- - - - - x x x - x",
  "history:read": /*    */ "- - - x x x x x x x",
  "history:restore": /* */ "- - - - - x x x - x",
  "room:receive": /*    */ "- - - x x x x x x x",
  "room:update": /*     */ "- - - - - x x x - x",
  "catalogue:read": /*  */ "- - - x x x x x x x",
  "catalogue:edit": /*  */ "- - - - - x x x - x",
  "file:read": /*       */ "- x - x x x x x x x",
  "file:create": /*     */ "- - - - - x x x - x",
  "file:delete": /*     */ "- - - - - x x x - x",
  "link:read": /*       */ "- - - - - x x x - -",
  "link:create": /*     */ "- - - - - x x x - -",
  "link:revoke": /*     */ "- - - - - x x x - -",
  "view:read": /*       */ "- - - x x x x x x x",
  "view:create": /*     */ "- - - x x x x x - x",
  "view:share": /*      */ "- - - - - x x x - x",
  "view:change": /*     */ "- - - x x x x x - x",
  "review:create": /*   */ "- - - - - x x x - x",
  "review:delete": /*   */ "- - - - - x x x - x",
  "evidence:read": /*   */ "- - - x x x x x x x",
  "evidence:create": /* */ "- - - - x x x x - x",
  "evidence:change": /* */ "- - - - x x x x - x",
  "comment:read": /*    */ "- - - x x x x x x x",
  "comment:create": /*  */ "- - - - x x x x - x",
  "comment:edit": /*    */ "- - - - x x x x - x",
  "comment:delete": /*  */ "- - - - x x x x - x",
  "comment:resolve": /* */ "- - - - x x x x - x",
  "inbox:read": /*      */ "- - - x x x x x - -",
  "inbox:change": /*    */ "- - - x x x x x - -",
  "activity:read": /*   */ "- - - x x x x x x x",
  "person-link:read": "- - - - - x x x - -",
  "person-link:change": "- - - - - x x x - -",
  "duty:read": /*       */ "- - - - - - - - - -",
  "duty:change": /*     */ "- - - - - - - - - -",
  "pulse:read": /*      */ "- - - x x x x x x x",
  "pulse:create": /*    */ "- - - - - x x x - -",
  "pulse:change": /*    */ "- - - - - x x x - -",
  "answer:read": /*     */ "- - - - - - - - - -",
  "answer:create": /*   */ "- - - - - - - - - -",
};

describe("[AZ-01] the table", () => {
  test.each(ACTIONS)("%s is open to exactly these", (action) => {
    const cells = names.map((name) =>
      mayEver(actors[name], action) ? "x" : "-",
    );
    expect(cells.join(" ")).toBe(table[action]);
  });

  test("[N04] whoever comes by a personal link may do what is theirs and nothing else", () => {
    const may = ACTIONS.filter((action) => mayEver(person, action));
    expect(may).toEqual(["duty:read", "duty:change"]);
    for (const action of ACTIONS)
      expect(denialOf(person, action)).toBe("not_found");
    expect(denialOf(actors.owner, "duty:read")).toBe("not_found");
    expect(denialOf(actors.link, "duty:read")).toBe("not_found");
    expect(denialOf(actors.anon, "duty:read")).toBe("unauthenticated");
  });

  test("[N06] whoever holds the link of a pulse may answer it and nothing else", () => {
    const may = ACTIONS.filter((action) => mayEver(respondent, action));
    expect(may).toEqual(["answer:read", "answer:create"]);
    for (const action of ACTIONS)
      expect(denialOf(respondent, action)).toBe("not_found");
    expect(denialOf(actors.owner, "answer:create")).toBe("not_found");
    expect(denialOf(person, "answer:create")).toBe("not_found");
    expect(denialOf(actors.anon, "answer:create")).toBe("unauthenticated");
  });

  test("abilities for pages are the same answers", () => {
    for (const name of names) {
      const able = abilities(actors[name]);
      for (const action of ACTIONS)
        expect(able[action]).toBe(mayEver(actors[name], action));
    }
  });
});

/** Rows: who asks; columns: whom it is about, viewer … owner. */
const aboutRoles = ["viewer", "commenter", "editor", "admin", "owner"] as const;

describe("members", () => {
  const removal: [Name, string][] = [
    ["viewer", "- - - - -"],
    ["commenter", "- - - - -"],
    ["editor", "- - - - -"],
    ["admin", "x x x - -"],
    ["owner", "x x x x x"],
    ["tokR", "- - - - -"],
    ["tokW", "- - - - -"],
  ];
  test.each(removal)("%s removes others only below themselves", (who, row) => {
    const cells = aboutRoles.map((role) =>
      can(actors[who], "member:remove", { userId: "someone", role })
        ? "x"
        : "-",
    );
    expect(cells.join(" ")).toBe(row);
  });

  test.each(["viewer", "commenter", "editor", "admin", "owner"] as const)(
    "a %s may leave",
    (role) => {
      expect(can(actors[role], "member:remove", { userId: role, role })).toBe(
        true,
      );
    },
  );

  test("[AZ-09] nobody raises anyone to their own role or above, owners apart", () => {
    for (const name of names) {
      for (const role of ROLES) {
        for (const nextRole of ROLES) {
          const isAllowed = can(actors[name], "member:role", {
            userId: "someone",
            role,
            nextRole,
          });
          const both = [role, nextRole];
          const expected =
            name === "owner" ||
            (name === "admin" &&
              !both.includes("admin") &&
              !both.includes("owner"));
          expect(isAllowed).toBe(expected);
        }
      }
    }
  });

  test("[AN-23] an admin invites below admin, an owner anyone", () => {
    for (const role of ROLES) {
      expect(can(actors.owner, "invitation:create", { role })).toBe(true);
      expect(can(actors.admin, "invitation:create", { role })).toBe(
        isBelow(role, "admin"),
      );
      expect(can(actors.editor, "invitation:create", { role })).toBe(false);
    }
  });
});

describe("journeys", () => {
  test.each(["journey:delete", "journey:restore"] as const)(
    "%s: an editor or a writing token only their own, admins and owners any",
    (action) => {
      const answers = (createdById: string | null) =>
        names.filter((name) => can(actors[name], action, { createdById }));
      expect(answers("editor")).toEqual(["editor", "admin", "owner", "tokW"]);
      expect(answers("someone")).toEqual(["admin", "owner"]);
      expect(answers(null)).toEqual(["admin", "owner"]);
    },
  );

  test("a token of an admin deletes only what the admin made", () => {
    const ofAdmin = token("write", "admin");
    expect(can(ofAdmin, "journey:delete", { createdById: "admin" })).toBe(true);
    expect(can(ofAdmin, "journey:delete", { createdById: "x" })).toBe(false);
  });

  test("[SH-07] a visitor reads the map and files of their link and no other", () => {
    const { link } = actors;
    expect(can(link, "journey:read", { journeyId: "j" })).toBe(true);
    expect(can(link, "journey:read", { journeyId: "k" })).toBe(false);
    expect(can(link, "file:read", { journeyId: "j" })).toBe(true);
    expect(can(link, "file:read", { journeyId: null })).toBe(false);
  });
});

describe("links and tokens", () => {
  test("[SH-13] where public links are off nobody makes one, admins still see and revoke", () => {
    const off = { allowPublicLinks: false };
    const who = (action: "link:read" | "link:create" | "link:revoke") =>
      names.filter((name) => can(actors[name], action, off));
    expect(who("link:create")).toEqual([]);
    expect(who("link:read")).toEqual(["admin", "owner"]);
    expect(who("link:revoke")).toEqual(["admin", "owner"]);
  });

  test("[SH-13] where public links are off nobody makes a pulse, admins still end one", () => {
    const off = { allowPublicLinks: false };
    const who = (action: "pulse:create" | "pulse:change") =>
      names.filter((name) => can(actors[name], action, off));
    expect(who("pulse:create")).toEqual([]);
    expect(who("pulse:change")).toEqual(["admin", "owner"]);
  });

  test("members revoke their own tokens, admins and owners anyone's", () => {
    for (const role of ROLES) {
      expect(can(member(role), "token:revoke", { userId: role })).toBe(true);
      expect(can(member(role), "token:revoke", { userId: "someone" })).toBe(
        isAtLeast(role, "admin"),
      );
    }
    expect(can(actors.tokW, "token:revoke", { userId: "editor" })).toBe(false);
  });

  test("a saved view is changed by who made it, a shared one by admins and owners too", () => {
    for (const role of ROLES) {
      const mine = { ownerId: role, isShared: false };
      expect(can(member(role), "view:change", mine)).toBe(true);
      const another = { ownerId: "someone", isShared: false };
      expect(can(member(role), "view:change", another)).toBe(false);
      const shared = { ...another, isShared: true };
      const isAbove = isAtLeast(role, "admin");
      expect(can(member(role), "view:change", shared)).toBe(isAbove);
    }
  });

  test("[AP-03] a token can no more than its maker can now", () => {
    expect(mayEver(token("write", "viewer"), "journey:edit")).toBe(false);
    expect(mayEver(token("read", "owner"), "journey:edit")).toBe(false);
  });
});

describe("how a refusal is said", () => {
  test("members hear no, outsiders nothing, strangers are asked who they are", () => {
    expect(denialOf(actors.anon, "journey:edit")).toBe("unauthenticated");
    expect(denialOf(actors.outsider, "journey:edit")).toBe("not_found");
    expect(denialOf(actors.viewer, "journey:edit")).toBe("forbidden");
    expect(denialOf(actors.tokR, "journey:edit")).toBe("forbidden");
  });

  test("[SH-06] a visitor hears no about the map they see and nothing about the rest", () => {
    expect(denialOf(actors.link, "journey:edit")).toBe("forbidden");
    expect(denialOf(actors.link, "file:create")).toBe("forbidden");
    expect(denialOf(actors.link, "link:read")).toBe("forbidden");
    expect(denialOf(actors.link, "journey:read")).toBe("not_found");
    expect(denialOf(actors.link, "member:list")).toBe("not_found");
    expect(denialOf(actors.link, "audit:read")).toBe("not_found");
    expect(denialOf(actors.link, "account:change")).toBe("unauthenticated");
    expect(denialOf(actors.link, "workspace:create")).toBe("unauthenticated");
  });

  test("a stored word is a role only if it is one", () => {
    expect(isRole("editor")).toBe(true);
    expect(isRole("superuser")).toBe(false);
  });
});

import type { Actor, InsideActor } from "./actors";
import type { Action, SubjectAction, Subjects } from "./actions";
import { isAtLeast, isBelow, type Role } from "./roles";

type Signed = "anyone-signed-in";
/** A stakeholder behind their personal link, and no member. */
type Person = "person";
/** Whoever holds the link of a pulse, and no member. */
type Respondent = "pulse";

interface Policy<Subject> {
  /** The least role, or any person with an account whatever the workspace. */
  readonly from: Role | Signed | Person | Respondent;
  /** The scope that a token needs; null: never by token. */
  readonly token: "read" | "write" | null;
  /** Whether a visitor of a share link may ever. */
  readonly link?: true;
  /** What else must hold, once the role is enough. */
  readonly when?: (actor: Actor, subject: Subject) => boolean;
}

export type Policies = {
  readonly [A in Action]: A extends SubjectAction
    ? Policy<Subjects[A]> & Required<Pick<Policy<Subjects[A]>, "when">>
    : Policy<never>;
};

const isInside = (actor: Actor): actor is InsideActor =>
  actor.kind === "member" || actor.kind === "token";

const isSelf = (actor: Actor, userId: string) =>
  isInside(actor) && actor.userId === userId;

/** Owners manage everyone; others only who stands below them. */
const outranks = (actor: Actor, role: Role) =>
  isInside(actor) && (actor.role === "owner" || isBelow(role, actor.role));

/** From admin on anything; an editor what they made themselves. */
const isMakerOrAbove = (
  actor: Actor,
  { createdById }: { createdById: string | null },
) =>
  isInside(actor) &&
  (isBelow("editor", actor.role)
    ? actor.kind === "member" || actor.userId === createdById
    : actor.userId === createdById);

const isMaker = (
  actor: Actor,
  { createdById }: { createdById: string | null },
) => createdById !== null && isSelf(actor, createdById);

const ownMap = (actor: Actor, { journeyId }: { journeyId: string | null }) =>
  actor.kind !== "link" || actor.journeyId === journeyId;

const mayLink = (
  actor: Actor,
  { allowPublicLinks }: { allowPublicLinks: boolean },
) => allowPublicLinks || (isInside(actor) && isBelow("editor", actor.role));

/** The whole of who may do what; the table in can.test.ts is the same thing written out. */
export const policies: Policies = {
  "account:read": { from: "anyone-signed-in", token: null },
  "account:change": { from: "anyone-signed-in", token: null },
  "workspace:create": { from: "anyone-signed-in", token: null },
  "workspace:read": { from: "viewer", token: "read" },
  "workspace:change": { from: "admin", token: null },
  "workspace:delete": { from: "owner", token: null },
  "workspace:transfer": { from: "owner", token: null },
  "member:list": { from: "viewer", token: "read" },
  "member:emails": { from: "editor", token: "read" },
  "member:role": {
    from: "admin",
    token: null,
    when: (actor, { role, nextRole }) =>
      outranks(actor, role) && outranks(actor, nextRole),
  },
  // Anyone may leave.
  "member:remove": {
    from: "viewer",
    token: null,
    when: (actor, { userId, role }) =>
      isSelf(actor, userId) ||
      (isInside(actor) &&
        isBelow("editor", actor.role) &&
        outranks(actor, role)),
  },
  "invitation:list": { from: "admin", token: null },
  "invitation:create": {
    from: "admin",
    token: null,
    when: (actor, { role }) => outranks(actor, role),
  },
  "invitation:revoke": { from: "admin", token: null },
  "token:list": { from: "viewer", token: null },
  "token:list-all": { from: "admin", token: null },
  "token:create": { from: "viewer", token: null },
  "token:revoke": {
    from: "viewer",
    token: null,
    when: (actor, { userId }) =>
      isSelf(actor, userId) ||
      (isInside(actor) && isBelow("editor", actor.role)),
  },
  "audit:read": { from: "admin", token: null },
  "journey:list": { from: "viewer", token: "read" },
  "journey:read": {
    from: "viewer",
    token: "read",
    link: true,
    when: ownMap,
  },
  "journey:create": { from: "editor", token: "write" },
  "journey:edit": { from: "editor", token: "write" },
  "journey:delete": { from: "editor", token: "write", when: isMakerOrAbove },
  "journey:restore": { from: "editor", token: "write", when: isMakerOrAbove },
  // A file brings hundreds of pieces at once and takes them away again: for those who answer for the map.
  "journey:import": { from: "editor", token: "write" },
  "history:read": { from: "viewer", token: "read" },
  "history:restore": { from: "editor", token: "write" },
  "room:receive": { from: "viewer", token: "read" },
  "room:update": { from: "editor", token: "write" },
  "catalogue:read": { from: "viewer", token: "read" },
  "catalogue:edit": { from: "editor", token: "write" },
  "file:read": { from: "viewer", token: "read", link: true, when: ownMap },
  "file:create": { from: "editor", token: "write" },
  "file:delete": { from: "editor", token: "write" },
  "link:read": { from: "editor", token: null, when: mayLink },
  "link:create": {
    from: "editor",
    token: null,
    when: (_, { allowPublicLinks }) => allowPublicLinks,
  },
  "link:revoke": { from: "editor", token: null, when: mayLink },
  "view:read": { from: "viewer", token: "read" },
  // Whoever may look may keep how they look; what everybody is offered is for those who edit.
  "view:create": { from: "viewer", token: "write" },
  "view:share": { from: "editor", token: "write" },
  "view:change": {
    from: "viewer",
    token: "write",
    when: (actor, { ownerId, isShared }) =>
      isSelf(actor, ownerId) ||
      (isShared && actor.kind === "member" && isBelow("editor", actor.role)),
  },
  "review:create": { from: "editor", token: "write" },
  "review:delete": { from: "editor", token: "write", when: isMakerOrAbove },
  "evidence:read": { from: "viewer", token: "read" },
  // Those who hear customers all day often may not edit maps: what they know is theirs to bring, and to take back.
  "evidence:create": { from: "commenter", token: "write" },
  "evidence:change": {
    from: "commenter",
    token: "write",
    when: (actor, { createdById }) =>
      (createdById !== null && isSelf(actor, createdById)) ||
      (isInside(actor) && isAtLeast(actor.role, "editor")),
  },
  "comment:read": { from: "viewer", token: "read" },
  "comment:create": { from: "commenter", token: "write" },
  // Words are their author's; whoever runs the workspace may take them away, and never change them.
  "comment:edit": { from: "commenter", token: "write", when: isMaker },
  "comment:delete": {
    from: "commenter",
    token: "write",
    when: (actor, subject) =>
      isMaker(actor, subject) ||
      (actor.kind === "member" && isBelow("editor", actor.role)),
  },
  "comment:resolve": {
    from: "commenter",
    token: "write",
    when: (actor, subject) =>
      isMaker(actor, subject) ||
      (actor.kind === "member" && isAtLeast(actor.role, "editor")),
  },
  // What a person was told is for no program of theirs.
  "inbox:read": { from: "viewer", token: null },
  "inbox:change": { from: "viewer", token: null },
  // What it tells is asked once more, kind by kind.
  "activity:read": { from: "viewer", token: "read" },
  "person-link:read": { from: "editor", token: null },
  "person-link:change": { from: "editor", token: null },
  "duty:read": { from: "person", token: null },
  "duty:change": { from: "person", token: null },
  // What came of it is evidence like any other; the link itself is for those who may hand one out.
  "pulse:read": { from: "viewer", token: "read" },
  "pulse:create": {
    from: "editor",
    token: null,
    when: (_, { allowPublicLinks }) => allowPublicLinks,
  },
  "pulse:change": { from: "editor", token: null, when: mayLink },
  "answer:read": { from: "pulse", token: null },
  "answer:create": { from: "pulse", token: null },
};

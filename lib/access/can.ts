import {
  ACTIONS,
  type Action,
  type SubjectAction,
  type Subjects,
} from "./actions";
import type { Actor } from "./actors";
import { policies } from "./policies";
import { isAtLeast } from "./roles";

/** What is open to those with a link of their own kind, and to no member. */
const isOfOneLink = (action: Action): boolean =>
  policies[action].from === "person" || policies[action].from === "pulse";

/**
 * Whether an actor could do this to some subject: the role, the scope, before anything is known
 * about the thing itself. Doors ask it first, so that a refusal does not depend on the body.
 */
export function mayEver(actor: Actor, action: Action): boolean {
  const { from, token, link } = policies[action];
  switch (actor.kind) {
    case "anonymous":
      return false;
    case "link":
      return link === true;
    case "person":
    case "pulse":
      return from === actor.kind;
    case "outsider":
      return from === "anyone-signed-in";
    case "member":
      if (from === "person" || from === "pulse") return false;
      return from === "anyone-signed-in" || isAtLeast(actor.role, from);
    case "token":
      if (token === null || from === "anyone-signed-in") return false;
      if (from === "person" || from === "pulse") return false;
      if (token === "write" && actor.scope !== "write") return false;
      return isAtLeast(actor.role, from);
  }
}

type About<A extends Action> = A extends SubjectAction
  ? [subject: Subjects[A]]
  : [];

/** The one answer to "may they?", the same in API, socket, page and job. */
export function can<A extends Action>(
  actor: Actor,
  action: A,
  ...[subject]: About<A>
): boolean {
  if (!mayEver(actor, action)) return false;
  const { when } = policies[action] as {
    when?: (actor: Actor, subject: unknown) => boolean;
  };
  if (!when) return true;
  return subject !== undefined && when(actor, subject);
}

/** Why not, in the words of a door. */
export type Denial = "unauthenticated" | "forbidden" | "not_found";

const nounOf = (action: Action) => action.slice(0, action.indexOf(":"));

/** A visitor knows that the map exists, so changing it is refused openly. */
function denialOfLink(action: Action): Denial {
  if (policies[action].from === "anyone-signed-in") return "unauthenticated";
  const noun = nounOf(action);
  if (noun === "link" || noun === "history") return "forbidden";
  const isReading = action.endsWith(":read") || action.endsWith(":list");
  const isKnown = ["journey", "room", "file", "comment"].includes(noun);
  return isKnown && !isReading ? "forbidden" : "not_found";
}

/**
 * How a refusal is said: a member hears that they may not; who does not belong is not told that
 * there is anything.
 */
export function denialOf(actor: Actor, action: Action): Denial {
  // What belongs to one link is nothing that a member could be refused.
  if (isOfOneLink(action) && actor.kind !== "anonymous") return "not_found";
  switch (actor.kind) {
    case "anonymous":
      return "unauthenticated";
    case "person":
    case "pulse":
    case "outsider":
      return "not_found";
    case "link":
      return denialOfLink(action);
    case "member":
    case "token":
      return "forbidden";
  }
}

/** What an actor may do; for one that depends on its subject, whether they ever may. */
export type Abilities = Readonly<Record<Action, boolean>>;

/** All answers at once, for pages: buttons and server agree because they ask the same table. */
export const abilities = (actor: Actor): Abilities =>
  Object.fromEntries(
    ACTIONS.map((action) => [action, mayEver(actor, action)]),
  ) as Abilities;

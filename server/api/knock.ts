import { anonymous, type Actor } from "@/lib/access/actors";
import { denialOf, mayEver } from "@/lib/access/can";
import { identify } from "@/server/auth/identify";
import type { Identity } from "@/server/auth/identity";
import { standingIn, type Standing } from "@/server/auth/actor";
import type { ProblemCode } from "@/server/errors";
import { addressHeader } from "@/server/http/address";
import { isCrossSite } from "@/server/http/site";
import { personActor, type KnownPerson } from "@/server/person/find-person";
import { knockAsPerson } from "@/server/person/knock-person";
import { isPersonalToken } from "@/server/person/tokens";
import { pulseActor, type KnownPulse } from "@/server/pulse/find-pulse";
import { knockAtPulse } from "@/server/pulse/knock-pulse";
import { isPulseToken } from "@/server/pulse/tokens";
import { visitorOf } from "@/server/share/visitor";
import type { Route } from "./route";

/** Who stands at a door, and whether it opens. */
export type Knock =
  | {
      readonly opens: true;
      readonly identity: Identity | null;
      readonly standing: Standing | null;
      readonly actor: Actor;
      /** Whoever came by a personal link. */
      readonly person?: KnownPerson;
      /** What somebody answers. */
      readonly pulse?: KnownPulse;
    }
  | {
      readonly opens: false;
      readonly reason: ProblemCode;
      readonly actor: Actor;
      readonly workspaceId: string | null;
      readonly retryAfterSeconds?: number;
    };

type Shut = Extract<Knock, { readonly opens: false }>;

const shut = (
  reason: ProblemCode,
  actor: Actor,
  workspaceId: string | null = null,
): Shut => ({ opens: false, reason, actor, workspaceId });

/** A token outside its workspace is nobody there. */
const outsider = (identity: Identity): Actor => ({
  kind: "outsider",
  userId: identity.userId,
});

async function knockAtWorkspace(
  route: Route,
  identity: Identity,
  slug: string,
): Promise<Knock> {
  const standing = await standingIn(identity, slug);
  if (!standing) return shut("not_found", outsider(identity));
  const { actor, workspace } = standing;
  if (route.action && !mayEver(actor, route.action))
    return shut(denialOf(actor, route.action), actor, workspace.id);
  return { opens: true, identity, standing, actor };
}

/** A visitor of a share link has a stream of their own and no business here; they hear why. */
async function knockAsVisitor(route: Route, request: Request): Promise<Knock> {
  const actor = (await visitorOf(request.headers)) ?? anonymous;
  return shut(denialOf(actor, route.action ?? "account:read"), actor);
}

/** The secret that a request shows, whatever it is of. */
const secretOf = (request: Request): string =>
  /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ??
  "";

const tooOften = (retryAfterSeconds: number): Shut => ({
  ...shut("rate_limited", anonymous),
  retryAfterSeconds,
});

/** A person knows what is theirs; that there is anything else they are not told. */
async function knockByLink(
  route: Route,
  secret: string,
  request: Request,
): Promise<Knock> {
  const ip = request.headers.get(addressHeader) ?? "";
  const found = await knockAsPerson(secret, ip);
  if (found.state === "limited") return tooOften(found.retryAfterSeconds);
  if (found.state !== "open") return shut("unauthenticated", anonymous);
  const { person } = found;
  const actor = personActor(person);
  return route.who === "person"
    ? { opens: true, identity: null, standing: null, actor, person }
    : shut("not_found", actor, person.workspaceId);
}

/** Who holds the link of a pulse may answer it; that there is anything else they are not told. */
async function knockByPulse(
  route: Route,
  secret: string,
  request: Request,
): Promise<Knock> {
  const ip = request.headers.get(addressHeader) ?? "";
  const found = await knockAtPulse(secret, ip);
  if (found.state === "limited") return tooOften(found.retryAfterSeconds);
  if (found.state === "absent") return shut("unauthenticated", anonymous);
  const { pulse } = found;
  const actor = pulseActor(pulse);
  if (route.who !== "pulse") return shut("not_found", actor, pulse.workspaceId);
  return found.state === "open"
    ? { opens: true, identity: null, standing: null, actor, pulse }
    : shut("gone", actor, pulse.workspaceId);
}

/** Decides who may come in, before anything of what they bring is looked at. */
export async function knock(
  route: Route,
  request: Request,
  slug: string | undefined,
): Promise<Knock> {
  const isProgram = request.headers.has("authorization");
  if (!isProgram && isCrossSite(request.headers, request.method))
    return shut("cross_site", anonymous);
  const secret = secretOf(request);
  if (isPersonalToken(secret)) return knockByLink(route, secret, request);
  if (isPulseToken(secret)) return knockByPulse(route, secret, request);
  const identity = await identify({ headers: request.headers });
  if (!identity) {
    // A credential that is no longer good must not pass for none.
    if (isProgram) return shut("unauthenticated", anonymous);
    if (route.who !== "anyone") return knockAsVisitor(route, request);
    return { opens: true, identity, standing: null, actor: anonymous };
  }
  if (route.who === "workspace")
    return knockAtWorkspace(route, identity, slug ?? "");
  if (route.who === "person" || route.who === "pulse")
    return shut("not_found", outsider(identity));
  if (route.who === "account" && identity.kind === "token")
    return shut("forbidden", outsider(identity), identity.workspaceId);
  return {
    opens: true,
    identity,
    standing: null,
    actor: outsider(identity),
  };
}

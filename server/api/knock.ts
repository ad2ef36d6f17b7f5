import { anonymous, type Actor } from "@/lib/access/actors";
import { denialOf, mayEver } from "@/lib/access/can";
import { identify } from "@/server/auth/identify";
import type { Identity } from "@/server/auth/identity";
import { standingIn, type Standing } from "@/server/auth/actor";
import type { ProblemCode } from "@/server/errors";
import { isCrossSite } from "@/server/http/site";
import { visitorOf } from "@/server/share/visitor";
import type { Route } from "./route";

/** Who stands at a door, and whether it opens. */
export type Knock =
  | {
      readonly opens: true;
      readonly identity: Identity | null;
      readonly standing: Standing | null;
      readonly actor: Actor;
    }
  | {
      readonly opens: false;
      readonly reason: ProblemCode;
      readonly actor: Actor;
      readonly workspaceId: string | null;
    };

const shut = (
  reason: ProblemCode,
  actor: Actor,
  workspaceId: string | null = null,
): Knock => ({ opens: false, reason, actor, workspaceId });

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

/** Decides who may come in, before anything of what they bring is looked at. */
export async function knock(
  route: Route,
  request: Request,
  slug: string | undefined,
): Promise<Knock> {
  const isProgram = request.headers.has("authorization");
  if (!isProgram && isCrossSite(request.headers, request.method))
    return shut("cross_site", anonymous);
  const identity = await identify({ headers: request.headers });
  if (!identity) {
    // A credential that is no longer good must not pass for none.
    if (isProgram) return shut("unauthenticated", anonymous);
    if (route.who !== "anyone") return knockAsVisitor(route, request);
    return { opens: true, identity, standing: null, actor: anonymous };
  }
  if (route.who === "workspace")
    return knockAtWorkspace(route, identity, slug ?? "");
  if (route.who === "account" && identity.kind === "token")
    return shut("forbidden", outsider(identity), identity.workspaceId);
  return {
    opens: true,
    identity,
    standing: null,
    actor: outsider(identity),
  };
}

import type * as z from "zod";
import type { InsideActor, PersonActor, PulseActor } from "@/lib/access/actors";
import type { Action } from "@/lib/access/actions";
import type { WorkspaceHead } from "@/server/auth/actor";
import type { Identity, UserIdentity } from "@/server/auth/identity";
import type { Caller } from "@/server/audit";
import type { Refused } from "@/server/errors";
import type { Site } from "@/server/http/site";
import type { KnownPerson } from "@/server/person/find-person";
import type { KnownPulse } from "@/server/pulse/find-pulse";
import type { FieldProblem } from "./problem";

/** What is known of a request before anyone looks at what it asks for. */
export interface RequestInfo {
  readonly requestId: string;
  readonly ip: string;
  readonly userAgent: string;
  readonly site: Site;
}

/**
 * Who may knock: `anyone`, somebody with an `account`, any `caller` with an identity, someone inside the
 * `workspace` whose slug the path names, a `person` without an account by their personal link, or whoever answers a
 * `pulse` by its link.
 */
export type Who =
  | "anyone"
  | "account"
  | "caller"
  | "workspace"
  | "person"
  | "pulse";

interface Knowns {
  anyone: { readonly identity: Identity | null; readonly caller: Caller };
  account: { readonly identity: UserIdentity; readonly caller: Caller };
  caller: { readonly identity: Identity; readonly caller: Caller };
  workspace: {
    readonly identity: Identity;
    readonly actor: InsideActor;
    readonly caller: Caller<InsideActor>;
    readonly workspace: WorkspaceHead;
  };
  person: {
    readonly person: KnownPerson;
    readonly caller: Caller<PersonActor>;
  };
  pulse: {
    readonly pulse: KnownPulse;
    readonly caller: Caller<PulseActor>;
  };
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** All that a handler is given. */
export type Ask<
  W extends Who,
  P extends z.ZodObject | undefined,
  Q extends z.ZodObject | undefined,
  B extends z.ZodType | undefined,
> = Knowns[W] & {
  readonly params: Parsed<P>;
  readonly query: Parsed<Q>;
  readonly body: Parsed<B>;
  readonly info: RequestInfo;
  /** For headers and streamed bodies. */
  readonly request: Request;
};

/** What a handler gives back: an answer, a refusal, or for files a Response of its own. */
export type Reply =
  | {
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string | readonly string[]>>;
    }
  | (Refused & {
      readonly errors?: readonly FieldProblem[];
      readonly retryAfterSeconds?: number;
    })
  | Response;

/** A body that the handler reads itself, such as an upload. */
interface StreamedBody {
  readonly mediaTypes: readonly string[];
}

interface Spec<
  W extends Who,
  P extends z.ZodObject | undefined,
  Q extends z.ZodObject | undefined,
  B extends z.ZodType | undefined,
> {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  /** Below /api/v1, with parameters in braces. */
  readonly path: `/${string}`;
  readonly who: W;
  /** Asked before the body is looked at; null only where `who` is the whole answer. */
  readonly action: Action | null;
  /** For the page of the API. */
  readonly summary: string;
  /** Besides `slug`, which `workspace` routes have anyway. */
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly streamed?: StreamedBody;
  /** A body that does something, for the page of the API. */
  readonly example?: unknown;
  /** Takes an `Idempotency-Key`: the same key and body are done once. */
  readonly isKeyed?: boolean;
  /** Answers by status: their shape, or null for none. A key that is not in the shape does not leave. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
}

/** A route with its types forgotten, as the registry keeps it. */
export interface Route extends Spec<
  Who,
  z.ZodObject | undefined,
  z.ZodObject | undefined,
  z.ZodType | undefined
> {
  readonly handle: (ask: never) => Promise<Reply> | Reply;
}

/**
 * Declares a route of the API. Everything that is known about it is here: the authorisation matrix
 * and the OpenAPI description are generated from the list of these.
 */
export function route<
  const W extends Who,
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  spec: Spec<W, P, Q, B> & {
    readonly handle: (ask: Ask<W, P, Q, B>) => Promise<Reply> | Reply;
  },
): Route {
  return spec as Route;
}

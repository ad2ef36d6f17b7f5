import type { Role } from "./roles";

/** A person who belongs to the workspace in question. */
interface MemberActor {
  readonly kind: "member";
  readonly userId: string;
  readonly role: Role;
  readonly workspaceId: string;
}

/** A program that acts for a member; its role is the member's of this moment. */
interface TokenActor {
  readonly kind: "token";
  readonly tokenId: string;
  readonly userId: string;
  readonly role: Role;
  readonly workspaceId: string;
  readonly scope: "read" | "write";
}

/** A visitor of a share link, who knows one journey and nothing else. */
export interface LinkActor {
  readonly kind: "link";
  readonly linkId: string;
  readonly journeyId: string;
}

/** A stakeholder without an account behind their personal link, who knows what is theirs and nothing else. */
export interface PersonActor {
  readonly kind: "person";
  readonly linkId: string;
  readonly stakeholderId: string;
  readonly workspaceId: string;
}

/** Somebody who answers a pulse, who knows its questions and nothing else. */
export interface PulseActor {
  readonly kind: "pulse";
  readonly pulseId: string;
  readonly workspaceId: string;
}

/** Someone signed in who does not belong to the workspace in question. */
interface OutsiderActor {
  readonly kind: "outsider";
  readonly userId: string;
}

export interface AnonymousActor {
  readonly kind: "anonymous";
}

/** Whoever belongs to a workspace: the person or a program of theirs. */
export type InsideActor = MemberActor | TokenActor;

/** Whoever asks now. */
export type Actor =
  | InsideActor
  | LinkActor
  | PersonActor
  | PulseActor
  | OutsiderActor
  | AnonymousActor;

export const anonymous: AnonymousActor = { kind: "anonymous" };

import type { InsideActor } from "@/lib/access/actors";
import type { LogActor } from "@/server/log/contract";

/** How the log of a document names whoever asks. */
export const authorOf = (actor: InsideActor): LogActor =>
  actor.kind === "token"
    ? { kind: "token", id: actor.tokenId }
    : { kind: "user", id: actor.userId };

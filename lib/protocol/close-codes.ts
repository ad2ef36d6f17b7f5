/**
 * Why the server closed a socket, and what the client should do next. 4400 to 4499 are decided: the stock
 * client stops on them by itself. All others pass, and it comes back.
 */
export const CLOSE = {
  /** The client does not speak this protocol. Do not come back; tell the person to reload. */
  protocol: 4400,
  /** No valid session or token. Ask the person to sign in, then connect again. */
  identityGone: 4401,
  /** Known, but not allowed here (any more): keep unsent changes as a copy. Or only for now, where the reason says so: keep everything. */
  accessGone: 4403,
  /** No such journey for this person. Keep unsent changes as a copy and leave the page. */
  notFound: 4404,
  /** A change was refused. Keep unsent changes as a copy, drop the local document, start clean. */
  refused: 4409,
  /** The journey has another history now. As for `refused`. */
  otherEpoch: 4410,
  /** The change or the journey is too big. Keep unsent changes as a copy and offer to export them. */
  tooBig: 4413,
  /** Something between us is missing. Connect again at once; syncing from the start heals it. */
  outOfStep: 4500,
  /** The person's role changed. Connect again; the next hello says what is allowed. */
  roleChanged: 4501,
  /** Authentication took too long. Connect again after a while. */
  authenticationLate: 4508,
  /** Too many frames or bytes. Connect again after a while, and send less. */
  tooFast: 4529,
  /** The server stops or restarts. Connect again; everything acknowledged is stored. */
  restarting: 1012,
  /** The server cannot keep up or cannot store just now. Connect again after a while. */
  overloaded: 1013,
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/**
 * The reason of a close that somebody brought about: signed out, removed, deleted. A session that merely ran out
 * has none; what its person wrote waits for them on their device.
 */
export const ENDED_ON_PURPOSE = "ended";

/** Reasons of a close with `accessGone` that take no access away: it is given back by closing tabs, or by waiting. */
export const TOO_MANY_SOCKETS = "too_many_sockets";
export const REFUSED_TOO_OFTEN = "refused_too_often";

/** Of a client that went on sending changes where it may only read. */
export const NOT_EDITOR = "not_editor";

const passing: ReadonlySet<string> = new Set([
  TOO_MANY_SOCKETS,
  REFUSED_TOO_OFTEN,
]);

/** What a client does after a close: `stop` for good, `reset` its local document first, or come back. */
export type CloseAction = "stop" | "reset" | "retry";

const resets: ReadonlySet<number> = new Set([
  CLOSE.accessGone,
  CLOSE.notFound,
  CLOSE.refused,
  CLOSE.otherEpoch,
  CLOSE.tooBig,
]);

/**
 * Says what a client does after its socket was closed with a code, also one that it does not know. Whoever is only
 * kept out for now keeps their document: other tabs of theirs live with the same copy of it.
 */
export function closeAction(code: number, reason = ""): CloseAction {
  if (code === CLOSE.accessGone && passing.has(reason)) return "stop";
  if (resets.has(code)) return "reset";
  return code >= 4400 && code < 4500 ? "stop" : "retry";
}

/** Whether it is worth another try once somebody is back at the tab: they may have signed in, or closed others. */
export function mayReturn(
  closed: { readonly code: number; readonly reason: string } | null,
): boolean {
  if (closed?.code === CLOSE.accessGone) return passing.has(closed.reason);
  return closed?.code === CLOSE.identityGone;
}

import { isMapPath } from "./keep";

export interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly url: URL;
  /** Of the worker. */
  readonly origin: string;
}

/**
 * What the worker does with a request: `map` and `page` come from the network and, where it fails, from here; a `file`
 * comes from here if it is here; `entry` may change who is signed in; with the others it has nothing to do.
 */
export type Way = "map" | "page" | "file" | "entry" | "none";

/** What a link opens, what programs ask for, and what the framework asks for. None of it is ours to answer. */
const never = /^\/(?:[spuq]|invite|api|_next)(?:\/|$)|^\/worker\.js$/;
const entries = /^\/api\/(?:auth\/.|v1\/(?:me\/sessions?|account)$)/;
const files = /^\/_next\/static\/./;

export function wayOf({ method, mode, url, origin }: Asked): Way {
  if (url.origin !== origin) return "none";
  const path = url.pathname;
  if (method !== "GET") return entries.test(path) ? "entry" : "none";
  const isNavigation = mode === "navigate";
  if (files.test(path)) return isNavigation ? "none" : "file";
  if (!isNavigation || never.test(path)) return "none";
  return isMapPath(path) ? "map" : "page";
}

/**
 * What the server's answer to a navigation says: it is `here`; it is `away`, as a proxy in front of it says; this map
 * is `closed` to whoever asks; they are `signed-out`; or something that says nothing of all this.
 */
export type Verdict = "here" | "away" | "closed" | "signed-out" | "other";

const away: ReadonlySet<number> = new Set([502, 503, 504]);
const closed: ReadonlySet<number> = new Set([401, 403, 404, 410]);

/** Of the answer to a map's address; such a page leads nowhere else but to sign-in. */
export function verdictOn(
  answer: Pick<Response, "status" | "type" | "redirected">,
): Verdict {
  if (answer.type === "opaqueredirect" || answer.redirected)
    return "signed-out";
  if (away.has(answer.status)) return "away";
  if (closed.has(answer.status)) return "closed";
  return answer.status === 200 ? "here" : "other";
}

import { env } from "@/server/env";

/** Where a request believes to have arrived, once its Host is one of ours. */
export interface Site {
  /** Scheme, host and port as the browser sees them. */
  readonly origin: string;
  readonly isHttps: boolean;
  /** This machine's own names; browsers treat them as safe without https. */
  readonly isLoopback: boolean;
}

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

function toSite(origin: string): Site {
  const { protocol, hostname } = new URL(origin);
  return {
    origin,
    isHttps: protocol === "https:",
    isLoopback: loopbackNames.has(hostname),
  };
}

/** The host as an address bar would hold it, or null where it is not just a host. */
function normaliseHost(host: string): string | null {
  if (!/^[A-Za-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-fA-F:]+\](:\d{1,5})?$/.test(host))
    return null;
  try {
    return new URL(`http://${host}`).host;
  } catch {
    return null;
  }
}

const portless = (url: URL) =>
  url.port === ""
    ? [`${url.host}:${url.protocol === "https:" ? 443 : 80}`]
    : [];

/** By the header as it comes: every request asks, and there are few. */
const sites = new Map<string, Site | null>();
const mostSites = 100;

/**
 * The site that a Host header names, or null where it is none of ours. Without APP_URL only
 * loopback names are, on any port: what a container or a tunnel maps is not known here.
 */
export function siteOf(host: string | undefined | null): Site | null {
  if (!host) return null;
  const known = sites.get(host);
  if (known !== undefined) return known;
  const site = findSite(host);
  // Whoever makes hosts up does not fill the memory.
  if (sites.size >= mostSites) sites.clear();
  sites.set(host, site);
  return site;
}

function findSite(host: string): Site | null {
  const wanted = normaliseHost(host.toLowerCase());
  if (!wanted) return null;
  for (const origin of env.APP_URL) {
    const url = new URL(origin);
    if (url.host === wanted || portless(url).includes(host))
      return toSite(origin);
  }
  if (env.APP_URL.length > 0) return null;
  const site = toSite(`http://${wanted}`);
  return site.isLoopback ? site : null;
}

/** The address that links in mails begin with, never taken from a request. */
export const publicOrigin = (): string =>
  env.APP_URL[0] ?? `http://localhost:${env.PORT}`;

/** The configured addresses where whoever shares the network can read along. */
export const unsafeOrigins = (): readonly string[] =>
  env.APP_URL.filter((origin) => {
    const { isHttps, isLoopback } = toSite(origin);
    return !isHttps && !isLoopback;
  });

export type HeaderBag = Headers | Record<string, string | string[] | undefined>;

/** One header, whichever kind of bag it is in. */
export function headerOf(headers: HeaderBag, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Whether an Origin header names the very site that the Host header names. */
export const isOwnOrigin = (
  origin: string,
  host: string | undefined,
): boolean => siteOf(host)?.origin === origin;

/**
 * Whether a request comes from a page of another site, as far as its headers tell.
 *
 * A program sends neither header and passes: a browser always sends one where it matters.
 */
export function isCrossSite(headers: HeaderBag, method: string): boolean {
  const origin = headerOf(headers, "origin");
  if (origin !== undefined)
    return !isOwnOrigin(origin, headerOf(headers, "host"));
  const from = headerOf(headers, "sec-fetch-site");
  if (from === undefined || from === "same-origin" || from === "none")
    return false;
  // A link in a mail or on another page may lead to a file of ours: following it reads nothing.
  const isNavigation = headerOf(headers, "sec-fetch-mode") === "navigate";
  return !(isNavigation && method === "GET");
}

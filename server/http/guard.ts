import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/server/env";
import { addressHeader, callerAddress } from "./address";
import {
  commonHeaders,
  dataHeaders,
  httpsHeaders,
  linkHeaders,
  pagePolicy,
  privateHeaders,
} from "./headers";
import { nonceHeader, pageHeader } from "./page-header";
import { siteOf, type Site } from "./site";

const policyHeader = "content-security-policy";

/**
 * Headers that only servers say to each other. A browser has no business sending them, and the
 * framework would act on some of them before any of our checks is asked.
 */
const internalHeaders =
  /^(x-middleware-|x-waymark-|x-forwarded-|x-invoke-|x-matched-path$|x-nextjs-|x-next-|x-now-|x-vercel-|x-real-ip$|x-original-|x-rewrite-|x-http-method|x-method-override$|x-nonce$|forwarded$|via$|content-security-policy)/;

/** The development server's own pages wait for an answer that only these two ask for. */
const developmentHeaders = /^x-nextjs-(html-)?request-id$/;

const isInternal = (name: string): boolean =>
  internalHeaders.test(name) &&
  !(env.NODE_ENV === "development" && developmentHeaders.test(name));

const ownMethods = new Set([
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
]);

const refusals = {
  badRequest: 400,
  notFound: 404,
  methodNotAllowed: 405,
  misdirected: 421,
} as const;

/** One address must have one spelling, or a check and the thing that it guards read two. */
function isOddPath(target: string): boolean {
  const path = target.split("?", 1)[0] ?? "";
  return /\/\/|\\|%2f|%5c|%00|%2e/i.test(path) || /\/\.\.?(\/|$)/.test(path);
}

/** Query parameters by which the framework passes route parameters to itself. */
function withoutInternalQuery(target: string): string {
  const at = target.indexOf("?");
  if (at < 0) return target;
  const kept = target
    .slice(at + 1)
    .split("&")
    .filter((part) => !/^(nxt[PI]|__next|%6e%78%74)/i.test(part));
  const query = kept.join("&");
  return target.slice(0, at) + (query === "" ? "" : `?${query}`);
}

function setHeaders(
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
): void {
  for (const [name, value] of Object.entries(headers))
    response.setHeader(name, value);
}

function refuse(response: ServerResponse, status: number): false {
  setHeaders(response, dataHeaders);
  response.writeHead(status, { "content-type": "text/plain" });
  response.end();
  return false;
}

/** Removes what only our own server may say and says it. */
function cleanHeaders(request: IncomingMessage): void {
  const ip = callerAddress({
    socketAddress: request.socket.remoteAddress,
    forwardedFor: [request.headers["x-forwarded-for"]].flat().join(","),
    trustedProxies: env.TRUSTED_PROXIES,
  });
  for (const name of Object.keys(request.headers))
    if (isInternal(name)) delete request.headers[name];
  request.headers[addressHeader] = ip;
  const kept: string[] = [];
  for (let index = 0; index + 1 < request.rawHeaders.length; index += 2) {
    const name = request.rawHeaders[index] ?? "";
    if (!isInternal(name.toLowerCase()))
      kept.push(name, request.rawHeaders[index + 1] ?? "");
  }
  // Whoever builds a Request out of the message reads the raw list.
  request.rawHeaders.splice(
    0,
    request.rawHeaders.length,
    ...kept,
    addressHeader,
    ip,
  );
}

function setPageHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  site: Site,
): void {
  const nonce = randomBytes(16).toString("base64");
  const isDevelopment = env.NODE_ENV === "development";
  const policy = pagePolicy({ nonce, site, isDevelopment });
  request.headers[nonceHeader] = nonce;
  // The framework takes the nonce for its own scripts out of this request header.
  request.headers[policyHeader] = policy;
  const target = request.url ?? "/";
  request.headers[pageHeader] = target;
  const ours = [nonceHeader, nonce, policyHeader, policy, pageHeader, target];
  request.rawHeaders.push(...ours);
  response.setHeader(policyHeader, policy);
}

/** The framework's own pages and parts; of these only the built files are for anyone to ask for. */
const isInner = (path: string): boolean =>
  path === imageOptimiser ||
  (env.NODE_ENV !== "development" && /^\/_(?!next\/static\/)/.test(path));

// Switched off in the framework too: a decoder behind a public address is the softest spot there is.
const imageOptimiser = "/_next/image";
const isData = (path: string) => path.startsWith("/api/");
/** Whoever watches over the process asks it by its bare address. */
const isProbe = (target: string) =>
  target === "/api/health/live" || target === "/api/health/ready";
/** What is the same for everybody says for itself how long it may be kept. */
const isFile = (path: string) =>
  path.startsWith("/_next/static/") || path === "/icon.svg";
const isLink = (path: string) => /^\/[spuq]\//.test(path);

/**
 * Stands in front of everything that the server answers: only our hosts, one spelling per address,
 * no headers of inner making from outside, and the headers that every answer has.
 *
 * @returns false where the request has been answered and must go no further.
 */
export function guardRequest(
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const target = request.url ?? "";
  if (!target.startsWith("/")) return refuse(response, refusals.badRequest);
  if (isProbe(target)) {
    setHeaders(response, dataHeaders);
    return true;
  }
  const site = siteOf(request.headers.host);
  if (!site) return refuse(response, refusals.misdirected);
  if (!ownMethods.has(request.method ?? ""))
    return refuse(response, refusals.methodNotAllowed);
  if (isOddPath(target)) return refuse(response, refusals.notFound);
  cleanHeaders(request);
  request.url = withoutInternalQuery(target);
  const path = request.url.split("?", 1)[0] ?? "";
  if (isInner(path)) return refuse(response, refusals.notFound);
  setHeaders(response, {
    ...(isData(path) ? dataHeaders : commonHeaders),
    ...(!isFile(path) && privateHeaders),
    ...(isLink(path) && linkHeaders),
    ...httpsHeaders(site),
  });
  if (!isData(path)) setPageHeaders(request, response, site);
  return true;
}

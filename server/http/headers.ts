import type { Site } from "./site";

const oneYearSeconds = 365 * 24 * 60 * 60;

/** On every answer, whatever it is. */
export const commonHeaders: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy":
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
};

/** On answers that are somebody's: no cache may keep them, also where the framework says nothing. */
export const privateHeaders: Readonly<Record<string, string>> = {
  "cache-control": "private, no-store",
};

/** On answers that are data: nothing in them may run or be framed, and no cache may keep them. */
export const dataHeaders: Readonly<Record<string, string>> = {
  ...commonHeaders,
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  ...privateHeaders,
};

/** On pages that a link with a secret opens: no address leaks out, no search engine takes them in. */
export const linkHeaders: Readonly<Record<string, string>> = {
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow, noarchive",
  ...privateHeaders,
};

/** Tells browsers to come by https only; said only where that is how they came. */
export const httpsHeaders = (site: Site): Record<string, string> =>
  site.isHttps
    ? {
        "strict-transport-security": `max-age=${oneYearSeconds}; includeSubDomains`,
      }
    : {};

export interface PagePolicy {
  readonly nonce: string;
  readonly site: Site;
  /** The development server compiles in the page. */
  readonly isDevelopment: boolean;
}

/**
 * What a page may load: itself. Scripts run by the nonce of this one answer; inline styles stay
 * allowed because positions on the map are style attributes, which no nonce covers.
 */
export function pagePolicy({ nonce, site, isDevelopment }: PagePolicy): string {
  const socket = site.origin.replace(/^http/, "ws");
  const evaluate = isDevelopment ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${evaluate}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self' ${socket}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

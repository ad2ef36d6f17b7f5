import { pageResponse } from "./page-status";

const nobody = "frame-ancestors 'none'";

/**
 * Lets other sites show the page that is being drawn in a frame. Every page is closed to them until it says so.
 *
 * @param origins - checked by whoever stored them: they go into a header.
 */
export function allowFraming(origins: readonly string[]): void {
  const response = pageResponse();
  if (!response || response.headersSent || origins.length === 0) return;
  const policy = response.getHeader("content-security-policy");
  if (typeof policy !== "string" || !policy.includes(nobody)) return;
  response.setHeader(
    "content-security-policy",
    policy.replace(nobody, `frame-ancestors ${origins.join(" ")}`),
  );
  // Older than the policy, it knows of one site only and would forbid them all.
  response.removeHeader("x-frame-options");
}

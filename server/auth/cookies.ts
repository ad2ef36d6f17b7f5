import type { Site } from "@/server/http/site";

/** After this the person signs in again, whatever they did meanwhile. */
export const sessionMaxAgeSeconds = 30 * 24 * 60 * 60;

export interface CookiePolicy {
  readonly sessionName: string;
  readonly csrfName: string;
  readonly callbackName: string;
  /** Remembers that this browser signed in before, so that a stranger's wrong tries do not lock it out. */
  readonly knownName: string;
  /** Tells a visitor of a share link from a stranger. */
  readonly visitorName: string;
  readonly isSecure: boolean;
}

/**
 * Names and safety of our cookies on a site. `__Host-` ties them to one https host; browsers count
 * loopback as safe; on plain http in a local network neither is possible and the operator is warned.
 */
export function cookiePolicy(site: Site): CookiePolicy {
  const prefix = site.isHttps ? "__Host-" : "";
  return {
    sessionName: `${prefix}waymark-session`,
    csrfName: `${prefix}waymark-csrf`,
    callbackName: `${prefix}waymark-callback`,
    knownName: `${prefix}waymark-known`,
    visitorName: `${prefix}waymark-visitor`,
    isSecure: site.isHttps || site.isLoopback,
  };
}

/** The cookies of a request by name. */
export function parseCookies(
  header: string | undefined,
): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at < 1) continue;
    const name = part.slice(0, at).trim();
    // The first wins, as browsers send the most specific path first.
    cookies[name] ??= part.slice(at + 1).trim();
  }
  return cookies;
}

/** A `Set-Cookie` value with everything that our cookies have in common. */
export function setCookie(
  name: string,
  value: string,
  options: { isSecure: boolean; maxAgeSeconds: number },
): string {
  const secure = options.isSecure ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${options.maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

import type { LinkActor } from "@/lib/access/actors";
import { isId } from "@/lib/journey/ids";
import { cookiePolicy, parseCookies, setCookie } from "@/server/auth/cookies";
import { seal, unseal } from "@/server/auth/secrets";
import {
  headerOf,
  siteOf,
  type HeaderBag,
  type Site,
} from "@/server/http/site";
import { findLinkById } from "./find-link";

const purpose = "visitor";
const maxAgeSeconds = 12 * 60 * 60;

/**
 * The `Set-Cookie` value by which a visitor of a link is told from a stranger. It opens nothing: what
 * the link shows is asked for with the link itself.
 */
export function visitorCookie(site: Site, linkId: string): string {
  const { visitorName, isSecure } = cookiePolicy(site);
  return setCookie(visitorName, seal(purpose, linkId), {
    isSecure,
    maxAgeSeconds,
  });
}

/** The visitor who sends a request, as long as their link is open. */
export async function visitorOf(headers: HeaderBag): Promise<LinkActor | null> {
  const site = siteOf(headerOf(headers, "host"));
  if (!site) return null;
  const cookies = parseCookies(headerOf(headers, "cookie"));
  const sealed = cookies[cookiePolicy(site).visitorName];
  const linkId = sealed ? unseal(purpose, sealed) : null;
  if (!linkId || !isId(linkId)) return null;
  const found = await findLinkById(linkId);
  if (found.state !== "open") return null;
  return { kind: "link", linkId, journeyId: found.link.journeyId };
}

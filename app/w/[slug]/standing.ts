import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { viewer } from "@/app/viewer";
import type { Profile } from "@/lib/api/account";
import { abilities, type Abilities } from "@/lib/access/can";
import { pageActor, type Standing } from "@/server/auth/actor";
import { pageHeader } from "@/server/http/page-header";

export interface PageStanding extends Standing {
  person: Profile;
  may: Abilities;
}

const read = cache(async (slug: string) => pageActor(await headers(), slug));

/** The way to sign-in and back to the page that was asked for. */
async function signInPath(): Promise<string> {
  const asked = (await headers()).get(pageHeader) ?? "/";
  const [path = "/", query = ""] = asked.split("?", 2);
  const parameters = new URLSearchParams(query);
  // The framework's own, on its way between two pages.
  parameters.delete("_rsc");
  const rest = parameters.toString();
  return `/sign-in?next=${encodeURIComponent(rest ? `${path}?${rest}` : path)}`;
}

/**
 * Who looks at a page of this workspace. Leads to sign-in whoever is not signed in, and says "not
 * found" to those who do not belong, because they may not know that there is something.
 */
export async function standingOf(slug: string): Promise<PageStanding> {
  const [found, { person }] = await Promise.all([read(slug), viewer()]);
  if (found.is === "signed-out" || !person) redirect(await signInPath());
  if (found.is !== "inside") notFound();
  return {
    actor: found.actor,
    workspace: found.workspace,
    person,
    may: abilities(found.actor),
  };
}

import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { viewer } from "@/app/viewer";
import type { Profile } from "@/lib/api/account";
import { abilities, type Abilities } from "@/lib/access/can";
import { pageActor, type Standing } from "@/server/auth/actor";

export interface PageStanding extends Standing {
  person: Profile;
  may: Abilities;
}

const read = cache(async (slug: string) => pageActor(await headers(), slug));

/**
 * Who looks at a page of this workspace. Leads to sign-in whoever is not signed in, and says "not
 * found" to those who do not belong, because they may not know that there is something.
 *
 * @param path - where to come back to after signing in.
 */
export async function standingOf(
  slug: string,
  path = `/w/${slug}/journeys`,
): Promise<PageStanding> {
  const [found, { person }] = await Promise.all([read(slug), viewer()]);
  if (found.is === "signed-out" || !person)
    redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  if (found.is !== "inside") notFound();
  return {
    actor: found.actor,
    workspace: found.workspace,
    person,
    may: abilities(found.actor),
  };
}

import { notFound } from "next/navigation";
import { cache } from "react";
import { id as idSchema } from "@/lib/api/fields";
import { journeySummary } from "@/server/queries/journeys";
import { standingOf } from "../../standing";

/** A page and its title ask for the same. */
const readOnce = cache(async (slug: string, id: string) => {
  const standing = await standingOf(slug);
  const workspaceId = standing.workspace.id;
  if (!idSchema.safeParse(id).success) notFound();
  const journey = await journeySummary({ workspaceId, journeyId: id });
  if (!journey || journey.deletedAt !== null) notFound();
  return { standing, journey };
});

/** The journey as the list knows it; "not found" for what is no id, another team's, or in the trash. */
export const readJourney = ({ slug, id }: { slug: string; id: string }) =>
  readOnce(slug, id);

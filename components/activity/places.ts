import type { Line } from "@/lib/activity/group";
import type { ActivityItem } from "@/lib/api/activity";

/** Where a line leads, beside the things that it names; null where the journey itself is the place. */
export function placeOf(
  slug: string,
  { newest }: Line<ActivityItem>,
): string | null {
  const { journey, kind, threadId } = newest;
  if (!journey || journey.isInBin) return null;
  const page = `/w/${encodeURIComponent(slug)}/journeys/${journey.id}`;
  if (threadId !== null) return `${page}?thread=${threadId}`;
  switch (kind) {
    case "import-done":
    case "import-undone":
      return `${page}/imports`;
    case "version-restored":
    case "journey-reviewed":
      return `${page}/history`;
    default:
      return null;
  }
}

/** Where a thing of a map is shown; null for what cannot be opened by itself. */
export function hrefOfThing(
  slug: string,
  journeyId: string,
  { kind, id }: ActivityItem["things"][number],
): string | null {
  if (kind !== "touchpoint" && kind !== "card") return null;
  return `/w/${encodeURIComponent(slug)}/journeys/${journeyId}?${kind}=${id}`;
}

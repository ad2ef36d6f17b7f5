import { useRoom } from "@/components/room/room-context";

/** Where files become evidence of the map around. */
export function useImportsHref(): string {
  const { workspaceSlug, journeyId } = useRoom();
  return `/w/${encodeURIComponent(workspaceSlug)}/journeys/${journeyId}/imports`;
}

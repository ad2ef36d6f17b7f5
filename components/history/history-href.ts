import { useRoom } from "@/components/room/room-context";

/** Where the history of the map around is, of one touchpoint or of everything. */
export function useHistoryHref(touchpointId?: string): string {
  const { workspaceSlug, journeyId } = useRoom();
  const page = `/w/${encodeURIComponent(workspaceSlug)}/journeys/${journeyId}/history`;
  return touchpointId ? `${page}?touchpoint=${touchpointId}` : page;
}

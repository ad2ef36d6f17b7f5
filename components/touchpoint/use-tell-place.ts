import { useEffect } from "react";
import { useRoom } from "@/components/room/room-context";
import type { EntityId } from "@/lib/journey/ids";

/** Tells the others, while a record is open, that I am in it. */
export function useTellPlace(id: EntityId): void {
  const { client } = useRoom();
  useEffect(() => {
    client?.presence.tell({ at: { kind: "entity", id } });
    return () => client?.presence.tell({ at: null });
  }, [client, id]);
}

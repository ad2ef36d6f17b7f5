"use client";

import { useEffect } from "react";
import { useRoom } from "@/components/room/room-context";
import type { GridStore, Hand } from "./grid/grid-store";

/** Shows the others what I carry, by pointer or by keys, and where it would land. */
export function useTellHand(store: GridStore): void {
  const { client } = useRoom();
  useEffect(() => {
    if (!client) return;
    let told: Hand | null = null;
    const tell = () => {
      const hand = store.getHand();
      if (hand === told) return;
      told = hand;
      client.presence.tell({
        preview: hand && {
          kind: "drag",
          id: hand.subject.id,
          place: hand.place,
        },
      });
    };
    return store.subscribe(tell);
  }, [client, store]);
}

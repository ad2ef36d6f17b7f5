"use client";

import { useCallback } from "react";
import { useCatalogue } from "@/components/map/drawing/catalogue";
import { usePlace } from "./room-context";

/** Who did something, as a message takes it: `known` says whether there is a name. */
export interface Writer {
  readonly known: "yes" | "no";
  readonly name: string;
}

/**
 * What somebody is called who changed this map, by their id or by that of their tab: who is here or was, or whom the
 * workspace knows as a member with a part in its journeys.
 */
export function useWriter(): (who: string | number | null) => Writer {
  const { me, seat } = usePlace();
  const { stakeholders } = useCatalogue();
  return useCallback(
    (who) => {
      const name =
        who === null
          ? null
          : who === me.id
            ? me.name
            : (seat.get()?.presence.nameOf(who) ??
              stakeholders.find(({ userId }) => userId === who)?.name);
      return name ? { known: "yes", name } : { known: "no", name: "" };
    },
    [me, seat, stakeholders],
  );
}

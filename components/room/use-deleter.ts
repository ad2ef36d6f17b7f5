"use client";

import { useCallback } from "react";
import { deleterOf } from "@/lib/journey/lists";
import { usePlace } from "./room-context";
import { useWriter, type Writer } from "./use-writer";

/** Who took a thing off the map, alone or with what it stood in. */
export function useDeleter(): (id: string) => Writer {
  const { seat } = usePlace();
  const writerOf = useWriter();
  return useCallback(
    (id) => {
      const client = seat.get();
      return writerOf(client && deleterOf(client.doc, id));
    },
    [seat, writerOf],
  );
}

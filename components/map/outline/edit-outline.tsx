"use client";

import { useUndoKeys } from "@/components/room/use-undo-keys";
import type { Structure } from "../grid/use-structure";
import { useSeeing, useSeenMap } from "../seeing/seeing-context";
import { Outline } from "./outline";
import { useOutlineWrite } from "./use-outline-write";

/** The list of a map that may be changed. */
export function EditOutline({ structure }: { readonly structure: Structure }) {
  const map = useSeenMap((seen) => seen);
  const write = useOutlineWrite(structure);
  const undoKeys = useUndoKeys();
  const { stage } = useSeeing();
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys bubble up from what is inside
    <div onKeyDown={undoKeys} className="contents">
      <Outline map={map} write={write} choice={stage} />
    </div>
  );
}

"use client";

import type { Structure } from "../grid/use-structure";
import { useSeeing, useSeenMap } from "../seeing/seeing-context";
import { PicturesToOpen } from "../facts/pictures-to-open";
import { Outline } from "./outline";
import { useOpeners } from "./use-openers";
import { useOutlineWrite } from "./use-outline-write";

/** The list of a map that may be changed. */
export function EditOutline({ structure }: { readonly structure: Structure }) {
  const map = useSeenMap((seen) => seen);
  const write = useOutlineWrite(structure);
  const open = useOpeners();
  const { stage } = useSeeing();
  return (
    <PicturesToOpen map={map}>
      <Outline {...{ map, write, open }} choice={stage} />
    </PicturesToOpen>
  );
}

"use client";

import { useMediaQuery } from "@/components/touchpoint/use-media-query";
import { asId } from "@/lib/journey/ids";
import type { CardId, TouchpointId } from "@/lib/journey/ids";
import { useEditorUi } from "./editor-ui";
import type { Anchor } from "./editor-ui";
import type { GridStore } from "./grid/grid-store";
import { useSeeing } from "./seeing/seeing-context";

/** Goes to what people talk about: beside the talk where there is room, and in its place on a phone. */
export function useGoToAnchor(store: GridStore): (anchor: Anchor) => void {
  const { openRecord } = useEditorUi();
  const { stage } = useSeeing();
  const isPhone = useMediaQuery("(max-width: 767px)");
  return ({ kind, id }) => {
    if (id === null) return;
    store.reveal(id);
    if (!isPhone) return;
    if (kind === "touchpoint") openRecord({ kind, id: asId<TouchpointId>(id) });
    else if (kind === "card") openRecord({ kind, id: asId<CardId>(id) });
    else {
      stage.choose(id);
      openRecord(null);
    }
  };
}

"use client";

import { useCallback } from "react";
import { useSeenMap } from "../seeing/seeing-context";
import { useUndoKeys } from "@/components/room/use-undo-keys";
import type { TouchpointId } from "@/lib/journey/ids";
import { useEditorUi } from "../editor-ui";
import { useEmotionPresence } from "../emotion/use-emotion-presence";
import type { Structure } from "../grid/use-structure";
import { useHiddenPersonas } from "../hidden-personas";
import { LazyView, type OtherView } from "./lazy-view";
import { useViewWrite } from "./use-view-write";

interface EditViewProps {
  readonly view: OtherView;
  readonly structure: Structure;
}

/** A live map in another view than the grid. */
export function EditView({ view, structure }: EditViewProps) {
  const map = useSeenMap((whole) => whole);
  const hidden = useHiddenPersonas();
  const { previews, tell } = useEmotionPresence();
  const write = useViewWrite(structure, tell);
  const undoKeys = useUndoKeys();
  const { openRecord } = useEditorUi();
  const openTouchpoint = useCallback(
    (id: TouchpointId) => openRecord({ kind: "touchpoint", id }),
    [openRecord],
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys bubble up from what is inside
    <div
      onKeyDown={undoKeys}
      data-region="map"
      className="flex min-h-0 min-w-0 flex-1"
    >
      <LazyView {...{ view, map, hidden, write, previews, openTouchpoint }} />
    </div>
  );
}

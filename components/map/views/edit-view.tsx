"use client";

import { useCallback } from "react";
import { useSeenMap } from "../seeing/seeing-context";
import type { TouchpointId } from "@/lib/journey/ids";
import { useEditorUi } from "../editor-ui";
import { useEmotionPresence } from "../emotion/use-emotion-presence";
import { PicturesToOpen } from "../facts/pictures-to-open";
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
  const { openRecord } = useEditorUi();
  const openTouchpoint = useCallback(
    (id: TouchpointId) => openRecord({ kind: "touchpoint", id }),
    [openRecord],
  );
  return (
    <div data-region="map" className="flex min-h-0 min-w-0 flex-1">
      <PicturesToOpen map={map}>
        <LazyView {...{ view, map, hidden, write, previews, openTouchpoint }} />
      </PicturesToOpen>
    </div>
  );
}

"use client";

import type { MapView } from "@/lib/views/views";
import type { Structure } from "../grid/use-structure";
import { EditOutline } from "../outline/edit-outline";
import { EditView } from "./edit-view";

export interface EditOtherProps {
  readonly view: Exclude<MapView, "map">;
  readonly structure: Structure;
}

/** A live map in whatever is not the grid. */
export function EditOther({ view, structure }: EditOtherProps) {
  return view === "outline" ? (
    <EditOutline structure={structure} />
  ) : (
    <EditView {...{ view, structure }} />
  );
}

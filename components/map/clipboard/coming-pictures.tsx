"use client";

import { useSyncExternalStore } from "react";
import { RunningUploads } from "@/components/touchpoint/attachments/running-uploads";
import { useGridAccess } from "../grid/grid-context";

/** Files that will stand in this cell, and how far they are. */
export function ComingPictures({ at }: { readonly at: string }) {
  const { coming } = useGridAccess();
  const read = () => coming.at(at);
  const pictures = useSyncExternalStore(coming.subscribe, read, read);
  if (pictures.length === 0) return null;
  return (
    <div data-editor="" className="mt-1.5 rounded-md bg-surface">
      <RunningUploads uploads={pictures} />
    </div>
  );
}

"use client";

import { useSyncExternalStore } from "react";
import { lazyPart } from "@/components/ui/lazy-part";
import { useGridAccess } from "../grid/grid-context";

const RunningUploads = lazyPart(
  async () =>
    (await import("@/components/touchpoint/attachments/running-uploads"))
      .RunningUploads,
  { takesKeys: false },
);

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

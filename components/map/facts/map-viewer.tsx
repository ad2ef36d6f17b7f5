"use client";

import { useMemo } from "react";
import { useAttachments } from "@/components/touchpoint/use-touchpoint";
import { LazyViewer } from "@/components/touchpoint/viewer/lazy-viewer";
import { isViewable } from "@/components/touchpoint/viewer/viewable";
import type { EntityId } from "@/lib/journey/ids";
import { useCatalogue } from "../drawing/catalogue";

interface MapViewerProps {
  readonly on: EntityId;
  readonly first: string;
  readonly onClose: () => void;
}

/** The pictures and PDFs of a card or touchpoint, opened from the map. */
export function MapViewer({ on, first, onClose }: MapViewerProps) {
  const all = useAttachments(on);
  const attachments = useMemo(() => all.filter(isViewable), [all]);
  const { fileUrl } = useCatalogue();
  return <LazyViewer {...{ attachments, first, fileUrl, onClose }} />;
}

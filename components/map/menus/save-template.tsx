"use client";

import { useRoom } from "@/components/room/room-context";
import { SaveTemplateDialog } from "@/components/workspace/templates/save-template-dialog";

/** Keeps the open map as a template. */
export function SaveTemplate({ onClose }: { readonly onClose: () => void }) {
  const { source, journeyId, workspaceSlug } = useRoom();
  const { title } = source.get().meta;
  return (
    <SaveTemplateDialog
      slug={workspaceSlug}
      journey={{ id: journeyId, title }}
      onClose={onClose}
    />
  );
}

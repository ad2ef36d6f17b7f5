"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { ShareLinks } from "./share-links";

interface ShareDialogProps {
  readonly slug: string;
  readonly journeyId: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** The read-only links of a journey. */
export function ShareDialog({
  slug,
  journeyId,
  title,
  onClose,
}: ShareDialogProps) {
  const t = useTranslations("share");
  return (
    <Dialog
      size="lg"
      title={t("dialog.title", { title: title || t("dialog.untitled") })}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      <ShareLinks
        path={`/workspaces/${slug}/journeys/${journeyId}/share-links`}
      />
    </Dialog>
  );
}

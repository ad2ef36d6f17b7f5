"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Pulses } from "@/components/pulses/pulses";
import { Dialog } from "@/components/ui/dialog";
import { ShareLinks } from "./share-links";

interface ShareDialogProps {
  readonly slug: string;
  readonly journeyId: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** What of a journey is handed on: its read-only links, and the pulses that ask about it. */
export function ShareDialog({
  slug,
  journeyId,
  title,
  onClose,
}: ShareDialogProps) {
  const t = useTranslations("share");
  const pulses = useTranslations("pulses");
  const headingId = useId();
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
      <section
        aria-labelledby={headingId}
        className="mt-6 flex flex-col gap-3 border-t border-line pt-5"
      >
        <h3 id={headingId} className="text-md">
          {pulses("heading")}
        </h3>
        <p className="text-ink-2">{pulses("text")}</p>
        <Pulses touchpointId={null} />
      </section>
    </Dialog>
  );
}

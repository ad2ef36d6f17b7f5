"use client";

import { Share2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ShareLinks } from "./share-links";

interface ShareButtonProps {
  slug: string;
  journeyId: string;
  title: string;
}

/** Opens the read-only links of a journey; inside its editor, whose lanes can be chosen. */
export function ShareButton({ slug, journeyId, title }: ShareButtonProps) {
  const t = useTranslations("share");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Share2 aria-hidden="true" />
        {t("button")}
      </Button>
      <Dialog
        size="lg"
        title={t("dialog.title", { title: title || t("dialog.untitled") })}
        isOpen={isOpen}
        onOpenChange={setOpen}
      >
        <ShareLinks
          path={`/workspaces/${slug}/journeys/${journeyId}/share-links`}
        />
      </Dialog>
    </>
  );
}

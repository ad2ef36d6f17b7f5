"use client";

import { Share2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { Button } from "@/components/ui/button";
import { lazyPart } from "@/components/ui/lazy-part";

const ShareDialog = lazyPart(
  async () => (await import("./share-dialog")).ShareDialog,
);

interface ShareButtonProps {
  slug: string;
  journeyId: string;
  title: string;
}

/** Opens the read-only links of a journey; inside its editor, whose lanes can be chosen. */
export function ShareButton({ slug, journeyId, title }: ShareButtonProps) {
  const t = useTranslations("share");
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Share2 aria-hidden="true" />
        <span className="max-sm:sr-only">{t("button")}</span>
      </Button>
      {isOpen ? (
        <ShareDialog {...{ slug, journeyId, title }} onClose={close} />
      ) : null}
    </>
  );
}

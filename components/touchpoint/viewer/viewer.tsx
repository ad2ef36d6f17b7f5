"use client";

import { ChevronLeft, ChevronRight, Download, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { IconButton } from "@/components/ui/icon-button";
import type { Attachment } from "@/lib/journey/journey-map";
import { PdfPages } from "./pdf-pages";
import { isPicture } from "./viewable";

export interface ViewerProps {
  /** Pictures and PDFs, in their order. */
  readonly attachments: readonly Attachment[];
  /** The one that is seen first. */
  readonly first: string;
  readonly fileUrl: (fileId: string, size?: "thumb") => string;
  readonly onClose: () => void;
}

/** Pictures and PDFs over the whole page; the arrows go from one to the next, Esc goes back to where it was opened. */
export function Viewer({ attachments, first, fileUrl, onClose }: ViewerProps) {
  const t = useTranslations("lanes.viewer");
  const [shown, setShown] = useState(first);
  const at = Math.max(
    0,
    attachments.findIndex(({ id }) => id === shown),
  );
  const attachment = attachments[at];
  const go = (step: 1 | -1) => {
    const next = attachments[at + step];
    if (next) setShown(next.id);
  };
  useArrows(go);
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => isOpen || onClose()}
      className="fixed inset-0 z-50 bg-scrim data-entering:animate-fade-in"
    >
      <Modal className="size-full">
        <Dialog className="flex size-full flex-col bg-sunken outline-none">
          <header className="flex min-h-12 items-center gap-1 border-b border-line bg-surface py-1 pr-2 pl-4">
            <Heading
              slot="title"
              className="min-w-0 flex-1 truncate text-sm font-semibold"
            >
              {attachment?.name ?? t("gone")}
            </Heading>
            <p
              role="status"
              className="shrink-0 px-2 text-xs text-ink-2 tabular-nums"
            >
              {attachment
                ? t("place", { at: at + 1, of: attachments.length })
                : null}
            </p>
            <IconButton
              label={t("previous")}
              keys="←"
              isDisabled={at === 0}
              onPress={() => go(-1)}
            >
              <ChevronLeft aria-hidden="true" />
            </IconButton>
            <IconButton
              label={t("next")}
              keys="→"
              isDisabled={at >= attachments.length - 1}
              onPress={() => go(1)}
            >
              <ChevronRight aria-hidden="true" />
            </IconButton>
            {attachment?.fileId ? (
              <a
                href={fileUrl(attachment.fileId)}
                download={attachment.name}
                aria-label={t("download", { name: attachment.name })}
                title={t("download", { name: attachment.name })}
                className="inline-flex size-8 items-center justify-center rounded-md text-ink-2 hover:bg-hover hover:text-ink pointer-coarse:size-11 [&_svg]:size-4"
              >
                <Download aria-hidden="true" />
              </a>
            ) : null}
            <IconButton label={t("close")} keys="Esc" onPress={onClose}>
              <X aria-hidden="true" />
            </IconButton>
          </header>
          {attachment?.fileId ? (
            <Content
              key={attachment.id}
              attachment={attachment}
              url={fileUrl(attachment.fileId)}
            />
          ) : (
            <p className="p-6 text-center text-sm text-ink-2">{t("gone")}</p>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Wherever the focus is while the viewer is open, which holds it. */
function useArrows(go: (step: 1 | -1) => void): void {
  const take = useEffectEvent((event: KeyboardEvent) => {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey) return;
    if (key === "ArrowLeft") go(-1);
    if (key === "ArrowRight") go(1);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => take(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

interface ContentProps {
  readonly attachment: Attachment;
  readonly url: string;
}

function Content({ attachment, url }: ContentProps) {
  const t = useTranslations("lanes.viewer");
  const [hasFailed, setFailed] = useState(false);
  if (hasFailed)
    return (
      <p role="alert" className="p-6 text-center text-sm text-ink-2">
        {t("failed")}
      </p>
    );
  const onFail = () => setFailed(true);
  return isPicture(attachment) ? (
    <div className="flex min-h-0 flex-1 items-center justify-center p-4">
      <img
        src={url}
        alt={attachment.name}
        draggable={false}
        onError={onFail}
        className="max-h-full max-w-full rounded-sm border border-line bg-surface object-contain shadow-float"
      />
    </div>
  ) : (
    <PdfPages url={url} name={attachment.name} onFail={onFail} />
  );
}

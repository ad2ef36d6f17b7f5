"use client";

import { Link2, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type DragEvent } from "react";
import { FileTrigger } from "react-aria-components";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import type { EntityId } from "@/lib/journey/ids";
import { useCatalogue } from "@/components/map/drawing/catalogue";
import { Section } from "../section";
import { useAttachments } from "../use-touchpoint";
import { LazyViewer } from "../viewer/lazy-viewer";
import { isViewable } from "../viewer/viewable";
import { AttachmentRows } from "./attachment-rows";
import { LinkForm } from "./link-form";
import { RunningUploads } from "./running-uploads";
import type { Uploads } from "./use-uploads";

/** What the server takes; it looks at the bytes itself. */
const ACCEPTED = ["image/*", "application/pdf"];

interface AttachmentsSectionProps {
  readonly on: EntityId;
  readonly uploads: Uploads;
  readonly canWrite: boolean;
}

/** Examples: pictures, documents and links, by choosing, dropping or pasting. */
export function AttachmentsSection({
  on,
  uploads,
  canWrite,
}: AttachmentsSectionProps) {
  const t = useTranslations("touchpoint.attachments");
  const attachments = useAttachments(on);
  const [isLinking, setLinking] = useState(false);
  const [viewed, setViewed] = useState<string | null>(null);
  const { fileUrl } = useCatalogue();
  const [isOver, setOver] = useState(false);
  const handlers = canWrite ? dropHandlers(setOver, uploads.add) : {};
  return (
    <Section
      name="attachments"
      title={t("title")}
      isOpenAtFirst
      summary={
        attachments.length > 0
          ? t("count", { count: attachments.length })
          : undefined
      }
    >
      <div
        {...handlers}
        className={cx(
          "-m-1 flex flex-col gap-2 rounded-md p-1",
          isOver && "bg-accent-tint ring-1 ring-accent",
        )}
      >
        {attachments.length > 0 ? (
          <AttachmentRows
            {...{ attachments, canWrite }}
            onView={({ id }) => setViewed(id)}
          />
        ) : null}
        <RunningUploads uploads={uploads.running} />
        {isLinking ? (
          <LinkForm on={on} onDone={() => setLinking(false)} />
        ) : null}
        {canWrite && !isLinking ? (
          <div className="flex flex-wrap items-center gap-1">
            <FileTrigger
              allowsMultiple
              acceptedFileTypes={ACCEPTED}
              onSelect={(files) => files && uploads.add(files)}
            >
              <Button size="sm" variant="quiet">
                <Upload aria-hidden="true" />
                {t("upload")}
              </Button>
            </FileTrigger>
            <Button size="sm" variant="quiet" onPress={() => setLinking(true)}>
              <Link2 aria-hidden="true" />
              {t("addLink")}
            </Button>
            <span className="text-xs text-ink-3 pointer-coarse:hidden">
              {t("dropHint")}
            </span>
          </div>
        ) : null}
      </div>
      {viewed ? (
        <LazyViewer
          attachments={attachments.filter(isViewable)}
          first={viewed}
          fileUrl={fileUrl}
          onClose={() => setViewed(null)}
        />
      ) : null}
    </Section>
  );
}

function dropHandlers(setOver: (isOver: boolean) => void, add: Uploads["add"]) {
  const holdsFiles = ({ dataTransfer }: DragEvent) =>
    dataTransfer.types.includes("Files");
  return {
    onDragOver: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      add(event.dataTransfer.files);
    },
  };
}

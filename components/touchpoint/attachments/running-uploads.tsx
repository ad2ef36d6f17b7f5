"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Progress } from "@/components/ui/progress";
import type { RunningUpload } from "./use-uploads";

/** Files on their way, each of which can be called back. */
export function RunningUploads({
  uploads,
}: {
  readonly uploads: readonly RunningUpload[];
}) {
  const t = useTranslations("touchpoint.attachments");
  if (uploads.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1.5">
      {uploads.map(({ key, name, share, cancel }) => (
        <li
          key={key}
          className="flex items-center gap-2 rounded-md border border-line px-2.5 py-1.5"
        >
          <div className="min-w-0 flex-1">
            <Progress label={name} value={share} />
          </div>
          <IconButton size="sm" label={t("cancel", { name })} onPress={cancel}>
            <X aria-hidden="true" />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

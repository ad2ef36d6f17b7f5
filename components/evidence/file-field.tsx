"use client";

import { Upload, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { FileTrigger } from "react-aria-components";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { upload } from "@/components/workspace/api-client";
import { ProblemBanner } from "@/components/workspace/problem-banner";
import { useAction } from "@/components/workspace/use-action";
import type { FileInfo } from "@/lib/api/files";
import type { EvidencePartProps, EvidencePlace } from "./types";

type FileFieldProps = Pick<EvidencePlace, "slug" | "about"> & EvidencePartProps;

/** The report itself, or a picture of it. */
export function FileField({ slug, about, draft, set }: FileFieldProps) {
  const t = useTranslations("evidence");
  const { isPending, problem, run } = useAction();
  const base = `/workspaces/${encodeURIComponent(slug)}`;
  const place =
    about.kind === "touchpoint" ? `/journeys/${about.journeyId}` : "";
  const send = async (file: File) => {
    const answer = await run(() =>
      upload<FileInfo>(`${base}${place}/files`, file),
    );
    if (answer.ok)
      set({ fileId: answer.data.fileId, fileName: answer.data.name });
  };
  return (
    <div className="flex flex-col gap-2">
      <ProblemBanner problem={problem} />
      {draft.fileId ? (
        <p className="flex items-center gap-1 text-sm">
          <span className="min-w-0 truncate">{draft.fileName}</span>
          <IconButton
            size="sm"
            label={t("removeFile")}
            onPress={() => set({ fileId: null, fileName: "" })}
          >
            <X aria-hidden="true" />
          </IconButton>
        </p>
      ) : (
        <FileTrigger
          acceptedFileTypes={["image/*", "application/pdf"]}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) void send(file);
          }}
        >
          <Button size="sm" isPending={isPending} className="self-start">
            <Upload aria-hidden="true" />
            {t("field.file")}
          </Button>
        </FileTrigger>
      )}
    </div>
  );
}

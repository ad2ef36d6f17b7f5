"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useRoom } from "@/components/room/room-context";
import { showToast } from "@/components/ui/toast";
import { useProblemText } from "@/components/workspace/use-problem-text";
import { FILE_LIMITS_MB } from "@/lib/api/file-limits";
import type { FileInfo } from "@/lib/api/files";
import { addAttachment } from "@/lib/journey/attachments";
import type { CommandContext, CommandResult } from "@/lib/journey/command";
import { asId, type EntityId } from "@/lib/journey/ids";
import { uploadFile } from "./upload-file";

/** Refusals that mean: no such files here. */
const NOT_TAKEN: readonly string[] = ["wrong_type", "too_large"];

interface Sending {
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a file of this map to the server; null where it was called back or, said in a toast, refused. */
export function useFileSender(): (
  file: File,
  sending: Sending,
) => Promise<FileInfo | null> {
  const t = useTranslations("touchpoint.attachments");
  const { workspaceSlug, journeyId } = useRoom();
  const problemText = useProblemText();
  return useCallback(
    async (file, sending) => {
      const answer = await uploadFile<FileInfo>({
        path: `/workspaces/${encodeURIComponent(workspaceSlug)}/journeys/${journeyId}/files`,
        file,
        ...sending,
      });
      if (sending.signal.aborted) return null;
      if (answer.ok) return answer.data;
      const reason = NOT_TAKEN.includes(answer.problem.code)
        ? t("taken", FILE_LIMITS_MB)
        : problemText(answer.problem);
      showToast({
        text: t("failed", { name: file.name, reason }),
        tone: "danger",
      });
      return null;
    },
    [journeyId, workspaceSlug, problemText, t],
  );
}

/** Hangs a file that the server holds on something of the map. */
export function attachFile(
  ctx: CommandContext,
  on: EntityId,
  file: FileInfo,
): CommandResult {
  const { fileId, name, mime, bytes, sha256 } = file;
  return addAttachment(ctx, {
    on,
    kind: "file",
    fileId: asId(fileId),
    name,
    mime,
    bytes,
    sha256,
  });
}

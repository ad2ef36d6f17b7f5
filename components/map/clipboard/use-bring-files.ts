"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useRoom } from "@/components/room/room-context";
import { showToast } from "@/components/ui/toast";
import { upload } from "@/components/workspace/api-client";
import type { FileInfo } from "@/lib/api/files";
import type { CopiedAttachment, CopiedBlock } from "@/lib/formats/copied-cells";
import { isId } from "@/lib/journey/ids";
import { filesOf, withFiles } from "./brought-files";

/** How somebody who waits is told of each file: shown until the returned function is called. */
export type ShowComing = (name: string, cancel: () => void) => () => void;

/**
 * Copies the files of a block from the map where they were copied to this one, because each map has files of its own:
 * what was pasted stays when the other map goes. Both are done with the rights of whoever pastes. Null where
 * nothing need be brought. Who gives a signal may give up, and is told nothing then.
 */
export function useBringFiles(): (
  block: CopiedBlock,
  show: ShowComing,
  signal?: AbortSignal,
) => Promise<CopiedBlock> | null {
  const t = useTranslations("map.paste");
  const { workspaceSlug, journeyId } = useRoom();
  return useCallback(
    (block, show, signal) => {
      const wanted = block.journey === journeyId ? [] : filesOf(block);
      if (wanted.length === 0) return null;
      const to = `/workspaces/${encodeURIComponent(workspaceSlug)}/journeys/${journeyId}/files`;
      return bring(wanted, { from: block.workspace, to, show, signal }).then(
        (files) => {
          const count = wanted.length - files.size;
          if (count > 0 && !signal?.aborted)
            showToast({ text: t("stayBehind", { count }), tone: "danger" });
          return withFiles(block, files);
        },
      );
    },
    [workspaceSlug, journeyId, t],
  );
}

interface Way {
  readonly from: string;
  readonly to: string;
  readonly show: ShowComing;
  readonly signal: AbortSignal | undefined;
}

/** One after the other; what was called back or cannot be had is not among them. */
async function bring(
  wanted: readonly CopiedAttachment[],
  { from, to, show, signal: given }: Way,
): Promise<Map<string, FileInfo>> {
  const files = new Map<string, FileInfo>();
  const abort = new AbortController();
  const { signal } = abort;
  given?.addEventListener("abort", () => abort.abort());
  for (const attachment of wanted) {
    if (signal.aborted) break;
    const end = show(attachment.name, () => abort.abort());
    const file = await fetchFile(attachment, { from, signal });
    const sent = file && (await upload<FileInfo>(to, file, signal));
    end();
    if (sent?.ok && attachment.fileId) files.set(attachment.fileId, sent.data);
  }
  return files;
}

async function fetchFile(
  { fileId, name, mime }: CopiedAttachment,
  { from, signal }: { readonly from: string; readonly signal: AbortSignal },
): Promise<File | null> {
  // The block comes from outside and may say anything.
  if (!isId(fileId)) return null;
  try {
    const answer = await fetch(
      `/api/v1/workspaces/${encodeURIComponent(from)}/files/${fileId}`,
      { signal },
    );
    if (!answer.ok) return null;
    return new File([await answer.blob()], name, { type: mime ?? "" });
  } catch {
    return null;
  }
}

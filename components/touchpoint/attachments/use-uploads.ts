"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { useRoom } from "@/components/room/room-context";
import { useCommands } from "@/components/room/use-commands";
import { showToast } from "@/components/ui/toast";
import { useProblemText } from "@/components/workspace/use-problem-text";
import type { FileInfo } from "@/lib/api/files";
import { addAttachment } from "@/lib/journey/attachments";
import { asId, type EntityId } from "@/lib/journey/ids";
import { uploadFile } from "./upload-file";

export interface RunningUpload {
  readonly key: number;
  readonly name: string;
  /** 0 to 1. */
  readonly share: number;
  readonly cancel: () => void;
}

export interface Uploads {
  readonly running: readonly RunningUpload[];
  readonly add: (files: Iterable<File>) => void;
}

let lastKey = 0;

/** Sends files to the server and hangs each on an entity of the map once it is there. */
export function useUploads(on: EntityId): Uploads {
  const t = useTranslations("touchpoint.attachments");
  const { workspaceSlug, journeyId } = useRoom();
  const { run } = useCommands();
  const problemText = useProblemText();
  const [running, setRunning] = useState<readonly RunningUpload[]>([]);
  // A file may arrive when the panel shows something else already; it still belongs to what it was given to.
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  }, [run]);

  const send = useCallback(
    async (file: File) => {
      const key = (lastKey += 1);
      const abort = new AbortController();
      const entry = {
        key,
        name: file.name,
        share: 0,
        cancel: () => abort.abort(),
      };
      setRunning((before) => [...before, entry]);
      const answer = await uploadFile<FileInfo>({
        path: `/workspaces/${encodeURIComponent(workspaceSlug)}/journeys/${journeyId}/files`,
        file,
        signal: abort.signal,
        onProgress: (share) =>
          setRunning((before) =>
            before.map((one) => (one.key === key ? { ...one, share } : one)),
          ),
      });
      setRunning((before) => before.filter((one) => one.key !== key));
      if (abort.signal.aborted) return;
      if (!answer.ok) {
        const reason = problemText(answer.problem);
        showToast({
          text: t("failed", { name: file.name, reason }),
          tone: "danger",
        });
        return;
      }
      const { fileId, name, mime, bytes, sha256 } = answer.data;
      latest.current((ctx) =>
        addAttachment(ctx, {
          on,
          kind: "file",
          fileId: asId(fileId),
          name,
          mime,
          bytes,
          sha256,
        }),
      );
    },
    [journeyId, workspaceSlug, on, problemText, t],
  );

  const add = useCallback(
    (files: Iterable<File>) => {
      for (const file of files) void send(file);
    },
    [send],
  );
  return { running, add };
}

"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useCommands } from "@/components/room/use-commands";
import type { EntityId } from "@/lib/journey/ids";
import { attachFile, useFileSender } from "./use-file-sender";

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
  const { run } = useCommands();
  const sendFile = useFileSender();
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
      const sent = await sendFile(file, {
        signal: abort.signal,
        onProgress: (share) =>
          setRunning((before) =>
            before.map((one) => (one.key === key ? { ...one, share } : one)),
          ),
      });
      setRunning((before) => before.filter((one) => one.key !== key));
      if (sent) latest.current((ctx) => attachFile(ctx, on, sent));
    },
    [on, sendFile],
  );

  const add = useCallback(
    (files: Iterable<File>) => {
      for (const file of files) void send(file);
    },
    [send],
  );
  return { running, add };
}

"use client";

import { useEffect, useState } from "react";
import type { ShareLinkList } from "@/lib/api/share-links";
import { api } from "../api-client";

/** The links of a journey, read when asked for and again after a change. */
export function useShareLinks(path: string) {
  const [list, setList] = useState<ShareLinkList | "failed" | null>(null);
  const [reading, setReading] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    void api<ShareLinkList>(path, { signal: leaving.signal }).then((result) => {
      if (!leaving.signal.aborted) setList(result.ok ? result.data : "failed");
    });
    return () => leaving.abort();
  }, [path, reading]);
  const read = () => setReading((count) => count + 1);
  return { list, read };
}

"use client";

import { useCallback, useEffect, useState } from "react";
import type { Gallery, GalleryTemplate } from "@/lib/api/templates";
import { api } from "../api-client";
import type { Problem } from "../api-client";

interface Loaded {
  readonly templates: readonly GalleryTemplate[] | null;
  readonly problem: Problem | null;
  readonly reload: () => void;
}

/** What a journey can begin with, in one language; asked for when somebody wants to begin. */
export function useGallery(slug: string, locale: string): Loaded {
  const [templates, setTemplates] = useState<Loaded["templates"]>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    const path = `/workspaces/${slug}/templates?locale=${locale}`;
    void api<Gallery>(path, { signal: abort.signal }).then((result) => {
      if (abort.signal.aborted) return;
      setProblem(result.ok ? null : result.problem);
      if (result.ok) setTemplates(result.data.templates);
    });
    return () => abort.abort();
  }, [slug, locale, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { templates, problem, reload };
}

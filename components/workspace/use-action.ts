"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { showToast } from "@/components/ui/toast";
import type { ApiResult, Problem } from "./api-client";
import { useProblemText } from "./use-problem-text";

/** One request of a form: whether it runs, and what it was turned down with. */
export function useAction() {
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const run = useCallback(
    async <Data>(
      request: () => Promise<ApiResult<Data>>,
    ): Promise<ApiResult<Data>> => {
      setPending(true);
      setProblem(null);
      const result = await request();
      setPending(false);
      if (!result.ok) setProblem(result.problem);
      return result;
    },
    [],
  );
  const reset = useCallback(() => setProblem(null), []);
  return { isPending, problem, run, reset };
}

interface Undo {
  label: string;
  request: () => Promise<ApiResult<unknown>>;
}

interface QuickAction<Data> {
  request: () => Promise<ApiResult<Data>>;
  /** What the toast says once it is done. */
  done?: string;
  /** How it is taken back; a function where that depends on what came of it. */
  undo?: Undo | ((made: Data) => Undo);
}

/** For buttons and menu items: does it, refreshes the page, says so, and says why not. */
export function useQuickAction() {
  const router = useRouter();
  const problemText = useProblemText();

  return useCallback(
    async function act<Data>({
      request,
      done,
      undo,
    }: QuickAction<Data>): Promise<boolean> {
      const result = await request();
      if (!result.ok) {
        showToast({ text: problemText(result.problem), tone: "danger" });
        return false;
      }
      router.refresh();
      const back = typeof undo === "function" ? undo(result.data) : undo;
      const action = back && {
        label: back.label,
        run: () => void act({ request: back.request }),
      };
      if (done) showToast({ text: done, tone: "success", action });
      return true;
    },
    [router, problemText],
  );
}

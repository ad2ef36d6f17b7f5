import { useCallback } from "react";
import { showToast } from "@/components/ui/toast";
import type { ApiResult } from "@/components/workspace/api-client";
import { useProblemText } from "@/components/workspace/use-problem-text";

/** Makes a row of the workspace and says why where that was refused; null then. */
export function useCreateRow() {
  const problemText = useProblemText();
  return useCallback(
    async <Row>(
      request: () => Promise<ApiResult<Row>>,
    ): Promise<Row | null> => {
      const made = await request();
      if (made.ok) return made.data;
      showToast({ text: problemText(made.problem), tone: "danger" });
      return null;
    },
    [problemText],
  );
}

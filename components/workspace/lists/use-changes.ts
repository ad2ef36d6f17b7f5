"use client";

import { useCallback, useState } from "react";
import { showToast } from "@/components/ui/toast";
import type { ApiResult } from "../api-client";
import { useProblemText } from "../use-problem-text";
import type { Pending } from "./pending";

interface Change<Row> {
  readonly key: string;
  readonly patch: Partial<Row>;
  readonly request: () => Promise<ApiResult<{ seq: number }>>;
}

/** Shows a change at once, sends it, and takes it back with a word why where it was refused. */
export function useChanges<Row>(onFailed: () => void) {
  const problemText = useProblemText();
  const [pending, setPending] = useState<readonly Pending<Row>[]>([]);

  const change = useCallback(
    async ({ key, patch, request }: Change<Row>): Promise<boolean> => {
      const mine: Pending<Row> = { key, patch, seq: null };
      setPending((all) => [...all, mine]);
      const result = await request();
      setPending((all) =>
        result.ok
          ? all.map((each) =>
              each === mine ? { ...each, seq: result.data.seq } : each,
            )
          : all.filter((each) => each !== mine),
      );
      if (result.ok) return true;
      showToast({ text: problemText(result.problem), tone: "danger" });
      onFailed();
      return false;
    },
    [problemText, onFailed],
  );
  return { pending, change };
}

"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { showToast } from "@/components/ui/toast";
import { api } from "../api-client";
import { useProblemText } from "../use-problem-text";

interface Sending {
  readonly path: string;
  readonly body: object;
}

const linkIsDead = 401;

/** Changes something that is theirs and reads the page again: of a link that has ended it then says so. */
export function useAsPerson(secret: string) {
  const router = useRouter();
  const problemText = useProblemText();
  return useCallback(
    async ({ path, body }: Sending): Promise<boolean> => {
      const result = await api(path, { method: "PUT", body, secret });
      if (!result.ok && result.problem.status !== linkIsDead)
        showToast({ text: problemText(result.problem), tone: "danger" });
      router.refresh();
      return result.ok;
    },
    [router, problemText, secret],
  );
}

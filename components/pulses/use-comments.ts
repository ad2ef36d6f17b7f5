"use client";

import { useState } from "react";
import { showToast } from "@/components/ui/toast";
import { api, type Problem } from "@/components/workspace/api-client";
import { useProblemText } from "@/components/workspace/use-problem-text";
import type { PulseComments } from "@/lib/api/pulses";

/** What was written about one touchpoint, as far as it was read. */
export type Said = PulseComments["touchpoints"][number];

interface Comments {
  /** Null until somebody asks for it. */
  readonly said: readonly Said[] | null;
  readonly read: () => Promise<void>;
  /** Reads on about one touchpoint. Resolves false where the server could not be asked. */
  readonly more: (of: Said) => Promise<boolean>;
  readonly remove: (id: string) => Promise<void>;
}

/**
 * What respondents wrote to a pulse, a page of each touchpoint at a time.
 *
 * @param path - of the pulse in the API.
 */
export function useComments(path: string): Comments {
  const problemText = useProblemText();
  const [said, setSaid] = useState<readonly Said[] | null>(null);
  const fail = (problem: Problem) => {
    showToast({ text: problemText(problem), tone: "danger" });
  };
  return {
    said,
    async read() {
      const answer = await api<PulseComments>(`${path}/comments`);
      if (answer.ok) setSaid(answer.data.touchpoints);
      else fail(answer.problem);
    },
    async more({ touchpointId, nextCursor }) {
      const answer = await api<PulseComments>(
        `${path}/comments?touchpoint=${touchpointId}&cursor=${nextCursor}`,
      );
      if (!answer.ok) return false;
      const [page] = answer.data.touchpoints;
      setSaid(
        (before) =>
          before?.map((one) =>
            one.touchpointId === touchpointId
              ? {
                  ...one,
                  comments: [...one.comments, ...(page?.comments ?? [])],
                  nextCursor: page?.nextCursor ?? null,
                }
              : one,
          ) ?? null,
      );
      return true;
    },
    async remove(id) {
      const answer = await api(`${path}/comments/${id}`, { method: "DELETE" });
      // One that somebody else deleted meanwhile is gone as well.
      if (!answer.ok && answer.problem.status !== 404)
        return fail(answer.problem);
      setSaid(
        (before) =>
          before?.map((one) => ({
            ...one,
            comments: one.comments.filter((comment) => comment.id !== id),
          })) ?? null,
      );
    },
  };
}

"use client";

import { useCallback, useEffect, useState } from "react";
import { useRoom } from "@/components/room/room-context";
import { api } from "@/components/workspace/api-client";
import type { Problem } from "@/components/workspace/api-client";
import type {
  Evaluation,
  EvaluationAnswer,
  EvaluationChange,
} from "@/lib/api/evaluation";

interface Loaded {
  readonly answers: readonly EvaluationAnswer[] | null;
  readonly problem: Problem | null;
  /** True once it is stored; a problem otherwise. */
  readonly say: (change: EvaluationChange) => Promise<Problem | null>;
}

/** What the team said about this map; asked for again when a colleague says something. */
export function useEvaluation(): Loaded {
  const { client, journeyId, workspaceSlug } = useRoom();
  const [answers, setAnswers] = useState<Loaded["answers"]>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const path = `/workspaces/${workspaceSlug}/journeys/${journeyId}/evaluation`;

  const load = useCallback(async () => {
    const read = await api<Evaluation>(path);
    setProblem(read.ok ? null : read.problem);
    if (read.ok) setAnswers(read.data.answers);
  }, [path]);
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- what the server says arrives later
    void load();
    return client?.onEvent((event) => {
      if (event.noun === "journey" && event.id === journeyId) void load();
    });
  }, [client, journeyId, load]);

  const say = useCallback(
    async (change: EvaluationChange) => {
      const done = await api<Evaluation>(path, { method: "PUT", body: change });
      if (done.ok) setAnswers(done.data.answers);
      else void load();
      return done.ok ? null : done.problem;
    },
    [path, load],
  );
  return { answers, problem, say };
}

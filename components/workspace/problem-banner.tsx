"use client";

import { Banner } from "@/components/ui/banner";
import type { Problem } from "./api-client";
import { useProblemText } from "./use-problem-text";

/** Why a form was turned down; nothing while there is no reason. */
export function ProblemBanner({ problem }: { problem: Problem | null }) {
  const problemText = useProblemText();
  return problem ? <Banner tone="danger">{problemText(problem)}</Banner> : null;
}

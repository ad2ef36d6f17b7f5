"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "@/components/workspace/api-client";
import type { PulseList } from "@/lib/api/pulses";

/**
 * The pulses of a journey, read when asked for and again after a change.
 *
 * @param edition - another one says that somebody has answered.
 */
export function usePulses(path: string, edition: unknown) {
  const [list, setList] = useState<PulseList | "failed" | null>(null);
  const asked = useRef(0);
  const read = useCallback(async () => {
    const mine = (asked.current += 1);
    const answer = await api<PulseList>(path);
    // What was asked before an answer came is not put over what was asked after it.
    if (mine === asked.current) setList(answer.ok ? answer.data : "failed");
  }, [path]);
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- set when the answer comes, not while this is drawn
    void read();
  }, [read, edition]);
  return { list, read };
}

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
  const [list, setList] = useState<PulseList | null>(null);
  const [isFailed, setFailed] = useState(false);
  const asked = useRef(0);
  const read = useCallback(async () => {
    const mine = (asked.current += 1);
    const answer = await api<PulseList>(path);
    // What was asked before an answer came is not put over what was asked after it.
    if (mine !== asked.current) return;
    setFailed(!answer.ok);
    // What is known stays, and with it what somebody is writing below.
    if (answer.ok) setList(answer.data);
  }, [path]);
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- set when the answer comes, not while this is drawn
    void read();
  }, [read, edition]);
  return { list, isFailed, read };
}

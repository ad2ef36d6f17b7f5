"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { AskedPulse } from "@/lib/api/pulses";
import type { FormProblem } from "@/lib/pulse/steps";
import type { Face } from "@/lib/pulse/terms";
import { api, type Problem } from "../api-client";

/** What somebody is about to answer; it stays on the page until it is stored. */
export interface Draft {
  readonly face: Face | null;
  readonly comment: string;
}

/** Why an answer is not stored yet, as the page says it. */
export type Trouble = FormProblem | "offline" | "dead" | "missing" | "other";

const emptyDraft: Draft = { face: null, comment: "" };

function troubleOf({ code, status }: Problem): Trouble {
  if (code === "no_connection") return "offline";
  if (status === 401) return "dead";
  // A question that has left the map is one that is not asked any more.
  if (status === 410 || status === 404) return "gone";
  if (status === 429) return "rate_limited";
  return status === 422 || status === 409 ? "invalid" : "other";
}

interface Answering {
  readonly token: string;
  readonly asked: AskedPulse;
  /** One for each question: an answer that is sent again under its key is the same answer. */
  readonly keys: readonly string[];
  readonly startAt: number;
  readonly startTrouble: Trouble | null;
}

/** Goes through the questions of a pulse and stores what is said; what could not be stored is kept and sent later. */
export function useAnswering(start: Answering) {
  const { token, startAt, startTrouble } = start;
  // A page that is drawn anew, in another language, still holds the same answers.
  const [keys] = useState(start.keys);
  const [questions] = useState(start.asked.questions);
  const [at, setAt] = useState(Math.min(startAt, questions.length));
  const [drafts, setDrafts] = useState<ReadonlyMap<number, Draft>>(new Map());
  const [trouble, setTrouble] = useState<Trouble | null>(startTrouble);
  const [isPending, setPending] = useState(false);
  const [answered, setAnswered] = useState<ReadonlySet<number>>(new Set());
  const isSending = useRef(false);
  const draft = drafts.get(at) ?? emptyDraft;

  const goTo = (next: number) => {
    setTrouble(null);
    setAt(next);
  };
  const change = (part: Partial<Draft>) => {
    setDrafts((before) => {
      const known = before.get(at) ?? emptyDraft;
      return new Map(before).set(at, { ...known, ...part });
    });
    if (trouble === "missing") setTrouble(null);
  };

  const send = useCallback(async () => {
    const question = questions[at];
    if (!question || isSending.current) return;
    if (draft.face === null) return setTrouble("missing");
    isSending.current = true;
    setPending(true);
    setTrouble(null);
    const { touchpointId } = question;
    const result = await api("/pulse/answers", {
      method: "PUT",
      secret: token,
      body: { touchpointId, key: keys[at], ...draft },
    });
    isSending.current = false;
    setPending(false);
    if (!result.ok) return setTrouble(troubleOf(result.problem));
    setAnswered((before) => new Set(before).add(at));
    setAt(at + 1);
  }, [at, draft, keys, questions, token]);

  useEffect(() => {
    if (trouble !== "offline") return;
    const again = () => void send();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [trouble, send]);

  return {
    at,
    questions,
    draft,
    key: keys[at] ?? "",
    trouble,
    isPending,
    change,
    send,
    goTo,
    /** Whether it was answered on this very page, so that it can be answered anew under its key. */
    isAnswered: (which: number) => answered.has(which),
    complain: () => setTrouble("missing"),
  };
}

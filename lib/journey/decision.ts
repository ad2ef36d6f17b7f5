import type { Decision } from "./journey-map";
import type { DecisionStatus } from "./vocabulary";

/** What was decided and why, whoever it was. */
export type Verdict = Pick<Decision, "status" | "reason">;

/** Those that end the talk about a pain: they are nothing without a reason. */
const CLOSING: readonly DecisionStatus[] = ["solved", "wont-change"];

/**
 * Whether a decision still owes its reason.
 *
 * @see R76: a pain is never closed as "just how it is" without one.
 */
export function lacksReason(decision: Verdict): boolean {
  return CLOSING.includes(decision.status) && decision.reason.trim() === "";
}

/** Whether a decision may be written as it stands: "stays as it is" needs its reason first. */
export function mayDecide(decision: Verdict): boolean {
  return decision.status !== "wont-change" || decision.reason.trim() !== "";
}

/** Whether somebody has decided about a pain: what is open, or owes its reason, is not decided. */
export function isDecided(decision: Verdict | null): boolean {
  return (
    decision !== null && decision.status !== "open" && !lacksReason(decision)
  );
}

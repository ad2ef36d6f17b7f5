import type { EditTarget } from "../grid/grid-state";

/** Words that were begun before the field was there in which they go on. */
export interface Draft {
  /** What stood there when writing began. */
  readonly since: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const drafts = new WeakMap<EditTarget, Draft>();

/** Lays words down for the field that opens next on this target. */
export const leaveDraft = (target: EditTarget, draft: Draft): void =>
  void drafts.set(target, draft);

/** Takes them up, once. */
export function takeDraft(target: EditTarget): Draft | null {
  const draft = drafts.get(target) ?? null;
  drafts.delete(target);
  return draft;
}

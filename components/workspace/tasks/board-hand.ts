import type { TaskStatus } from "@/lib/api/tasks";
import { TASK_STATUSES } from "./task-view";

/** The task that is held over the board, and the column in which it would be put down. */
export interface BoardHand {
  readonly key: string;
  readonly over: TaskStatus;
  readonly by: "pointer" | "keys";
}

/** What a key does with a task that is held; null: nothing of ours. */
export function handAfter(
  hand: BoardHand,
  key: string,
): BoardHand | "drop" | "leave" | null {
  const at = TASK_STATUSES.indexOf(hand.over);
  const to = (index: number): BoardHand => ({
    ...hand,
    over: TASK_STATUSES[index] ?? hand.over,
  });
  switch (key) {
    case "ArrowLeft":
      return to(at - 1);
    case "ArrowRight":
      return to(at + 1);
    case "Home":
      return to(0);
    case "End":
      return to(TASK_STATUSES.length - 1);
    case "Enter":
    case " ":
      return "drop";
    case "Escape":
      return "leave";
    default:
      return null;
  }
}

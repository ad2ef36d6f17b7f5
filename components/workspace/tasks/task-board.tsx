"use client";

import { announce } from "@atlaskit/pragmatic-drag-and-drop-live-region";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import type { TaskCounts, TaskStatus, WorkspaceTask } from "@/lib/api/tasks";
import { BoardCard } from "./board-card";
import { handAfter, type BoardHand } from "./board-hand";
import type { Assignee } from "./task-fields";
import { TASK_STATUSES } from "./task-view";
import { useBoardScroll, useDropColumn } from "./use-board-drag";
import { byDue, taskKey, type ChangeTask } from "./use-tasks";

interface TaskBoardProps {
  readonly slug: string;
  readonly tasks: readonly WorkspaceTask[];
  readonly counts: TaskCounts;
  readonly people: readonly Assignee[];
  readonly today: string;
  /** Absent where tasks may only be looked at. */
  readonly change?: ChangeTask;
  /** What stands at the end of a column. */
  readonly foot: (status: TaskStatus) => ReactNode;
}

/** Tasks in a column for each status. */
export function TaskBoard(props: TaskBoardProps) {
  const { slug, tasks, counts, people, today, change, foot } = props;
  const t = useTranslations("tasks");
  const board = useRef<HTMLDivElement>(null);
  const [hand, hold] = useState<BoardHand | null>(null);
  const focusOn = useFocusAfterDrop(board);
  useBoardScroll(board);

  const put = (key: string, status: TaskStatus) => {
    hold(null);
    const task = tasks.find((each) => taskKey(each) === key);
    if (!task || !change || task.status === status) return;
    const name = task.text || t("untitled");
    announce(t("move.done", { task: name, status: t(`status.${status}`) }));
    void change(task, { status });
  };
  const handleKey = (key: string): boolean => {
    if (hand?.by !== "keys") return false;
    const next = handAfter(hand, key);
    if (next === null) return false;
    if (next === "leave") {
      hold(null);
      announce(t("move.left"));
    } else if (next === "drop") {
      focusOn(hand.key);
      put(hand.key, hand.over);
    } else {
      hold(next);
      announce(t("move.over", { status: t(`status.${next.over}`) }));
    }
    return true;
  };
  const take = (task: WorkspaceTask, by: BoardHand["by"]) => {
    hold({ key: taskKey(task), over: task.status, by });
    if (by === "keys") announce(t("move.how"));
  };

  return (
    <div
      ref={board}
      role="group"
      tabIndex={0}
      aria-label={t("board")}
      className="relative -mx-4 flex snap-x snap-proximity scroll-px-4 gap-3 overflow-x-auto px-4 pb-3 sm:-mx-8 sm:scroll-px-8 sm:px-8"
    >
      {TASK_STATUSES.map((status) => (
        <BoardColumn
          key={status}
          status={status}
          count={counts[status]}
          isTarget={hand?.over === status}
          onOver={() => hand && hold({ ...hand, over: status })}
          onDrop={() => hand && put(hand.key, status)}
          foot={foot(status)}
        >
          {tasks
            .filter((task) => task.status === status)
            .toSorted(byDue)
            .map((task) => (
              <BoardCard
                key={taskKey(task)}
                id={taskKey(task)}
                {...{ slug, task, people, today, change }}
                isHeld={hand?.key === taskKey(task)}
                onHold={(by) => take(task, by)}
                onLeave={() => hold(null)}
                onKey={handleKey}
              />
            ))}
        </BoardColumn>
      ))}
    </div>
  );
}

interface BoardColumnProps {
  readonly status: TaskStatus;
  readonly count: number;
  readonly isTarget: boolean;
  readonly onOver: () => void;
  readonly onDrop: () => void;
  readonly foot: ReactNode;
  readonly children: readonly ReactNode[];
}

function BoardColumn(props: BoardColumnProps) {
  const { status, count, isTarget, onOver, onDrop, foot, children } = props;
  const t = useTranslations("tasks");
  const column = useRef<HTMLElement>(null);
  useDropColumn(column, { status, onOver, onDrop });
  const heading = `column-${status}`;
  return (
    <section
      ref={column}
      aria-labelledby={heading}
      className={cx(
        "flex min-h-40 w-[min(18rem,82vw)] shrink-0 snap-start flex-col gap-2 rounded-lg border p-2 lg:min-w-56 lg:flex-1",
        isTarget ? "border-accent bg-accent-tint" : "border-line bg-sunken",
      )}
    >
      <h2
        id={heading}
        className="flex items-center gap-2 px-1 pt-0.5 text-sm font-semibold"
      >
        {t(`status.${status}`)}
        <span className="font-normal text-ink-3 tabular-nums">{count}</span>
      </h2>
      {children.length > 0 ? (
        <ul className="flex flex-col gap-2">{children}</ul>
      ) : (
        <p className="px-1 py-3 text-sm text-ink-3">{t("emptyColumn")}</p>
      )}
      {foot}
    </section>
  );
}

/** A card that was carried with the keys keeps the focus, although it is drawn anew in its new column. */
function useFocusAfterDrop(board: React.RefObject<HTMLElement | null>) {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const card = board.current?.querySelector(
      `[data-task="${CSS.escape(wanted.current)}"]`,
    );
    wanted.current = null;
    card?.querySelector<HTMLElement>("[data-grip]")?.focus();
  });
  return (key: string) => {
    wanted.current = key;
  };
}

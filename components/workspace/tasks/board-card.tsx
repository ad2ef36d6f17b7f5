"use client";

import { GripVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, type KeyboardEvent } from "react";
import { cx } from "@/components/ui/cx";
import { tipOf } from "@/components/ui/tooltip";
import type { WorkspaceTask } from "@/lib/api/tasks";
import {
  DueField,
  PersonField,
  StatusField,
  TaskName,
  TaskPlace,
  type Assignee,
} from "./task-fields";
import { useDraggableCard } from "./use-board-drag";
import type { ChangeTask } from "./use-tasks";

interface BoardCardProps {
  readonly slug: string;
  readonly id: string;
  readonly task: WorkspaceTask;
  readonly people: readonly Assignee[];
  readonly today: string;
  readonly change?: ChangeTask;
  readonly isHeld: boolean;
  readonly onHold: (by: "pointer" | "keys") => void;
  readonly onLeave: () => void;
  /** A key while the handle has the focus. Answers whether it was taken. */
  readonly onKey: (key: string) => boolean;
}

/** One task on the board: dragged as a whole, or carried by its handle with the keys. */
export function BoardCard(props: BoardCardProps) {
  const { slug, id, task, people, today, change, isHeld } = props;
  const { onHold, onLeave, onKey } = props;
  const t = useTranslations("tasks");
  const card = useRef<HTMLLIElement>(null);
  useDraggableCard(card, {
    isOn: change !== undefined,
    onHold: () => onHold("pointer"),
    onLeave,
  });
  return (
    <li
      ref={card}
      data-task={id}
      className={cx(
        "flex flex-col gap-2 rounded-md border bg-surface px-3 py-2.5 text-sm",
        isHeld ? "border-accent shadow-float" : "border-line",
        change && "cursor-grab active:cursor-grabbing",
      )}
    >
      <div className="flex items-start gap-1">
        <div className="min-w-0 flex-1">
          <TaskName {...{ slug, task }} />
        </div>
        {change ? (
          <Grip
            name={task.text || t("untitled")}
            {...{ isHeld, onLeave, onKey }}
            onTake={() => onHold("keys")}
          />
        ) : null}
      </div>
      <div className="text-xs text-ink-3">
        <TaskPlace task={task} />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1.5">
        <PersonField {...{ task, change, people }} isSmall />
        {change ? <StatusField {...{ task, change }} /> : null}
      </div>
      <DueField {...{ task, change, today }} />
    </li>
  );
}

interface GripProps extends Pick<
  BoardCardProps,
  "isHeld" | "onLeave" | "onKey"
> {
  readonly name: string;
  readonly onTake: () => void;
}

/** The handle of a card: pressing it takes the card in hand, then the arrows carry it. */
function Grip({ name, isHeld, onTake, onLeave, onKey }: GripProps) {
  const t = useTranslations("tasks.move");
  const isOurs = useRef(false);
  const label = t("take", { task: name });
  const handleKeyDown = (event: KeyboardEvent) => {
    isOurs.current = isHeld && onKey(event.key);
    if (isOurs.current) event.preventDefault();
  };
  return (
    <button
      type="button"
      {...tipOf({ text: label })}
      aria-label={label}
      aria-pressed={isHeld}
      data-grip=""
      onClick={() => isHeld || onTake()}
      onKeyDown={handleKeyDown}
      // Some browsers press a button when the space bar is let go, whatever became of its way down.
      onKeyUp={(event) => isOurs.current && event.preventDefault()}
      onBlur={() => isHeld && onLeave()}
      className="-mt-0.5 -mr-1.5 inline-flex size-6 shrink-0 items-center justify-center rounded-md text-ink-2 hover:bg-hover hover:text-ink aria-pressed:bg-pressed pointer-coarse:size-11 [&_svg]:size-4"
    >
      <GripVertical aria-hidden="true" />
    </button>
  );
}

"use client";

import { useFormatter, useNow, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { useOptimistic, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Select } from "@/components/ui/select";
import type { TaskListItem, TaskStatus } from "@/lib/api/tasks";
import { api } from "../api-client";
import { useQuickAction } from "../use-action";
import { NothingYet } from "./nothing-yet";

const statuses = ["open", "doing", "done", "dropped"] as const;
const isFinished = ({ status }: TaskListItem) =>
  status === "done" || status === "dropped";

interface TaskListProps {
  slug: string;
  tasks: readonly TaskListItem[];
  mayEdit: boolean;
  /** What is said where there is none, if not what is said of one's own. */
  emptyText?: string;
}

/** Tasks of somebody, the finished ones behind a button. */
export function TaskList({ slug, tasks, mayEdit, emptyText }: TaskListProps) {
  const t = useTranslations("mine");
  const [showsDone, setShowsDone] = useState(false);
  const finished = tasks.filter(isFinished);
  const shown = showsDone ? tasks : tasks.filter((task) => !isFinished(task));

  return (
    <div className="flex flex-col gap-3">
      {shown.length > 0 ? (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {shown.map((task) => (
            <TaskRow
              key={`${task.journey.id}:${task.cardId}`}
              {...{ slug, task, mayEdit }}
            />
          ))}
        </ul>
      ) : (
        <NothingYet slug={slug}>{emptyText ?? t("noTasks")}</NothingYet>
      )}
      {finished.length > 0 && !showsDone ? (
        <Button
          variant="quiet"
          onPress={() => setShowsDone(true)}
          className="self-start"
        >
          {t("showDone", { count: finished.length })}
        </Button>
      ) : null}
    </div>
  );
}

interface TaskRowProps {
  slug: string;
  task: TaskListItem;
  mayEdit: boolean;
}

function TaskRow({ slug, task, mayEdit }: TaskRowProps) {
  const t = useTranslations("mine");
  const act = useQuickAction();
  const [, startTransition] = useTransition();
  const [status, showStatus] = useOptimistic<TaskStatus, TaskStatus>(
    task.status,
    (_, next) => next,
  );
  const text = task.text || t("untitledTask");
  const column = task.touchpoint ?? task.stage;

  const handleChange = (next: TaskStatus) =>
    startTransition(async () => {
      showStatus(next);
      await act({
        request: () =>
          api(
            `/workspaces/${slug}/journeys/${task.journey.id}/cards/${task.cardId}/task`,
            {
              method: "PATCH",
              body: { status: next },
            },
          ),
        done: t("saved"),
      });
    });

  return (
    <li className="flex flex-col gap-2 px-4 py-3 sm:flex-row sm:items-center sm:gap-4">
      <div className="min-w-0 flex-1">
        <p
          className={cx(
            "font-medium hyphens-auto whitespace-pre-line",
            (status === "done" || status === "dropped") &&
              "text-ink-3 line-through",
          )}
        >
          {text}
        </p>
        <p className="mt-0.5 flex flex-wrap gap-x-2 text-xs text-ink-3">
          <Link
            href={`/w/${slug}/journeys/${task.journey.id}?card=${task.cardId}`}
            className="finger relative inline-block rounded-xs hover:text-accent hover:underline"
          >
            {[task.journey.title, column?.title].filter(Boolean).join(" › ")}
          </Link>
          <Due task={task} />
        </p>
      </div>
      {mayEdit ? (
        <Select
          size="sm"
          label={t("status.label", { task: text })}
          isLabelHidden
          options={statuses.map((id) => ({ id, label: t(`status.${id}`) }))}
          value={status}
          onChange={handleChange}
          className="w-36 shrink-0"
        />
      ) : (
        <span className="text-sm text-ink-2">{t(`status.${status}`)}</span>
      )}
    </li>
  );
}

function Due({ task }: { task: TaskListItem }) {
  const t = useTranslations("mine");
  const format = useFormatter();
  const now = useNow();
  if (task.due === null) return null;
  const day = format.dateTime(new Date(task.due), "day", { timeZone: "UTC" });
  const isLate = !isFinished(task) && task.due < now.toISOString().slice(0, 10);
  return (
    <span className={isLate ? "font-medium text-danger" : undefined}>
      {t(isLate ? "overdue" : "due", { day })}
    </span>
  );
}

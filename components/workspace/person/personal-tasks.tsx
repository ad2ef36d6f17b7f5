"use client";

import { useFormatter, useNow, useTranslations } from "next-intl";
import { useOptimistic, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/components/ui/cx";
import { showToast } from "@/components/ui/toast";
import type { PersonalTask } from "@/lib/api/person";
import { useAsPerson } from "./use-as-person";

interface PersonalTasksProps {
  secret: string;
  tasks: readonly PersonalTask[];
}

const keyOf = ({ journey, cardId }: PersonalTask) => `${journey.id}:${cardId}`;
const isDone = ({ status }: PersonalTask) => status === "done";

/**
 * Their tasks, each with a box to tick. What is ticked now stays where it is, so that neither eye nor focus
 * loses it; what was done before is behind a button.
 */
export function PersonalTasks({ secret, tasks }: PersonalTasksProps) {
  const t = useTranslations("person.tasks");
  const [doneBefore] = useState(() => new Set(tasks.filter(isDone).map(keyOf)));
  const [showsDone, setShowsDone] = useState(false);
  const wasDone = (task: PersonalTask) => doneBefore.has(keyOf(task));
  const hidden = tasks.filter((task) => wasDone(task) && isDone(task));
  // By when they are due, whatever is done: a box that is ticked must not move away under the finger.
  const shown = tasks
    .filter((task) => showsDone || !wasDone(task) || !isDone(task))
    .toSorted(
      (one, other) =>
        Number(wasDone(one)) - Number(wasDone(other)) ||
        (one.due ?? "9999").localeCompare(other.due ?? "9999"),
    );
  return (
    <section aria-labelledby="tasks" className="flex flex-col gap-3">
      <h2 id="tasks" className="text-md">
        {t("title")}
      </h2>
      {shown.length > 0 ? (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {shown.map((task) => (
            <TaskItem key={keyOf(task)} {...{ secret, task }} />
          ))}
        </ul>
      ) : (
        <p className="rounded-lg border border-dashed border-line-strong px-4 py-6 text-center text-ink-2">
          {t("none")}
        </p>
      )}
      {hidden.length > 0 && !showsDone ? (
        <Button
          variant="quiet"
          onPress={() => setShowsDone(true)}
          className="self-start"
        >
          {t("showDone", { count: hidden.length })}
        </Button>
      ) : null}
    </section>
  );
}

function TaskItem({ secret, task }: { secret: string; task: PersonalTask }) {
  const t = useTranslations("person.tasks");
  const send = useAsPerson(secret);
  const [, startTransition] = useTransition();
  const [isTicked, showTicked] = useOptimistic(isDone(task));
  const { journey, cardId } = task;
  const place = [journey.title, (task.touchpoint ?? task.stage)?.title]
    .filter(Boolean)
    .join(" › ");

  const handleChange = (next: boolean) =>
    startTransition(async () => {
      showTicked(next);
      const path = `/person/tasks/${journey.id}/${cardId}`;
      const isStored = await send({
        path,
        body: { status: next ? "done" : "open" },
      });
      if (isStored)
        showToast({ text: t(next ? "ticked" : "reopened"), tone: "success" });
    });

  return (
    <li className="px-4">
      <Checkbox
        isSelected={isTicked}
        onChange={handleChange}
        className="min-h-11 w-full cursor-pointer py-3"
      >
        <span
          className={cx(
            "block font-medium hyphens-auto whitespace-pre-line wrap-anywhere",
            isTicked && "text-ink-3 line-through",
          )}
        >
          {task.text || t("untitled")}
        </span>
        <span className="mt-0.5 flex flex-wrap gap-x-2 text-xs text-ink-3">
          {place ? <span className="wrap-anywhere">{place}</span> : null}
          <Due task={task} isTicked={isTicked} />
        </span>
      </Checkbox>
    </li>
  );
}

function Due({ task, isTicked }: { task: PersonalTask; isTicked: boolean }) {
  const t = useTranslations("person.tasks");
  const format = useFormatter();
  const now = useNow();
  if (task.due === null) return null;
  const day = format.dateTime(new Date(task.due), "day", { timeZone: "UTC" });
  const isLate = !isTicked && task.due < now.toISOString().slice(0, 10);
  return (
    <span className={isLate ? "font-medium text-danger" : undefined}>
      {t(isLate ? "overdue" : "due", { day })}
    </span>
  );
}

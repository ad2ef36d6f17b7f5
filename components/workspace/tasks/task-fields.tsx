"use client";

import { UserRound } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Button as AriaButton } from "react-aria-components";
import { DateInput } from "@/components/touchpoint/fields/date-input";
import { Avatar } from "@/components/ui/avatar";
import { cx } from "@/components/ui/cx";
import { lazyPart } from "@/components/ui/lazy-part";
import { Popover } from "@/components/ui/popover";
import { Select } from "@/components/ui/select";
import type { WorkspaceTask } from "@/lib/api/tasks";
import { TASK_STATUSES } from "./task-view";
import type { ChangeTask } from "./use-tasks";

const PersonSearch = lazyPart(
  async () =>
    (await import("@/components/touchpoint/fields/search-or-create"))
      .SearchOrCreate,
);

/** Whom tasks can be given to. */
export type Assignee = NonNullable<WorkspaceTask["person"]>;

interface FieldProps {
  readonly task: WorkspaceTask;
  /** Absent where tasks may only be looked at. */
  readonly change?: ChangeTask;
}

const isFinished = ({ status }: WorkspaceTask) =>
  status === "done" || status === "dropped";

const isOverdue = (task: WorkspaceTask, today: string): boolean =>
  task.due !== null && task.due < today && !isFinished(task);

/** Where a card is on its map. */
const cardHref = (
  slug: string,
  { journey, cardId }: Pick<WorkspaceTask, "journey" | "cardId">,
): string => `/w/${slug}/journeys/${journey.id}?card=${cardId}`;

/** What is to be done, leading to its place on the map, and what it was made out of. */
export function TaskName({
  slug,
  task,
}: {
  slug: string;
  task: WorkspaceTask;
}) {
  const t = useTranslations("tasks");
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <Link
        href={cardHref(slug, task)}
        draggable={false}
        className={cx(
          "finger relative rounded-xs font-medium hover:text-accent hover:underline",
          isFinished(task) ? "text-ink-3 line-through" : "text-ink",
        )}
      >
        <span className="line-clamp-3 wrap-anywhere hyphens-auto">
          {task.text || t("untitled")}
        </span>
      </Link>
      {task.origin && task.origin.text !== task.text ? (
        <span className="line-clamp-2 text-xs font-normal wrap-anywhere text-ink-3">
          {t("from", { origin: task.origin.text || t("untitledOrigin") })}
        </span>
      ) : null}
    </span>
  );
}

/** Which journey a task is of, and where in it. */
export function TaskPlace({ task }: { task: WorkspaceTask }) {
  const t = useTranslations("tasks");
  const column = task.touchpoint ?? task.stage;
  return (
    <span className="line-clamp-2 wrap-anywhere hyphens-auto">
      {[task.journey.title || t("untitledJourney"), column?.title]
        .filter(Boolean)
        .join(" › ")}
    </span>
  );
}

/** How far it is. */
export function StatusField({ task, change }: FieldProps) {
  const t = useTranslations("tasks");
  if (!change) return <span>{t(`status.${task.status}`)}</span>;
  return (
    <Select
      size="sm"
      label={t("statusOf", { task: task.text || t("untitled") })}
      isLabelHidden
      options={TASK_STATUSES.map((id) => ({ id, label: t(`status.${id}`) }))}
      value={task.status}
      onChange={(status) =>
        status === task.status || void change(task, { status })
      }
      className="w-38"
    />
  );
}

/** By when. */
export function DueField({
  task,
  change,
  today,
}: FieldProps & { readonly today: string }) {
  const t = useTranslations("tasks");
  const format = useFormatter();
  const isLate = isOverdue(task, today);
  const day =
    task.due === null
      ? null
      : format.dateTime(new Date(task.due), "day", { timeZone: "UTC" });
  if (!change)
    return day === null ? null : (
      <span className={isLate ? "font-medium text-danger" : undefined}>
        {isLate ? t("overdue", { day }) : day}
      </span>
    );
  return (
    <span className="flex flex-col gap-0.5">
      <DateInput
        label={t("dueOf", { task: task.text || t("untitled") })}
        isLabelHidden
        value={task.due}
        onCommit={(due) => void change(task, { due })}
      />
      {isLate ? (
        <span className="text-xs font-medium text-danger">
          {t("isOverdue")}
        </span>
      ) : null}
    </span>
  );
}

interface PersonFieldProps extends FieldProps {
  readonly people: readonly Assignee[];
  /** The face alone; the name is in the label. */
  readonly isSmall?: boolean;
}

/** Who does it: pressing the name finds another. */
export function PersonField(props: PersonFieldProps) {
  const { task, change, people, isSmall } = props;
  const t = useTranslations("tasks");
  const { person } = task;
  const name = person?.name ?? t("nobody");
  const face = person ? (
    <Avatar {...person} size="xs" />
  ) : (
    <UserRound aria-hidden="true" className="size-4 text-ink-3" />
  );
  const words = (
    <span
      className={cx(
        "min-w-0 truncate",
        person ? "text-ink-2" : "text-ink-3",
        isSmall && "max-w-24",
      )}
    >
      {name}
    </span>
  );
  if (!change)
    return (
      <span className="flex min-w-0 items-center gap-1.5">
        {face}
        {words}
      </span>
    );
  const label = t("personOf", { task: task.text || t("untitled"), name });
  return (
    <Popover
      label={t("person")}
      className="w-64"
      trigger={
        <AriaButton
          aria-label={label}
          className="flex min-h-7 max-w-full min-w-0 items-center gap-1.5 rounded-sm px-1 text-left text-sm hover:bg-hover data-pressed:bg-pressed pointer-coarse:min-h-11"
        >
          {face}
          {words}
        </AriaButton>
      }
    >
      {(close) => (
        <PersonChoice
          {...{ people, person }}
          onChoose={(next) => {
            close();
            if (next?.id !== person?.id) void change(task, { person: next });
          }}
        />
      )}
    </Popover>
  );
}

const NOBODY = "nobody";

function PersonChoice({
  people,
  person,
  onChoose,
}: {
  people: readonly Assignee[];
  person: WorkspaceTask["person"];
  onChoose: (person: Assignee | null) => void;
}) {
  const t = useTranslations("tasks");
  const nobody = {
    id: NOBODY,
    label: t("nobody"),
    icon: <UserRound aria-hidden="true" />,
  };
  const everyone = people.map((each) => ({
    id: each.id,
    label: each.name,
    icon: <Avatar {...each} size="xs" />,
  }));
  return (
    <PersonSearch
      label={t("person")}
      placeholder={t("findPerson")}
      emptyText={t("nobodyFound")}
      choices={person ? [nobody, ...everyone] : everyone}
      onPick={(id) => onChoose(people.find((each) => each.id === id) ?? null)}
      autoFocus
    />
  );
}

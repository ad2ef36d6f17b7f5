"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { cx } from "@/components/ui/cx";
import type { SelectOption } from "@/components/ui/select";
import type { TaskList, TaskStatus } from "@/lib/api/tasks";
import { PageHeader } from "../page-header";
import { BoardTasks } from "./board-tasks";
import { ListTasks } from "./list-tasks";
import type { Assignee } from "./task-fields";
import { TaskFilters } from "./task-filters";
import { LOOK_COOKIE, writeTaskView, type TaskView } from "./task-view";

/** The first pages, as the look needs them. */
export type FirstTasks =
  | { readonly look: "list"; readonly list: TaskList }
  | { readonly look: "board"; readonly columns: Record<TaskStatus, TaskList> };

export interface TaskBrowserProps {
  readonly slug: string;
  readonly view: TaskView;
  readonly first: FirstTasks;
  readonly people: readonly Assignee[];
  readonly journeys: readonly SelectOption[];
  /** Whether there is any task at all, whatever the filters leave out. */
  readonly hasAny: boolean;
  /** The day that is today. */
  readonly today: string;
  readonly mayEdit: boolean;
}

const yearSeconds = 31_536_000;

/** What the next visit without an address shows. */
function remember(slug: string, { look }: TaskView): void {
  const isSafe = window.location.protocol === "https:";
  document.cookie = `${LOOK_COOKIE}=${look}; path=/w/${slug}/tasks; max-age=${yearSeconds}; samesite=lax${isSafe ? "; secure" : ""}`;
}

/** The tasks of all journeys; what is chosen stands in the address. */
export function TaskBrowser(props: TaskBrowserProps) {
  const { slug, view, first, people, journeys, hasAny } = props;
  const t = useTranslations("tasks");
  const router = useRouter();
  const [isLoading, startTransition] = useTransition();
  const address = writeTaskView(view);
  const show = (next: TaskView) => {
    if (next.look !== view.look) remember(slug, next);
    startTransition(() =>
      router.replace(`/w/${slug}/tasks${writeTaskView(next)}`),
    );
  };
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      {hasAny ? (
        <TaskFilters
          {...{ view, journeys }}
          people={people.map(({ id, name }) => ({ id, label: name }))}
          onChange={show}
        />
      ) : null}
      <div
        className={cx("transition-opacity", isLoading && "opacity-60")}
        aria-busy={isLoading}
      >
        {first.look === "list" ? (
          <ListTasks key={address} {...props} first={first.list} show={show} />
        ) : (
          <BoardTasks
            key={address}
            {...props}
            first={first.columns}
            show={show}
          />
        )}
      </div>
    </>
  );
}

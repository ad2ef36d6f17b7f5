"use client";

import { useTranslations } from "next-intl";
import { Table, type TableColumn } from "@/components/ui/table";
import type { TaskSort, WorkspaceTask } from "@/lib/api/tasks";
import {
  DueField,
  PersonField,
  StatusField,
  TaskName,
  TaskPlace,
  type Assignee,
} from "./task-fields";
import type { TaskView } from "./task-view";
import { taskKey, type ChangeTask } from "./use-tasks";

interface TaskTableProps {
  readonly slug: string;
  readonly tasks: readonly WorkspaceTask[];
  readonly people: readonly Assignee[];
  readonly today: string;
  readonly sort: TaskView["sort"];
  readonly onSort: (sort: TaskView["sort"]) => void;
  /** Absent where tasks may only be looked at. */
  readonly change?: ChangeTask;
}

/** Tasks in rows, each changed where it stands. */
export function TaskTable(props: TaskTableProps) {
  const { slug, tasks, people, today, sort, onSort, change } = props;
  const t = useTranslations("tasks");
  const columns: TableColumn<WorkspaceTask, TaskSort>[] = [
    {
      id: "text",
      label: t("column.text"),
      isSortable: true,
      isRowHeader: true,
      className: "min-w-56 max-sm:mb-1 max-sm:min-w-0",
      cell: (task) => <TaskName {...{ slug, task }} />,
    },
    {
      id: "person",
      label: t("column.person"),
      isSortable: true,
      className: "min-w-36",
      cell: (task) => <PersonField {...{ task, change, people }} />,
    },
    {
      id: "status",
      label: t("column.status"),
      isSortable: true,
      className: "min-w-36",
      cell: (task) => <StatusField {...{ task, change }} />,
    },
    {
      id: "due",
      label: t("column.due"),
      isSortable: true,
      className: "min-w-40",
      cell: (task) => <DueField {...{ task, change, today }} />,
    },
    {
      id: "journey",
      label: t("column.journey"),
      isSortable: true,
      className: "min-w-36",
      cell: (task) => <TaskPlace task={task} />,
    },
  ];
  return (
    <Table
      caption={t("title")}
      columns={columns}
      rows={tasks}
      rowId={taskKey}
      sort={sort}
      onSort={onSort}
      isStacked
    />
  );
}

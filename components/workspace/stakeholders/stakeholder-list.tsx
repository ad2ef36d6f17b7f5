"use client";

import { Plus, TriangleAlert, Users } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { SearchField } from "@/components/ui/search-field";
import { Table, type SortState, type TableColumn } from "@/components/ui/table";
import type { Named } from "@/lib/api/fields";
import type { StakeholderListItem } from "@/lib/api/stakeholders";
import { ArchivableMenu } from "../archivable-menu";
import { PageHeader } from "../page-header";
import { StakeholderDialog } from "./stakeholder-dialog";
import { StakeholderLink, stakeholderHref } from "./stakeholder-link";
import { StakeholderTabs } from "./stakeholder-tabs";

type SortKey = "name" | "jobTitle" | "responsible" | "involved" | "openTasks";
type ColumnKey = SortKey | "account" | "menu";

interface StakeholderListProps {
  slug: string;
  isArchive: boolean;
  stakeholders: readonly StakeholderListItem[];
  members: readonly Named[];
  mayEdit: boolean;
}

const ownsSomething = (row: StakeholderListItem) =>
  row.responsible + row.involved + row.openTasks > 0;

/** The people and teams of a workspace, and what each has a part in. */
export function StakeholderList(props: StakeholderListProps) {
  const { slug, isArchive, stakeholders, members, mayEdit } = props;
  const t = useTranslations("stakeholders");
  const [query, setQuery] = useState("");
  const [editing, setEditing] = useState<StakeholderListItem | "new" | null>(
    null,
  );
  const newButton = mayEdit ? (
    <Button variant="primary" onPress={() => setEditing("new")}>
      <Plus aria-hidden="true" />
      {t("new")}
    </Button>
  ) : null;

  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={newButton}
      />
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3 border-b border-line">
        <StakeholderTabs
          slug={slug}
          selected={isArchive ? "archived" : "active"}
        />
        {stakeholders.length > 1 ? (
          <SearchField
            label={t("search")}
            value={query}
            onChange={setQuery}
            className="w-full pb-2.5 sm:w-56"
          />
        ) : null}
      </div>
      <Rows
        {...props}
        query={query}
        onClear={() => setQuery("")}
        newButton={newButton}
        onEdit={setEditing}
      />
      <StakeholderDialog
        {...{ slug, members }}
        stakeholder={editing === "new" ? null : editing}
        isOpen={editing !== null}
        onOpenChange={(isOpen) => !isOpen && setEditing(null)}
      />
    </>
  );
}

interface RowsProps extends StakeholderListProps {
  query: string;
  onClear: () => void;
  newButton: React.ReactNode;
  onEdit: (stakeholder: StakeholderListItem) => void;
}

function Rows(props: RowsProps) {
  const { stakeholders, query } = props;
  const t = useTranslations("stakeholders");
  const collator = new Intl.Collator(useLocale(), {
    sensitivity: "base",
    numeric: true,
  });
  const [sort, setSort] = useState<SortState<SortKey>>({
    key: "name",
    direction: "ascending",
  });
  const columns = useColumns(props);
  const wanted = query.trim().toLocaleLowerCase();
  const sign = sort.direction === "ascending" ? 1 : -1;
  const shown = stakeholders
    .filter(({ name, jobTitle }) =>
      `${name} ${jobTitle}`.toLocaleLowerCase().includes(wanted),
    )
    .toSorted((a, b) => {
      const [one, other] = [a[sort.key], b[sort.key]];
      const order =
        typeof one === "number" && typeof other === "number"
          ? one - other
          : collator.compare(String(one), String(other));
      return sign * order;
    });

  if (shown.length === 0) {
    return <NoStakeholders {...props} />;
  }
  return (
    <Table<StakeholderListItem, ColumnKey>
      caption={t("title")}
      columns={columns}
      rows={shown}
      rowId={({ id }) => id}
      sort={sort}
      onSort={({ key, direction }) => {
        if (key !== "account" && key !== "menu") setSort({ key, direction });
      }}
    />
  );
}

function NoStakeholders({
  slug,
  query,
  isArchive,
  newButton,
  onClear,
}: RowsProps) {
  const t = useTranslations("stakeholders.empty");
  if (query) {
    const clear = <Button onPress={onClear}>{t("clear")}</Button>;
    return <EmptyState title={t("search", { query })} action={clear} />;
  }
  if (isArchive) {
    const back = (
      <ButtonLink href={`/w/${slug}/stakeholders`}>{t("back")}</ButtonLink>
    );
    return <EmptyState title={t("archived")} action={back} />;
  }
  return (
    <EmptyState
      icon={<Users aria-hidden="true" />}
      title={t("title")}
      action={newButton}
    >
      {t("text")}
    </EmptyState>
  );
}

function useColumns(
  props: RowsProps,
): TableColumn<StakeholderListItem, ColumnKey>[] {
  const t = useTranslations("stakeholders");
  return [
    {
      id: "name",
      label: t("column.name"),
      isSortable: true,
      isRowHeader: true,
      className: "min-w-44",
      cell: (row) => (
        <span className="flex flex-col items-start gap-1">
          <StakeholderLink slug={props.slug} stakeholder={row} />
          {row.archivedAt !== null && ownsSomething(row) ? (
            <Link
              href={stakeholderHref(props.slug, row.id)}
              className="finger relative flex items-center gap-1.5 rounded-xs text-xs text-warning hover:underline"
            >
              <TriangleAlert aria-hidden="true" className="size-3.5" />
              {t("stillOwns")}
            </Link>
          ) : null}
        </span>
      ),
    },
    {
      id: "jobTitle",
      label: t("column.jobTitle"),
      isSortable: true,
      className: "hidden min-w-36 sm:table-cell",
      cell: (row) => row.jobTitle || t(`kind.${row.kind}`),
    },
    {
      id: "responsible",
      label: t("column.responsible"),
      isSortable: true,
      isNumber: true,
      cell: (row) => row.responsible,
    },
    {
      id: "involved",
      label: t("column.involved"),
      isSortable: true,
      isNumber: true,
      className: "hidden xl:table-cell",
      cell: (row) => row.involved,
    },
    {
      id: "openTasks",
      label: t("column.tasks"),
      isSortable: true,
      isNumber: true,
      className: "hidden md:table-cell",
      cell: (row) => row.openTasks,
    },
    {
      id: "account",
      label: t("column.account"),
      className: "hidden pl-10 xl:table-cell",
      cell: (row) => row.member?.name ?? "–",
    },
    ...(props.mayEdit
      ? [
          {
            id: "menu" as const,
            label: t("edit"),
            isLabelHidden: true,
            className: "w-10",
            cell: (row: StakeholderListItem) => (
              <ArchivableMenu
                of="stakeholders"
                path={`/workspaces/${props.slug}/stakeholders/${row.id}`}
                name={row.name}
                isArchived={row.archivedAt !== null}
                onEdit={() => props.onEdit(row)}
              />
            ),
          },
        ]
      : []),
  ];
}

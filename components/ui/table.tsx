"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { cx } from "./cx";

export interface SortState<Key extends string> {
  key: Key;
  direction: "ascending" | "descending";
}

export interface TableColumn<Row, Key extends string = string> {
  id: Key;
  label: string;
  /** What stands in the head in the place of the label. */
  head?: ReactNode;
  isSortable?: boolean;
  /** The cell that names the row. */
  isRowHeader?: boolean;
  isNumber?: boolean;
  /** Hides the label, not from screen readers. */
  isLabelHidden?: boolean;
  className?: string;
  cell: (row: Row) => ReactNode;
}

interface TableProps<Row, Key extends string> {
  caption: string;
  columns: readonly TableColumn<Row, Key>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  isChosen?: (row: Row) => boolean;
  sort?: SortState<Key>;
  onSort?: (sort: SortState<Key>) => void;
  /** On a phone each row becomes a block with its labels, instead of a table that scrolls sideways. */
  isStacked?: boolean;
}

/** A plain table: real table elements, sort buttons in the heads, wide ones scroll on their own. */
export function Table<Row, Key extends string>(props: TableProps<Row, Key>) {
  const { caption, columns, rows, rowId, isChosen } = props;
  const { sort, onSort, isStacked } = props;
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className="relative overflow-x-auto rounded-lg border border-line bg-surface outline-offset-0"
    >
      <table
        className={cx(
          "w-full border-collapse text-left text-sm",
          isStacked && "max-sm:block",
        )}
      >
        <caption className="sr-only">{caption}</caption>
        <thead className={isStacked ? "max-sm:sr-only" : undefined}>
          <tr className="border-b border-line">
            {columns.map((column) => (
              <HeadCell
                key={column.id}
                column={column}
                sort={sort}
                onSort={onSort}
              />
            ))}
          </tr>
        </thead>
        <tbody className={isStacked ? "max-sm:block" : undefined}>
          {rows.map((row) => (
            <tr
              key={rowId(row)}
              className={cx(
                "border-b border-line last:border-0 hover:bg-hover",
                isChosen?.(row) && "bg-accent-tint",
                isStacked && "max-sm:block max-sm:px-4 max-sm:py-3",
              )}
            >
              {columns.map((column) => (
                <BodyCell key={column.id} {...{ column, row, isStacked }} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function BodyCell<Row, Key extends string>({
  column,
  row,
  isStacked,
}: {
  column: TableColumn<Row, Key>;
  row: Row;
  isStacked: boolean | undefined;
}) {
  const label =
    column.isLabelHidden || column.isRowHeader ? undefined : column.label;
  const look = cx(
    // One endless word must not push the other columns out of sight.
    "max-w-80 px-3 py-2 align-middle wrap-break-word first:pl-4 last:pr-4",
    !isStacked && "max-sm:max-w-48",
    column.isNumber && "text-right tabular-nums",
    isStacked &&
      "max-sm:flex max-sm:max-w-none max-sm:min-w-0 max-sm:items-center max-sm:justify-between max-sm:gap-4 max-sm:p-0! max-sm:py-1! max-sm:text-left! max-sm:empty:hidden",
    isStacked &&
      label &&
      "max-sm:before:shrink-0 max-sm:before:text-xs max-sm:before:text-ink-3 max-sm:before:content-[attr(data-label)]",
    column.className,
  );
  if (column.isRowHeader) {
    return (
      <th scope="row" className={cx(look, "font-medium text-ink")}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td data-label={label} className={cx(look, "text-ink-2")}>
      {column.cell(row)}
    </td>
  );
}

interface HeadCellProps<Row, Key extends string> {
  column: TableColumn<Row, Key>;
  sort?: SortState<Key>;
  onSort?: (sort: SortState<Key>) => void;
}

function HeadCell<Row, Key extends string>({
  column,
  sort,
  onSort,
}: HeadCellProps<Row, Key>) {
  const isSorted = sort?.key === column.id;
  const direction = isSorted ? sort.direction : undefined;
  const handleSort = () => {
    const isUp = isSorted && sort.direction === "ascending";
    onSort?.({ key: column.id, direction: isUp ? "descending" : "ascending" });
  };
  return (
    <th
      scope="col"
      aria-sort={column.isSortable ? (direction ?? "none") : undefined}
      className={cx(
        "h-9 px-3 text-xs font-medium whitespace-nowrap text-ink-3 first:pl-4 max-sm:whitespace-normal last:pr-4",
        column.isNumber && "text-right",
        column.className,
      )}
    >
      {column.head ? (
        column.head
      ) : column.isSortable ? (
        <Button
          onPress={handleSort}
          className="-mx-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 hover:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11"
        >
          {column.label}
          {direction === "ascending" ? (
            <ArrowUp aria-hidden="true" className="size-3" />
          ) : null}
          {direction === "descending" ? (
            <ArrowDown aria-hidden="true" className="size-3" />
          ) : null}
        </Button>
      ) : (
        <span className={column.isLabelHidden ? "sr-only" : undefined}>
          {column.label}
        </span>
      )}
    </th>
  );
}

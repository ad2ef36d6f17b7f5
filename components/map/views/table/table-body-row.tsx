"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import {
  isPersonaKey,
  personaOfKey,
  type TableKey,
} from "@/lib/views/sort-rows";
import type { TableRow } from "@/lib/views/table-rows";
import { BreakOffMark } from "../../failure/failure-face";
import { EmotionButton } from "../emotion-button";
import type { WalkStop } from "../use-walk";
import type { ViewProps } from "../view-props";
import { FieldOfRow } from "./field-of-row";

interface TableBodyRowProps extends Pick<
  ViewProps,
  "write" | "openTouchpoint"
> {
  readonly row: TableRow;
  readonly columns: readonly TableKey[];
  readonly stop: (column: number) => WalkStop;
}

const cell = "border-b border-line px-3 py-2 align-top";
const action =
  "-mx-1.5 -my-1 block min-h-7 max-w-[calc(100%+0.75rem)] rounded-sm px-1.5 py-1 text-left hover:bg-hover pointer-coarse:min-h-11";

/** One touchpoint; what it says can be changed or opened where it stands. */
export function TableBodyRow(props: TableBodyRowProps) {
  const { columns, stop } = props;
  return (
    <tr className="group/row">
      {columns.map((column, index) => (
        <BodyCell key={column} {...props} column={column} stop={stop(index)} />
      ))}
    </tr>
  );
}

interface BodyCellProps extends Omit<TableBodyRowProps, "stop" | "columns"> {
  readonly column: TableKey;
  readonly stop: WalkStop;
}

function BodyCell(props: BodyCellProps) {
  const { row, column, stop, write } = props;
  if (column === "title") return <TitleCell {...props} />;
  if (isPersonaKey(column)) {
    return (
      <td className={cell}>
        <EmotionButton
          touchpoint={row.touchpoint}
          personaId={personaOfKey(column)}
          {...{ write, stop }}
        />
      </td>
    );
  }
  if (write && (column === "responsible" || column === "channels"))
    return <PickerCell {...props} column={column} write={write} />;
  return <StillCell {...props} column={column} />;
}

function TitleCell({ row, stop, openTouchpoint }: BodyCellProps) {
  const t = useTranslations("map.untitled");
  const { id, title } = row.touchpoint;
  const name = (
    <>
      <span className="line-clamp-3 hyphens-auto">
        {title || t("touchpoint")}
      </span>
      {row.breaksOff ? <BreakOffMark /> : null}
    </>
  );
  return (
    <th
      scope="row"
      className={cx(
        cell,
        "sticky left-0 z-[5] w-64 max-w-64 min-w-40 border-r border-r-line-strong bg-surface font-medium max-sm:w-40",
      )}
    >
      {openTouchpoint ? (
        <button
          type="button"
          {...stop}
          onClick={() => openTouchpoint(id)}
          className={cx(action, "w-[calc(100%+0.75rem)]")}
        >
          {name}
        </button>
      ) : (
        <div {...stop}>{name}</div>
      )}
    </th>
  );
}

interface PickerCellProps extends BodyCellProps {
  readonly column: "responsible" | "channels";
  readonly write: NonNullable<BodyCellProps["write"]>;
}

function PickerCell({ row, column, stop, write }: PickerCellProps) {
  const t = useTranslations("views.table");
  const { id } = row.touchpoint;
  const pick = column === "responsible" ? write.pickOwner : write.pickChannels;
  return (
    <td className={cx(cell, "max-w-56 min-w-36")}>
      <button
        type="button"
        {...stop}
        aria-haspopup="dialog"
        onClick={({ currentTarget }) => {
          const box = currentTarget.getBoundingClientRect();
          pick(id, { x: box.left, y: box.bottom });
        }}
        className={cx(action, "w-[calc(100%+0.75rem)]")}
      >
        <span className="sr-only">{t(`column.${column}`)}: </span>
        <FieldOfRow row={row} field={column} />
      </button>
    </td>
  );
}

interface StillCellProps extends BodyCellProps {
  readonly column: Exclude<TableKey, `persona:${string}`>;
}

function StillCell({ row, column, stop, openTouchpoint }: StillCellProps) {
  const open = openTouchpoint && (() => openTouchpoint(row.touchpoint.id));
  return (
    <td
      {...stop}
      onClick={open ?? undefined}
      onKeyDown={({ key, target, currentTarget }) => {
        if (key === "Enter" && target === currentTarget) open?.();
      }}
      className={cx(
        cell,
        "-outline-offset-2 text-ink-2 group-hover/row:bg-hover",
        open && "cursor-pointer",
        column === "message" ? "w-80 max-w-80 min-w-56" : "max-w-56",
      )}
    >
      <FieldOfRow row={row} field={column} />
    </td>
  );
}

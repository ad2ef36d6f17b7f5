"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import type { TouchpointListItem } from "@/lib/api/touchpoints";
import { nothingChosen, onPage, toggle } from "./selection";

export const rowId = (row: TouchpointListItem) => `${row.journey.id}:${row.id}`;

/** Which rows of a page are chosen, and how that is changed. */
export interface RowChoice {
  readonly rows: readonly TouchpointListItem[];
  readonly chosen: readonly TouchpointListItem[];
  readonly has: (row: TouchpointListItem) => boolean;
  readonly choose: (
    row: TouchpointListItem,
    isChosen: boolean,
    isRange: boolean,
  ) => void;
  readonly chooseAll: (isChosen: boolean) => void;
}

export function useRowChoice(rows: readonly TouchpointListItem[]): RowChoice {
  const [selection, setSelection] = useState(nothingChosen);
  const ids = rows.map(rowId);
  const shown = new Set(onPage(selection, ids));
  return {
    rows,
    chosen: rows.filter((row) => shown.has(rowId(row))),
    has: (row) => shown.has(rowId(row)),
    choose: (row, isChosen, isRange) =>
      setSelection((now) =>
        toggle(now, { ids, id: rowId(row), isChosen, isRange }),
      ),
    chooseAll: (isChosen) =>
      setSelection(
        isChosen ? { chosen: new Set(ids), anchor: null } : nothingChosen,
      ),
  };
}

/** The box that chooses one row; with Shift, all from the one before. */
export function RowBox({
  row,
  choice,
}: {
  row: TouchpointListItem;
  choice: RowChoice;
}) {
  const t = useTranslations("touchpoints");
  const withShift = useRef(false);
  const note = ({ shiftKey }: { shiftKey: boolean }) => {
    withShift.current = shiftKey;
  };
  return (
    // What the box itself is told does not say which keys were held.
    <span
      className="flex"
      onPointerDownCapture={note}
      onClickCapture={note}
      onKeyDownCapture={note}
      onKeyUpCapture={note}
    >
      <Checkbox
        aria-label={t("assign.choose", { title: row.title || t("untitled") })}
        isSelected={choice.has(row)}
        onChange={(isChosen) => choice.choose(row, isChosen, withShift.current)}
        className="pointer-coarse:-m-3.5 pointer-coarse:p-3.5"
      />
    </span>
  );
}

/** The box that chooses every row of the page. */
export function PageBox({
  choice,
  isLabelled,
}: {
  choice: RowChoice;
  isLabelled?: boolean;
}) {
  const t = useTranslations("touchpoints.assign");
  const { rows, chosen, chooseAll } = choice;
  return (
    <Checkbox
      aria-label={isLabelled ? undefined : t("chooseAll")}
      isSelected={chosen.length === rows.length}
      isIndeterminate={chosen.length > 0 && chosen.length < rows.length}
      onChange={chooseAll}
    >
      {isLabelled ? t("chooseAll") : null}
    </Checkbox>
  );
}

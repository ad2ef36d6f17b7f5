"use client";

import {
  useCallback,
  useState,
  type FocusEvent,
  type KeyboardEvent,
} from "react";
import { walkTo, within, type WalkPlace, type WalkSize } from "./walk";

/** What makes an element a stop of the walk. */
export interface WalkStop {
  readonly "data-walk": string;
  readonly tabIndex: 0 | -1;
}

export interface Walk {
  /** For the table itself. */
  readonly keys: {
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  };
  readonly stop: (row: number, column: number) => WalkStop;
}

function placeOf(target: EventTarget): WalkPlace | null {
  if (!(target instanceof Element)) return null;
  const [row, column] = (
    target.closest<HTMLElement>("[data-walk]")?.dataset.walk ?? ""
  ).split(":");
  return row && column ? { row: Number(row), column: Number(column) } : null;
}

/** Leads the focus through a table with the arrow keys, so that the whole of it is one stop of Tab. */
export function useWalk(size: WalkSize): Walk {
  const [last, setLast] = useState<WalkPlace>({ row: 0, column: 0 });
  const { rows, columns } = size;
  const at = within(last, { rows, columns });
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const from = placeOf(event.target);
      if (!from || event.defaultPrevented || event.altKey || event.shiftKey)
        return;
      const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey };
      const to = walkTo(from, press, { rows, columns });
      if (!to) return;
      event.preventDefault();
      const next = event.currentTarget.querySelector<HTMLElement>(
        `[data-walk="${to.row}:${to.column}"]`,
      );
      next?.focus({ preventScroll: true });
      next?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
    },
    [rows, columns],
  );
  const onFocus = useCallback(({ target }: FocusEvent<HTMLElement>) => {
    const place = placeOf(target);
    if (place) setLast(place);
  }, []);
  return {
    keys: { onKeyDown, onFocus },
    stop: (row, column) => ({
      "data-walk": `${row}:${column}`,
      tabIndex: row === at.row && column === at.column ? 0 : -1,
    }),
  };
}

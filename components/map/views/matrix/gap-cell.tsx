"use client";

import { UserRoundX } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { Grain, MatrixColumn } from "@/lib/views/columns";
import type { ViewWrite } from "../view-props";
import type { WalkStop } from "../use-walk";

interface GapCellProps {
  readonly grain: Grain;
  /** How many touchpoints of the column nobody answers for. */
  readonly count: number;
  readonly column: MatrixColumn | undefined;
  readonly write: ViewWrite | null;
  readonly stop: WalkStop;
}

const look =
  "flex h-11 w-full min-w-12 items-center justify-center gap-1 -outline-offset-2";

/** Where nobody is responsible, and the way to somebody who is. */
export function GapCell({ grain, count, column, write, stop }: GapCellProps) {
  const t = useTranslations("views.responsibilities");
  const words = useTranslations("map.untitled");
  const touchpoint = grain === "touchpoint" ? column?.touchpoints[0] : null;
  if (count === 0) {
    return (
      <span {...stop} className={look}>
        <span className="sr-only">{t("covered")}</span>
      </span>
    );
  }
  const sign = (
    <span
      aria-hidden="true"
      className="flex h-6 min-w-6 items-center justify-center gap-1 rounded-sm bg-warning-tint px-1 text-xs font-semibold text-warning forced-colors:border"
    >
      <UserRoundX className="size-4" />
      {grain === "stage" ? count : null}
    </span>
  );
  if (!write || !touchpoint) {
    return (
      <span {...stop} className={look}>
        {sign}
        <span className="sr-only">{t("open", { count })}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      {...stop}
      aria-haspopup="dialog"
      aria-label={t("choose", {
        where: touchpoint.title || words("touchpoint"),
      })}
      onClick={({ currentTarget }) => {
        const box = currentTarget.getBoundingClientRect();
        write.pickOwner(touchpoint.id, { x: box.left, y: box.bottom });
      }}
      className={cx(look, "hover:bg-hover")}
    >
      {sign}
    </button>
  );
}

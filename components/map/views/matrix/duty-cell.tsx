"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { OwnerRole } from "@/lib/journey/vocabulary";
import type { Grain, MatrixColumn } from "@/lib/views/columns";
import { nextRole, type DutyRow } from "@/lib/views/duty-matrix";
import { useCatalogue } from "../../drawing/catalogue";
import { speak } from "../../grid/speak";
import type { ViewWrite } from "../view-props";
import type { WalkStop } from "../use-walk";

interface DutyCellFaceProps {
  readonly grain: Grain;
  readonly row: DutyRow;
  readonly index: number;
  readonly column: MatrixColumn | undefined;
  readonly write: ViewWrite | null;
  readonly stop: WalkStop;
}

const look =
  "group/mark flex h-11 w-full min-w-12 items-center justify-center gap-1 -outline-offset-2";

/** What somebody is to a touchpoint: pressed, responsible, then involved, then neither. */
export function DutyCellFace(props: DutyCellFaceProps) {
  const { grain, row, index, column, write, stop } = props;
  const t = useTranslations("views.responsibilities");
  const words = useTranslations("map");
  const { stakeholderOf } = useCatalogue();
  const cell = row.cells[index];
  if (!cell || !column) return null;
  const touchpoint = column.touchpoints[0];
  if (grain === "stage" || !touchpoint) {
    return (
      <span {...stop} className={look}>
        <Mark duty="responsible" count={cell.responsible} />
        <Mark duty="involved" count={cell.involved} />
        <span className="sr-only">{t("total", cell)}</span>
      </span>
    );
  }
  const role: OwnerRole | null =
    cell.responsible > 0
      ? "responsible"
      : cell.involved > 0
        ? "involved"
        : null;
  const roleName = role ? words(`owner.${role}`) : t("none");
  const face = role ? <Mark duty={role} count={null} /> : null;
  if (!write) {
    return (
      <span {...stop} className={look}>
        {face}
        <span className="sr-only">{roleName}</span>
      </span>
    );
  }
  const name = stakeholderOf(row.stakeholderId)?.name ?? words("unknownPerson");
  const where = touchpoint.title || words("untitled.touchpoint");
  return (
    <button
      type="button"
      {...stop}
      aria-label={t("at", { name, where, role: roleName })}
      onClick={() => {
        const next = nextRole(role);
        write.setRole(touchpoint.id, row.stakeholderId, next);
        const said = next ? words(`owner.${next}`) : t("none");
        speak(t("at", { name, where, role: said }));
      }}
      className={cx(look, "hover:bg-hover")}
    >
      {face ?? (
        <span
          aria-hidden="true"
          className="size-5 rounded-sm border border-dashed border-control opacity-0 group-hover/mark:opacity-100 group-focus-visible/mark:opacity-100"
        />
      )}
    </button>
  );
}

interface MarkProps {
  readonly duty: OwnerRole;
  /** Null for a single touchpoint; nothing is drawn for none. */
  readonly count: number | null;
}

/** A letter, full for the responsible and in outline for the involved. */
function Mark({ duty, count }: MarkProps) {
  const t = useTranslations("views.responsibilities.letter");
  if (count === 0) return null;
  return (
    <span
      aria-hidden="true"
      className={cx(
        "flex h-6 min-w-6 items-center justify-center gap-0.5 rounded-sm border px-1 text-xs font-semibold tabular-nums",
        duty === "responsible"
          ? "border-accent bg-accent text-accent-ink"
          : "border-control bg-surface text-ink-2",
      )}
    >
      {t(duty)}
      {count === null ? null : <span className="font-normal">{count}</span>}
    </span>
  );
}

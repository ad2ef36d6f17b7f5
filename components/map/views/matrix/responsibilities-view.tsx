"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import {
  dutyGaps,
  dutyRows,
  knownStakeholders,
  type DutyRow,
} from "@/lib/views/duty-matrix";
import type { StakeholderId } from "@/lib/journey/ids";
import { Avatar } from "@/components/ui/avatar";
import { useCatalogue } from "../../drawing/catalogue";
import { hasTouchpoints, NoTouchpoints } from "../empty-view";
import type { ViewProps } from "../view-props";
import { DutyCellFace } from "./duty-cell";
import { GapCell } from "./gap-cell";
import { Matrix, type MatrixRow } from "./matrix";
import { MatrixBar } from "./matrix-bar";
import { useColumns } from "./use-columns";

/** Who is responsible for which touchpoint and who is involved; where nobody is, it shows. */
export function ResponsibilitiesView(props: ViewProps) {
  const { map, write } = props;
  return hasTouchpoints(map) ? (
    <FilledDuties {...props} />
  ) : (
    <NoTouchpoints view="responsibilities" {...{ map, write }} />
  );
}

function FilledDuties({ map, write, openTouchpoint }: ViewProps) {
  const t = useTranslations("views.responsibilities");
  const { grain, setGrain, columns } = useColumns(map);
  const [isAll, showAll] = useState(false);
  const people = usePeople(knownStakeholders(columns), write !== null && isAll);
  // A shared map keeps names back, so what is not told there is no gap.
  const isVisitor = openTouchpoint === null;
  const gaps = dutyGaps(columns);
  const open = gaps.reduce((sum, count) => sum + count, 0);
  const all = columns.flatMap(({ touchpoints }) => touchpoints).length;
  const duties = dutyRows(columns, people.ids);
  const label = t("label", { title: map.meta.title });
  const gapRow: MatrixRow = {
    key: "gaps",
    head: <span className="text-ink-2">{t("nobody")}</span>,
    cell: (index, stop) => (
      <GapCell
        {...{ grain, write, stop }}
        count={gaps[index] ?? 0}
        column={columns[index]}
      />
    ),
  };
  return (
    <section
      aria-label={label}
      className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface"
    >
      <MatrixBar
        {...{ grain }}
        onGrain={setGrain}
        isAll={write && people.hasMore ? isAll : null}
        allLabel={t("all")}
        onAll={showAll}
      >
        {isVisitor
          ? null
          : open === 0
            ? t("complete")
            : t("gaps", { count: open, all })}
      </MatrixBar>
      <Matrix
        {...{ label, map, grain, columns, openTouchpoint }}
        isReadOnly={write === null}
        rows={[
          ...(isVisitor ? [] : [gapRow]),
          ...duties.map((row): MatrixRow => ({
            key: row.stakeholderId,
            head: <PersonHead row={row} />,
            cell: (index, stop) => (
              <DutyCellFace
                {...{ grain, write, stop, row, index }}
                column={columns[index]}
              />
            ),
          })),
        ]}
      />
    </section>
  );
}

/** Those with a role here in the order of the workspace, then those who left it, and with `isAll` everybody. */
function usePeople(known: ReadonlySet<StakeholderId>, isAll: boolean) {
  const { stakeholders, stakeholderOf } = useCatalogue();
  const others = stakeholders.filter(
    ({ id, archived }) => !archived && !known.has(id),
  );
  const listed = stakeholders.filter(({ id }) => known.has(id));
  const gone = [...known].filter((id) => !stakeholderOf(id));
  return {
    ids: [
      ...listed.map(({ id }) => id),
      ...gone,
      ...(isAll ? others.map(({ id }) => id) : []),
    ],
    hasMore: others.length > 0,
  };
}

function PersonHead({ row }: { readonly row: DutyRow }) {
  const t = useTranslations("views.responsibilities");
  const words = useTranslations("map");
  const person = useCatalogue().stakeholderOf(row.stakeholderId);
  const name = person?.name ?? words("unknownPerson");
  return (
    <span className="flex items-center gap-2">
      <Avatar
        name={person?.name ?? "?"}
        id={row.stakeholderId}
        colour={person?.colour}
        kind={person?.kind}
        size="sm"
      />
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 leading-4 hyphens-auto">{name}</span>
        <span className="block text-2xs font-normal text-ink-3 max-sm:sr-only">
          {t("total", row.total)}
        </span>
      </span>
    </span>
  );
}

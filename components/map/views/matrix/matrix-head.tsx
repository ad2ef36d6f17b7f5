"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { Stage } from "@/lib/journey/journey-map";
import { endsStage, type Grain, type MatrixColumn } from "@/lib/views/columns";
import type { WalkStop } from "../use-walk";
import type { ViewProps } from "../view-props";

interface MatrixHeadProps {
  readonly grain: Grain;
  readonly columns: readonly MatrixColumn[];
  readonly openTouchpoint: ViewProps["openTouchpoint"];
  readonly stop: (column: number) => WalkStop;
}

/** Stages over their touchpoints, whose names stand upright so that forty of them fit; or the stages alone. */
export function MatrixHead(props: MatrixHeadProps) {
  const { grain, columns } = props;
  return (
    <thead className="sticky top-0 z-10">
      {grain === "touchpoint" ? <StageRow columns={columns} /> : null}
      <tr>
        <th aria-hidden="true" className={corner} />
        {columns.map((column, at) => (
          <ColumnHead key={column.key} {...props} column={column} at={at} />
        ))}
      </tr>
    </thead>
  );
}

const corner =
  "sticky left-0 z-10 border-r border-b border-line-strong bg-paper";

function StageRow({ columns }: { readonly columns: readonly MatrixColumn[] }) {
  const t = useTranslations("map.untitled");
  const stages = [...new Set(columns.map(({ stage }) => stage))];
  return (
    <tr>
      <th aria-hidden="true" className={cx(corner, "border-b-0")} />
      {stages.map((stage) => (
        <th
          key={stage.id}
          scope="colgroup"
          colSpan={columns.filter((column) => column.stage === stage).length}
          data-colour={stage.colour ?? undefined}
          className="relative h-9 max-w-0 border-r border-line bg-paper px-2 pt-1.5 text-xs font-semibold"
        >
          <Edge stage={stage} />
          <span className="line-clamp-2 hyphens-auto">
            {stage.title || t("stage")}
          </span>
        </th>
      ))}
    </tr>
  );
}

function Edge({ stage }: { readonly stage: Stage }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "absolute inset-x-0 top-0 h-[3px]",
        stage.colour ? "bg-(--edge)" : "bg-line-strong",
      )}
    />
  );
}

interface ColumnHeadProps extends MatrixHeadProps {
  readonly column: MatrixColumn;
  readonly at: number;
}

function ColumnHead({ column, at, columns, grain, ...rest }: ColumnHeadProps) {
  const t = useTranslations("map");
  const { stage, touchpoints } = column;
  const edge = cx(
    "border-b border-line-strong bg-paper p-0 align-bottom font-medium",
    endsStage(columns, at) && "border-r border-r-line",
  );
  if (grain === "stage") {
    return (
      <th
        scope="col"
        data-colour={stage.colour ?? undefined}
        className={cx(edge, "relative h-12 w-40 max-w-40 min-w-32")}
      >
        <Edge stage={stage} />
        <span
          {...rest.stop(at)}
          className="line-clamp-2 px-2 py-1.5 -outline-offset-2 hyphens-auto"
        >
          {stage.title || t("untitled.stage")}
        </span>
      </th>
    );
  }
  const touchpoint = touchpoints[0];
  const isUpright = columns.length > FLAT_AT_MOST;
  return (
    <th
      scope="col"
      className={cx(edge, isUpright ? "h-44 min-w-12" : "min-w-28")}
    >
      <ColumnName
        name={
          touchpoint
            ? touchpoint.title || t("untitled.touchpoint")
            : t("cell.noTouchpoints")
        }
        isQuiet={!touchpoint}
        isUpright={isUpright}
        stop={rest.stop(at)}
        onOpen={
          touchpoint && rest.openTouchpoint
            ? () => rest.openTouchpoint?.(touchpoint.id)
            : null
        }
      />
    </th>
  );
}

/** So many names can lie; more of them stand upright. */
const FLAT_AT_MOST = 8;

interface ColumnNameProps {
  readonly name: string;
  readonly isQuiet: boolean;
  readonly isUpright: boolean;
  readonly stop: WalkStop;
  readonly onOpen: (() => void) | null;
}

function ColumnName(props: ColumnNameProps) {
  const { name, isQuiet, isUpright, stop, onOpen } = props;
  const look = cx(
    "flex w-full items-center text-left text-xs leading-4 -outline-offset-2",
    isUpright
      ? "h-44 min-w-12 rotate-180 px-1 py-2 [text-orientation:sideways] [writing-mode:vertical-rl]"
      : "min-h-12 px-2 py-1.5",
    isQuiet && "font-normal text-ink-3",
  );
  const words = <span className="line-clamp-3 hyphens-auto">{name}</span>;
  return onOpen ? (
    <button
      type="button"
      title={name}
      {...stop}
      onClick={onOpen}
      className={cx(look, "hover:bg-hover")}
    >
      {words}
    </button>
  ) : (
    <span title={name} {...stop} className={look}>
      {words}
    </span>
  );
}

"use client";

import { Fragment, type ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { endsStage, type Grain, type MatrixColumn } from "@/lib/views/columns";
import { useWalk, type WalkStop } from "../use-walk";
import type { ViewProps } from "../view-props";
import { MatrixHead } from "./matrix-head";

export interface MatrixRow {
  readonly key: string;
  readonly head: ReactNode;
  /** Rows of one group follow each other under its name. */
  readonly group?: string;
  readonly cell: (column: number, stop: WalkStop) => ReactNode;
}

interface MatrixProps {
  readonly label: string;
  readonly map: JourneyMap;
  readonly grain: Grain;
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  readonly isReadOnly: boolean;
  readonly openTouchpoint: ViewProps["openTouchpoint"];
}

/** Something against the columns of the map: heads that stay in view, and cells that are walked with the arrows. */
export function Matrix(props: MatrixProps) {
  const { label, map, columns, rows, isReadOnly } = props;
  const walk = useWalk({ rows: rows.length + 1, columns: columns.length });
  return (
    <div className="min-h-0 flex-1 overflow-auto overscroll-contain scroll-pt-44 scroll-pl-56">
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the arrows walk it as the pattern of grids asks
        role="grid"
        aria-label={label}
        aria-readonly={isReadOnly}
        lang={map.meta.locale}
        className="min-w-full border-separate border-spacing-0 text-left text-sm"
        {...walk.keys}
      >
        <MatrixHead {...props} stop={(column) => walk.stop(0, column)} />
        <tbody>
          {rows.map((row, index) => (
            <Fragment key={row.key}>
              {row.group && row.group !== rows[index - 1]?.group ? (
                <GroupRow name={row.group} span={columns.length} />
              ) : null}
              <tr className="group/row">
                <th
                  scope="row"
                  className="sticky left-0 z-[5] h-11 w-56 max-w-56 min-w-56 border-r border-b border-line border-r-line-strong bg-surface px-3 py-1 font-medium max-sm:w-36 max-sm:max-w-36 max-sm:min-w-36"
                >
                  {row.head}
                </th>
                {columns.map((column, at) => (
                  <td
                    key={column.key}
                    className={cx(
                      "relative h-11 border-b border-line p-0 group-hover/row:bg-hover",
                      endsStage(columns, at) && "border-r border-r-line",
                    )}
                  >
                    {row.cell(at, walk.stop(index + 1, at))}
                  </td>
                ))}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GroupRow({
  name,
  span,
}: {
  readonly name: string;
  readonly span: number;
}) {
  return (
    <tr>
      <th
        scope="rowgroup"
        className="sticky left-0 z-[5] border-r border-b border-line border-r-line-strong bg-paper px-3 pt-3 pb-1 text-xs font-medium text-ink-3"
      >
        {name}
      </th>
      <td
        aria-hidden="true"
        colSpan={span}
        className="border-b border-line bg-paper"
      />
    </tr>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { personaKey } from "@/lib/views/sort-rows";
import { hasTouchpoints, NoTouchpoints } from "../empty-view";
import { useWalk } from "../use-walk";
import type { ViewProps } from "../view-props";
import { ColumnChoiceButton } from "./column-choice";
import { TableBodyRow } from "./table-body-row";
import { TableHeadCell } from "./table-head-cell";
import { useTable } from "./use-table";

/** Every touchpoint as a row: to be compared, sorted and gone through. */
export function TableView(props: ViewProps) {
  const { map, write } = props;
  return hasTouchpoints(map) ? (
    <FilledTable {...props} />
  ) : (
    <NoTouchpoints view="table" {...{ map, write }} />
  );
}

function FilledTable(props: ViewProps) {
  const { map, write, openTouchpoint } = props;
  const t = useTranslations("views.table");
  const { rows, columns, sort, setSort, ...choice } = useTable(props);
  const walk = useWalk({ rows: rows.length + 1, columns: columns.length });
  const label = t("label", { title: map.meta.title });
  return (
    <section
      aria-label={label}
      className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface"
    >
      <div className="flex min-h-10 items-center gap-2 border-b border-line px-3 py-1">
        <p className="flex-1 text-sm text-ink-2">
          {t("count", { count: rows.length })}
        </p>
        <ColumnChoiceButton
          choices={choice.choices}
          chosen={choice.chosen}
          onChange={choice.choose}
        />
      </div>
      {/* What is only heard is laid out as well, and without this it would make the page itself scroll. */}
      <div className="relative min-h-0 flex-1 overflow-auto overscroll-contain scroll-pt-10 scroll-pl-64">
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the arrows walk it as the pattern of grids asks
          role="grid"
          aria-label={label}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length}
          aria-readonly={write === null}
          lang={map.meta.locale}
          className="w-max min-w-full border-separate border-spacing-0 text-left text-sm"
          {...walk.keys}
        >
          <thead>
            <tr>
              {columns.map((column, index) => (
                <TableHeadCell
                  key={column}
                  {...{ column, sort }}
                  index={map.personas.findIndex(
                    (id) => personaKey(id) === column,
                  )}
                  onSort={setSort}
                  stop={walk.stop(0, index)}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <TableBodyRow
                key={row.touchpoint.id}
                {...{ row, columns, write, openTouchpoint }}
                stop={(column) => walk.stop(at + 1, column)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

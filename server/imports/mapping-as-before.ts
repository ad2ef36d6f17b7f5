import type { ImportReading } from "@/lib/api/imports";
import type { ImportMapping, ImportTable } from "@/lib/imports/contract";
import { looksOf } from "@/lib/imports/look";

type Mapping = ImportReading["settings"]["mapping"];

/**
 * What people decided for a file before goes for the next one of its kind: roles, scales, units, and what is left out.
 * How the next one writes numbers and days, and from when to when it is, only it can say; what was decided about that
 * stands in only where it does not tell.
 */
export function mappingAsBefore(
  before: Mapping,
  next: {
    readonly table: ImportTable;
    readonly language: string;
    readonly period: ImportMapping["period"];
  },
): Mapping {
  const looks = looksOf(next.table, next.language);
  return {
    ...before,
    columns: before.columns.map((column) => {
      const { numbers, dates } = looks[column.column]!;
      return {
        ...column,
        decimal: newer(
          column.decimal,
          numbers?.isUndecided ? null : numbers?.decimal,
        ),
        dates: newer(column.dates, dates?.isUndecided ? null : dates?.style),
      };
    }),
    period: next.period,
  };
}

/** A role that has no use for it has none, whatever the file looks like. */
const newer = <T>(before: T | null, told: T | null | undefined): T | null =>
  before === null ? null : (told ?? before);

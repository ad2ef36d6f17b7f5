import type { Imported } from "./run-import";
import type { ReadRefusal } from "./read-import";

/** A place in a file, as the rows and columns of a spreadsheet are counted. */
const placeOf = (at: {
  readonly row: number | null;
  readonly column: number | null;
}) =>
  [
    ...(at.row === null ? [] : [`rows.${at.row}`]),
    ...(at.column === null ? [] : [`columns.${at.column}`]),
  ].join(".");

/** Where in a file or its settings it shows why it was not imported, for whoever sent it. */
export function refusalFields(
  result: ReadRefusal | Extract<Imported, { ok: false }>,
): { path: string; code: string }[] {
  const errors: { path: string; code: string }[] = [];
  if ("fatal" in result)
    errors.push({ path: placeOf(result.fatal), code: result.fatal.code });
  if ("problems" in result)
    for (const problem of result.problems)
      errors.push({ path: placeOf(problem), code: problem.code });
  if ("gone" in result) {
    for (const key of result.gone.touchpoints)
      errors.push({ path: `settings.touchpoints.${key}`, code: "gone" });
    for (const segment of result.gone.personas)
      errors.push({ path: `settings.personas.${segment}`, code: "gone" });
  }
  if ("why" in result) errors.push({ path: "settings", code: result.why });
  return errors;
}

/**
 * The same for whoever sees that an import was tried: a value of the file stands in what is said to its sender alone, for
 * it may be somebody's name.
 */
export function toldFields(
  result: Parameters<typeof refusalFields>[0],
): { path: string; code: string }[] {
  if (!("gone" in result)) return refusalFields(result);
  return Object.entries(result.gone).flatMap(([part, values]) =>
    values.length > 0 ? [{ path: `settings.${part}`, code: "gone" }] : [],
  );
}

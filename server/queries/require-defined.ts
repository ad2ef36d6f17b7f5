import { AppError } from "@/server/errors";

/**
 * Refuses a filter in which a key is missing, before anything is asked: a missing filter would
 * quietly widen the question, across workspaces at worst. "Any" is null, said on purpose.
 *
 * @throws AppError `filter_undefined`
 */
export function requireKeys<T extends object>(
  filter: T,
  keys: readonly (keyof T & string)[],
): void {
  for (const key of keys) {
    if (filter[key] === undefined)
      throw new AppError("filter_undefined", `The filter ${key} is undefined`);
  }
}

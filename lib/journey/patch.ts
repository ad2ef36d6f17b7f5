import * as v from "valibot";
import type { Plan } from "./command";
import type { Kinds } from "./kind";
import type { RegisterPath } from "./register";

/** The schema of a patch: every field optional, null clears, nothing else is let through. */
export function patchOf<T extends Kinds>(fields: T) {
  const optional = Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, v.nullish(field)]),
  ) as { [K in keyof T]: v.NullishSchema<T[K], undefined> };
  return v.strictObject(optional);
}

/** Plans the registers of a parsed patch: undefined leaves one alone, null removes it. */
export function planPatch(plan: Plan, path: RegisterPath, patch: object): Plan {
  for (const [key, value] of Object.entries(patch)) {
    if (value !== undefined) plan.set([...path, key], withoutNulls(value));
  }
  return plan;
}

/** An absent key and a null one mean the same; only the absent one is stored. */
export function withoutNulls(value: unknown): unknown {
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object") return value;
  const entries = Object.entries(value).filter(
    ([, item]) => item !== null && item !== undefined,
  );
  return Object.fromEntries(
    entries.map(([key, item]) => [key, withoutNulls(item)]),
  );
}

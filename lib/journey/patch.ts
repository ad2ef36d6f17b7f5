import * as z from "zod/mini";
import type { Plan } from "./command";
import type { RegisterPath } from "./register";

type Fields = Readonly<Record<string, z.ZodMiniType>>;

/** The schema of a patch: every field optional, null clears, nothing else is let through. */
export function patchOf<T extends Fields>(fields: T) {
  const optional = Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, z.nullish(field)]),
  ) as { [K in keyof T]: z.ZodMiniOptional<z.ZodMiniNullable<T[K]>> };
  return z.strictObject(optional);
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

import { expect } from "vitest";
import type { ColumnRole, Recognised } from "../contract";
import { importMapping } from "../mapping";
import { recognise } from "../recognise";
import { tableOf } from "./files";

/** What is recognised in a file of these lines. */
export async function see(
  lines: readonly string[] | string,
  name = "a.csv",
  language = "en",
): Promise<Recognised> {
  const text = typeof lines === "string" ? lines : lines.join("\n");
  const found = recognise(await tableOf(text, name), language);
  // Whatever is proposed can be confirmed as it is.
  expect(importMapping.safeParse(found.mapping).error).toBeUndefined();
  return found;
}

export const rolesOf = ({ mapping }: Recognised): ColumnRole[] =>
  mapping.columns.map(({ role }) => role);

export const scaleAt = ({ mapping }: Recognised, at: number) =>
  mapping.columns[at]!.scale;

import * as Y from "yjs";
import type * as z from "zod/mini";
import type { YEntity } from "./document";
import { isPlainJson } from "./plain";

type Fields = Readonly<Record<string, z.ZodMiniType>>;
export type Values<T extends Fields> = {
  -readonly [K in keyof T]?: z.output<T[K]>;
};

/** Parses one raw value; undefined if it is not set or is nothing that the schema allows. */
export function parseValue<T extends z.ZodMiniType>(
  raw: unknown,
  schema: T,
): z.output<T> | undefined {
  // Checked first: a schema that reads keys would follow a prototype that came with the value.
  if (raw === undefined || !isPlainJson(raw)) return undefined;
  return schema.safeParse(raw).data;
}

/** The registers of an entity that are set and valid. */
export function registersOf<T extends Fields>(
  entity: YEntity,
  fields: T,
): Values<T> {
  const values: Values<T> = {};
  for (const key of Object.keys(fields) as (keyof T & string)[]) {
    const value = parseValue(entity.get(key), fields[key]!);
    if (value !== undefined) values[key] = value;
  }
  return values;
}

/** Text as everything outside the document takes it: well-formed, and without NUL, which Postgres refuses. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\uFFFD");
}

/** The words of a Y.Text inside an entity; empty if there is none. */
export function textIn(entity: YEntity, key: string): string {
  const text = entity.get(key);
  return text instanceof Y.Text
    ? cleanText(Y.Text.prototype.toString.call(text))
    : "";
}

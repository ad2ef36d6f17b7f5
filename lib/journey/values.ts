import * as Y from "yjs";
import type { YEntity } from "./document";
import { readAs } from "./kind";
import type { Kind, Kinds, Read } from "./kind";
import { isPlainJson } from "./plain";

export type Values<T extends Kinds> = {
  -readonly [K in keyof T]?: Read<T[K]>;
};

/** Parses one raw value; undefined if it is not set or is none of its kind. */
export function parseValue<T extends Kind>(
  raw: unknown,
  kind: T,
): Read<T> | undefined {
  // Checked first: a kind that reads keys would follow a prototype that came with the value.
  if (raw === undefined || !isPlainJson(raw)) return undefined;
  return readAs(kind, raw);
}

/** The registers of an entity that are set and valid. */
export function registersOf<T extends Kinds>(
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

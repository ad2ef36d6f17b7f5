import * as v from "valibot";

/** What says whether a value from outside is one of ours, and what it is read as. */
export type Kind<T = unknown> = v.GenericSchema<unknown, T>;
/** The kinds of an entity's registers, by their keys. */
export type Kinds = Readonly<Record<string, Kind>>;
/** What a value of a kind is once it was read. */
export type Read<K extends Kind> = v.InferOutput<K>;

/** Nobody asks what else is wrong with a value that is refused. */
const FIRST_FAULT = { abortEarly: true, abortPipeEarly: true } as const;

/** A value as its kind reads it; undefined where it is none of that kind. */
export function readAs<K extends Kind>(
  kind: K,
  raw: unknown,
): Read<K> | undefined {
  const read = v.safeParse(kind, raw, FIRST_FAULT);
  return read.success ? read.output : undefined;
}

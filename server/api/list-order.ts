import * as z from "zod";
import { placeOf, type Place } from "@/server/queries/cursor";

type Asked<Sort extends string> = Sort | `-${Sort}`;

/** By what a list is ordered; a minus before it turns it around. */
export function sortQuery<const Sort extends string>(
  sorts: readonly Sort[],
  usual: Asked<Sort>,
) {
  const words = [...sorts, ...sorts.map((sort) => `-${sort}` as const)];
  return z
    .enum(words as [Asked<Sort>, ...Asked<Sort>[]])
    .default(usual as never);
}

/** What was asked for, taken apart. */
export function sortAsked<Sort extends string>(
  asked: Asked<Sort>,
): { sort: Sort; isDown: boolean } {
  const isDown = asked.startsWith("-");
  return { sort: (isDown ? asked.slice(1) : asked) as Sort, isDown };
}

/** Behind which row a page begins; not ok where the cursor is none of ours. */
export function placeAsked(
  cursor: string | undefined,
): { ok: true; place: Place | null } | { ok: false } {
  if (cursor === undefined) return { ok: true, place: null };
  const place = placeOf(cursor);
  return place === null ? { ok: false } : { ok: true, place };
}

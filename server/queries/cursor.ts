import * as z from "zod";

/** Place of the last row of a page: the sort key of the rows after it is greater. */
const place = z.tuple([
  // PostgreSQL takes no text with a NUL in it.
  z
    .string()
    .max(20_000)
    .refine((text) => !text.includes("\0")),
  z.uuid(),
  z.number().int(),
  z.uuid(),
]);
export type Place = z.infer<typeof place>;

/** Text for the address line; the caller hands it back as it is. */
export const cursorOf = (at: Place): string =>
  Buffer.from(JSON.stringify(at)).toString("base64url");

/** The place that a cursor names, or null where it is not one of ours. */
export function placeOf(cursor: string): Place | null {
  try {
    const text = Buffer.from(cursor, "base64url").toString("utf8");
    const parsed = place.safeParse(JSON.parse(text));
    return parsed.success && cursorOf(parsed.data) === cursor
      ? parsed.data
      : null;
  } catch {
    return null;
  }
}

import * as z from "zod";

const flag = z.enum(["true", "false"]).transform((word) => word === "true");

/** Whether a list is of what was put away. */
export const archivedQuery = z.strictObject({
  archived: flag.default(false),
});

const maxPage = 200;

/** How many rows a page holds; a number from the address line. */
export const pageLimit = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number)
  .pipe(z.int().max(maxPage));

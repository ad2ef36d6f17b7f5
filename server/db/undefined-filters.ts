import { AppError } from "@/server/errors";

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" &&
  value !== null &&
  (Object.getPrototypeOf(value) === Object.prototype ||
    Object.getPrototypeOf(value) === null);

function findUndefined(value: unknown, path: string): string | null {
  if (value === undefined) return path;
  const entries: [string, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [String(index), item])
    : isPlain(value)
      ? Object.entries(value)
      : [];
  for (const [key, item] of entries) {
    const found = findUndefined(item, `${path}.${key}`);
    if (found) return found;
  }
  return null;
}

/**
 * Throws where a `where` holds an undefined value: Prisma would drop that filter and widen the
 * question, across workspaces at worst.
 *
 * @throws AppError `filter_undefined`
 */
export function refuseUndefinedFilters(args: unknown): void {
  if (!isPlain(args) || !("where" in args)) return;
  // A whole `where: undefined` is how "no filter" is spelt by mistake as well.
  const found = findUndefined(args.where, "where");
  if (found) throw new AppError("filter_undefined", `${found} is undefined`);
}

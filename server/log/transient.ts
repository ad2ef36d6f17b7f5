import pg from "pg";

// Classes and codes after which the same statement may well succeed: connection, resources (a full disk),
// operator (shutdown, timeout), system, rollback, locks, and a server that was just demoted.
const transientClasses = new Set(["08", "40", "53", "57", "58"]);
const transientCodes = new Set(["55P03", "25006"]);

/** Whether a failed statement says something about the server and nothing about the rows. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError) || error.code === undefined)
    return true;
  return (
    transientClasses.has(error.code.slice(0, 2)) ||
    transientCodes.has(error.code)
  );
}

const uniqueViolation = "23505";

/** Whether a row with the same unique value exists. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === uniqueViolation;

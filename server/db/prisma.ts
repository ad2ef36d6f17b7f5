import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/server/env";
import { Prisma, PrismaClient } from "@/server/db/generated/client";
import { refuseUndefinedFilters } from "./undefined-filters";

function createClient() {
  const adapter = new PrismaPg({
    connectionString: env.DATABASE_URL,
    max: 10,
    connectionTimeoutMillis: 5_000,
    application_name: "waymark",
  });
  // Longer formats quote what was to be written.
  return new PrismaClient({ adapter, errorFormat: "minimal" }).$extends({
    query: {
      $allOperations({ args, query }) {
        refuseUndefinedFilters(args);
        return query(args);
      },
    },
  });
}

/** The database client; a filter that is undefined is refused instead of dropped. */
export type Database = ReturnType<typeof createClient>;

/** What a command writes through: the client or a transaction of it. */
export type Transaction = Parameters<
  Parameters<Database["$transaction"]>[0]
>[0];

// The bundle of the pages and that of the server are two; the client must be one.
const shared = globalThis as { waymarkPrisma?: Database };

/** The database client, one per process. */
export const prisma = (): Database => (shared.waymarkPrisma ??= createClient());

/** Closes the client's connections; the next use opens others. */
export async function closePrisma(): Promise<void> {
  const open = shared.waymarkPrisma;
  delete shared.waymarkPrisma;
  await open?.$disconnect();
}

const uniqueViolation = "P2002";

/** Whether a write failed because a row with the same unique value exists. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  error.code === uniqueViolation;

const missingReference = "P2003";

/** Whether a write failed because what it refers to is gone. */
export const isMissingReference = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  error.code === missingReference;

import * as z from "zod";
import { IMPORT_STEPS } from "@/lib/imports/progress";
import { id, moment, named } from "./fields";

const count = z.number().int();

const WORK_STATES = [
  "running",
  "done",
  "failed",
  "cancelled",
  /** The server ended in the middle of it. Nothing of it was kept, and it can be started again. */
  "stopped",
] as const;

/** A file that is being imported, or was lately: how far it is, or how it ended. */
export const importWork = z.object({
  id,
  fileName: z.string(),
  state: z.enum(WORK_STATES),
  step: z.enum(IMPORT_STEPS),
  /** Of the step: bytes while it is read, rows while they are checked and matched, pieces while they are stored. */
  done: count,
  /** 0 where it is not known yet. */
  total: count,
  /** Why it failed, as a request that waits for its import is told. */
  problem: z
    .object({
      code: z.string(),
      errors: z.array(z.object({ path: z.string(), code: z.string() })),
    })
    .nullable(),
  /** What came of it. */
  importId: id.nullable(),
  by: named.nullable(),
  at: moment,
});
export type ImportWork = z.infer<typeof importWork>;

/** The newest first: of the last day, without those that were cancelled. */
export const importWorkList = z.object({ works: z.array(importWork) });
export type ImportWorkList = z.infer<typeof importWorkList>;

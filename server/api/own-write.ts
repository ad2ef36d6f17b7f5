import * as z from "zod";
import { bringRows } from "@/server/commands/rows-of";
import { refused } from "@/server/errors";

/** The number of a stored change, in the address line. */
export const seqInQuery = z
  .string()
  .regex(/^(0|[1-9]\d{0,14})$/)
  .transform(Number)
  .optional();

/** For lists of what is on maps, which follow the maps within two seconds. */
export const minSeq = seqInQuery.meta({
  description:
    "With `journey`: the list reflects that journey up to this change at least, whose `seq` was answered when it was made",
});

interface Asked {
  readonly journey?: string;
  readonly minSeq?: number;
}

/** Whether a list can be read as it was asked for; it says why where it cannot. */
export async function readable(workspaceId: string, asked: Asked) {
  const { journey: journeyId, minSeq: seq } = asked;
  if (seq === undefined) return { ok: true } as const;
  if (journeyId === undefined) return refused("invalid");
  const isThere = await bringRows({ workspaceId, journeyId, seq });
  return isThere ? ({ ok: true } as const) : refused("invalid");
}

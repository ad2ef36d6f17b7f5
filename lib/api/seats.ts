import * as z from "zod";
import { id } from "./fields";

/** Who takes a seat without a socket, and of what they hold a copy. */
export const seatWish = z.strictObject({
  /** The history of the copy, where there is one. */
  epoch: z.int().min(1).nullable().default(null),
  /** Whose copy it is; nobody else gets the seat. */
  userId: id.nullable().default(null),
});

/** A seat, or in the codes of sockets why there is none. */
export const seatOffer = z.object({
  id: id.nullable(),
  end: z.object({ code: z.int(), reason: z.string() }).nullable(),
});

export type SeatOffer = z.infer<typeof seatOffer>;

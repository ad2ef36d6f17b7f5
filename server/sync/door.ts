import type { CommandContext } from "@/lib/journey/command";
import { resolve } from "@/lib/journey/resolve";
import { AppError } from "@/server/errors";
import type { LogActor } from "@/server/log/contract";
import { documentOf } from "@/server/log/document-of";
import type { ReadMap } from "./readers";
import type { Call, CallResult } from "./room-types";
import type { Held } from "./rooms";
import { syncCore } from "./sync-core";

/** Longer than a commit ever takes while the database answers. */
const patienceMs = 10_000;

/** A change that is stored; `isRepeated`: the same key changed it before, and nothing ran now. */
export type Written<T> =
  | { readonly isRepeated: false; readonly value: T; readonly seq: number }
  | { readonly isRepeated: true; readonly value: null; readonly seq: number };

async function enter(journeyId: string): Promise<Held> {
  const held = await syncCore().rooms.enter(journeyId);
  if (!held) throw new AppError("not_found");
  return held;
}

function failureOf(result: CallResult): unknown {
  switch (result.kind) {
    case "failed":
      return result.error;
    case "gone":
      return new AppError("not_found");
    case "full":
      return new AppError("map_full");
    case "not_allowed":
      return new AppError(
        "impossible",
        "a command left what the schema does not allow",
      );
    default:
      return new AppError("unavailable");
  }
}

/** Puts a call into the room's next turn and waits until it is stored. */
function storeCall(
  { room }: Held,
  call: Omit<Call, "settle">,
): Promise<CallResult> {
  return new Promise((settle) => {
    const timer = setTimeout(() => settle({ kind: "unavailable" }), patienceMs);
    room.push({
      kind: "call",
      call: {
        ...call,
        settle: (result) => {
          clearTimeout(timer);
          settle(result);
        },
      },
    });
  });
}

/**
 * The one way in which the server changes what is on a map: runs commands in the live document, whoever else
 * is in it, and returns when they are stored.
 *
 * @param idemKey - the same key changes a journey once; null where repeating does no harm.
 * @throws AppError `not_found`; `unavailable` when it could not be stored in time, and may be later.
 */
export async function withDocument<T>(
  journeyId: string,
  actor: LogActor,
  ...[idemKey, op]: [idemKey: string | null, op: (ctx: CommandContext) => T]
): Promise<Written<T>> {
  const held = await enter(journeyId);
  try {
    const outcome: { value?: T } = {};
    const result = await storeCall(held, {
      actor,
      idemKey,
      op: (ctx) => {
        outcome.value = op(ctx);
      },
    });
    if (result.kind === "repeated")
      return { isRepeated: true, value: null, seq: result.seq };
    if (result.kind !== "stored") throw failureOf(result);
    return { isRepeated: false, value: outcome.value as T, seq: result.seq };
  } finally {
    held.release();
  }
}

/**
 * The map as it is stored: from its live room, or from the log where none is open or nothing can be stored just now.
 *
 * @throws AppError `not_found`.
 */
export async function readDocument(journeyId: string): Promise<ReadMap> {
  const core = syncCore();
  const open = core.rooms.find(journeyId);
  if (open && !open.isDegraded) {
    const { room, release } = await enter(journeyId);
    try {
      // Another node may have stored more than has reached this one.
      await room.follower.reach();
      return await room.read();
    } finally {
      release();
    }
  }
  const stored = await core.log.load(journeyId);
  if (!stored) throw new AppError("not_found");
  const doc = documentOf(stored);
  const map = resolve(doc);
  doc.destroy();
  return { map, seq: stored.headSeq };
}

/**
 * Has the rows of a map written now, up to what is stored, instead of after a moment of quiet.
 *
 * @throws AppError `not_found`.
 */
export async function hurryRows(journeyId: string): Promise<void> {
  const { room, release } = await enter(journeyId);
  try {
    await room.follower.reach();
    room.keeper.hurry();
  } finally {
    release();
  }
}

/** A map that is followed until `stop`. */
export interface Watched extends ReadMap {
  readonly stop: () => void;
}

/**
 * Follows a map for a visitor who never joins its room.
 *
 * @param listener - hears that something was stored, and with null that the room ended: ask again, or stop.
 * @throws AppError `not_found`.
 */
export async function watchDocument(
  journeyId: string,
  listener: (now: ReadMap | null) => void,
): Promise<Watched> {
  const { room, release } = await enter(journeyId);
  let isReading = false;
  const stopWatching = room.watch(() => {
    if (room.isGone) return listener(null);
    if (isReading) return;
    isReading = true;
    room
      .read()
      .then(listener, () => undefined)
      .finally(() => {
        isReading = false;
      });
  });
  const stop = () => {
    stopWatching();
    release();
  };
  try {
    return { ...(await room.read()), stop };
  } catch (error) {
    stop();
    throw error;
  }
}

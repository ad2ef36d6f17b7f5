import type { RoomEars, RoomLine } from "@/server/sync/room-types";
import type { Bus } from "./bus";
import {
  askPresenceWord,
  presenceWord,
  readRoomWord,
  storedWord,
} from "./room-words";

/** Joins a room to those of the same journey on other nodes. */
export function roomLine(
  bus: Bus,
  journeyId: string,
  ears: RoomEars,
): RoomLine {
  const channel = `jm:${journeyId}`;
  const hangUp = bus.subscribe(channel, (message, node) => {
    const word = readRoomWord(message);
    if (word?.kind === "stored") ears.hearStored(word.news);
    if (word?.kind === "presence") ears.hearPresence(node, word.batch);
    if (word?.kind === "askPresence") ears.hearPresenceAsked();
  });
  return {
    get isShared() {
      return bus.isShared;
    },
    tellStored: (after, rows) =>
      bus.publish(
        channel,
        storedWord(
          after,
          rows.map(({ row }) => row),
        ),
      ),
    tellPresence: (batch) => bus.publish(channel, presenceWord(batch)),
    askPresence: () => bus.publish(channel, askPresenceWord()),
    close: hangUp,
  };
}

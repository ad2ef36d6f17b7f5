import type { RoomLine } from "@/server/sync/room-types";

/** Of a process that is alone. */
export const noLine: RoomLine = {
  isShared: false,
  tellStored: () => undefined,
  tellPresence: () => undefined,
  askPresence: () => undefined,
  close: () => undefined,
};

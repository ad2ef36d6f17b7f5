import * as z from "zod";
import { readAs } from "@/lib/journey/kind";
import { roomEvent, type RoomEvent } from "@/lib/protocol/events";
import {
  announceAccessChange,
  onAccessChange,
  type AccessChange,
} from "@/server/access-changes";
import {
  announceRowsChanged,
  onRowsChanged,
  type RowsChanged,
} from "@/server/row-events";
import type { Bus } from "./bus";

const channel = "jm:events";

const id = z.string().max(64);
const filter = z.strictObject({
  userId: id.exactOptional(),
  sessionId: id.exactOptional(),
  tokenId: id.exactOptional(),
  workspaceId: id.exactOptional(),
  journeyId: id.exactOptional(),
});
const accessChange: z.ZodType<AccessChange> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("ended"),
    filter,
    code: z.literal([4401, 4403, 4404]),
  }),
  z.strictObject({ kind: z.literal("changed"), filter }),
  z.strictObject({
    kind: z.literal("links-ended"),
    workspaceId: id,
    linkId: id.exactOptional(),
  }),
]);
const rowsChanged: z.ZodType<RowsChanged> = z.strictObject({
  workspaceId: id,
  event: z.custom<RoomEvent>((event) => readAs(roomEvent, event) !== undefined),
});
const words = z.union([
  z.strictObject({ access: accessChange }),
  z.strictObject({ rows: rowsChanged }),
]);

type Words = z.infer<typeof words>;

function read(message: Uint8Array): Words | null {
  try {
    return words.parse(JSON.parse(new TextDecoder().decode(message)));
  } catch {
    // Of another version, perhaps: whoever stays open is judged again every minute anyway.
    return null;
  }
}

/**
 * Has all nodes hear of changes of access and of rows that are made on any of them, until the returned function
 * is called.
 */
export function startRelay(bus: Bus): () => void {
  const tell = (said: Words) => {
    if (!bus.isShared) return;
    bus.publish(channel, new TextEncoder().encode(JSON.stringify(said)));
  };
  const ends = [
    onAccessChange((access, from) => from === "here" && tell({ access })),
    onRowsChanged((rows, from) => from === "here" && tell({ rows })),
    bus.subscribe(channel, (message) => {
      const said = read(message);
      if (said && "access" in said)
        announceAccessChange(said.access, "elsewhere");
      if (said && "rows" in said) announceRowsChanged(said.rows, "elsewhere");
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

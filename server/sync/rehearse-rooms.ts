import { randomUUID } from "node:crypto";
import type { WebSocket } from "ws";
import { MESSAGE, SYNC } from "@/lib/protocol/messages";
import type { Append, AppendResult, DocumentLog } from "@/server/log/contract";
import { MemoryLog } from "@/server/log/memory";
import { step1Frame, updateFrame } from "./frames";
import { editsOf } from "./rehearsal-edits";
import { onStage, storeMap, type Visit } from "./rehearsal-stage";
import type { SyncSettings } from "./settings";

const maps = 20;
const editingMs = 1_000;
const nothing = new Uint8Array([0]);

/** Keeps everything in memory, and offers it to the real log under a name that has no log there: nothing is stored. */
class RehearsalLog extends MemoryLog {
  constructor(private readonly real: DocumentLog) {
    super();
  }

  override async append(append: Append): Promise<AppendResult> {
    await this.real.append({ ...append, journeyId: randomUUID() });
    return super.append(append);
  }
}

const isUpdate = (data: Uint8Array) =>
  data[0] === MESSAGE.sync && data[1] === SYNC.update;

async function join(visit: Visit, journeyId: string): Promise<WebSocket> {
  const socket = await visit(journeyId);
  socket.once("open", () => socket.send(step1Frame(nothing)));
  // The greeting, then the map.
  let heard = 0;
  await new Promise<void>((done) => {
    socket.once("close", () => done());
    socket.on("message", () => {
      heard++;
      if (heard === 2) done();
    });
  });
  return socket;
}

/** Has one edit whenever the other sees an edit. */
function answerEach(
  [writer, reader]: readonly [WebSocket, WebSocket],
  edits: ReturnType<typeof editsOf>,
  see: () => void,
): void {
  const send = () => {
    const { value } = edits.next();
    if (value) writer.send(updateFrame(value));
  };
  reader.on("message", (data: Buffer) => {
    if (!isUpdate(data)) return;
    see();
    send();
  });
  send();
}

/**
 * One edits whenever the other has seen the last edit; or both do, so that what one turn brings of both is told in one.
 *
 * @returns how many edits were seen.
 */
async function editTogether(
  visit: Visit,
  journeyId: string,
  { snapshot, isMutual }: { snapshot: Uint8Array; isMutual: boolean },
): Promise<number> {
  const [one, other] = [
    await join(visit, journeyId),
    await join(visit, journeyId),
  ] as const;
  let seen = 0;
  const see = () => void seen++;
  answerEach([one, other], editsOf(snapshot), see);
  if (isMutual) answerEach([other, one], editsOf(snapshot), see);
  await new Promise((done) => setTimeout(done, editingMs));
  for (const socket of [one, other]) socket.close();
  return seen;
}

/**
 * Has people edit maps of nobody in pairs: every step of an edit, from one socket to the other, is compiled by
 * the time the real ones come. For half a minute after a start that was as much work as the edits themselves.
 *
 * @param snapshot - of a small map.
 * @returns how many edits were seen by the other.
 */
export async function rehearseRooms(
  snapshot: Uint8Array,
  { log: real, settings }: { log: DocumentLog; settings: SyncSettings },
): Promise<number> {
  const log = new RehearsalLog(real);
  const journeyIds = Array.from({ length: maps }, () => randomUUID());
  for (const id of journeyIds) await storeMap(log, id, snapshot);
  return onStage(log, settings, async (visit) => {
    const seen = await Promise.all(
      journeyIds.map((id, nth) =>
        editTogether(visit, id, { snapshot, isMutual: nth % 2 === 1 }),
      ),
    );
    return seen.reduce((sum, each) => sum + each, 0);
  });
}

// Hands a ready answer of four megabytes to everybody who asks and does nothing else: the least that a deploy can take.
import http from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { WebSocketServer } from "ws";
import { SYNC } from "@/lib/protocol/messages";
import { env } from "@/server/env";
import { step2Frame } from "@/server/sync/frames";
import { isSync } from "./raw-socket";

export interface AnswerFigures {
  readonly bytes: number;
  /** The 99th percentile since it was asked last. */
  readonly loopDelayMs: number;
}

const answer = step2Frame(new Uint8Array(4_100_000));
const loopDelay = monitorEventLoopDelay({ resolution: 5 });
loopDelay.enable();

const server = http.createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on("connection", (socket) => {
  socket.on("message", (frame: Buffer) => {
    if (isSync(SYNC.step1)(frame)) socket.send(answer);
  });
});
server.listen(env.PORT, "127.0.0.1", () => process.send?.("ready"));

process.on("message", () => {
  const figures: AnswerFigures = {
    bytes: answer.length,
    loopDelayMs: Math.round(loopDelay.percentile(99) / 1e6),
  };
  loopDelay.reset();
  process.send?.(figures);
});
process.on("disconnect", () => process.exit());

import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

/** Says that the address is right and this process is not the one that answers it: its duties are others. */
export function answerMisdirected(
  _: IncomingMessage,
  response: ServerResponse,
): void {
  response.writeHead(421, { "content-type": "application/problem+json" });
  response.end(
    JSON.stringify({
      type: "about:blank",
      title: "Misdirected Request",
      status: 421,
      code: "misdirected",
      requestId: randomUUID(),
    }),
  );
}

/** The same for what would have become a socket. */
export function refuseMisdirected(_: IncomingMessage, socket: Duplex): void {
  socket.end(
    "HTTP/1.1 421 Misdirected Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
  );
}

import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { refuseMisdirected } from "./misdirected";

test("[2.11] a process without sockets says of an upgrade that it came to the wrong one, and ends it", async () => {
  const socket = new PassThrough();
  refuseMisdirected({} as IncomingMessage, socket);
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 421 /);
  expect(answer).toMatch(/connection: close/i);
  expect(socket.writableEnded).toBe(true);
});

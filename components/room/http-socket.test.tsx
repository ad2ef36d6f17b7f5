import { afterEach, expect, test, vi } from "vitest";
import { decodeFrames, encodeAnswer } from "@/lib/protocol/batch";
import { CLOSE } from "@/lib/protocol/close-codes";
import { HttpSocket } from "./http-socket";

afterEach(() => vi.unstubAllGlobals());

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** A server that answers each way as the test says, and never answers what it does not say. */
function serve(answers: Readonly<Record<string, (() => Response)[]>>): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", (address: string, init: RequestInit = {}) => {
    const { method = "GET", body, signal } = init;
    const path = address.replace("http://test/seats", "");
    asked.push({ method, path, body });
    const next = answers[`${method} ${path.split("?")[0]}`]?.shift();
    if (next) return Promise.resolve(next());
    return new Promise((_, reject) =>
      signal?.addEventListener("abort", () => reject(new Error("aborted"))),
    );
  });
  return asked;
}

const seat = () => Response.json({ id: "1", end: null }, { status: 201 });
const frames = (...list: number[][]) =>
  new Response(
    encodeAnswer({
      end: null,
      frames: list.map((one) => new Uint8Array(one)),
    }).slice(),
  );
const open = () =>
  new HttpSocket("ws://test/sync/j?ext=1&as=me&epoch=3", "http://test/seats");
const closed = (socket: HttpSocket) =>
  new Promise<number>((done) => {
    socket.onclose = ({ code }) => done(code);
  });

test("takes a seat for the copy that it holds, and says each time what it has heard", async () => {
  const asked = serve({
    "POST ": [seat],
    "GET /1/frames": [() => frames([1], [2]), () => frames([3])],
  });
  const socket = open();
  const heard: number[] = [];
  socket.onmessage = ({ data }) => heard.push(...new Uint8Array(data));
  await vi.waitFor(() => expect(heard).toEqual([1, 2, 3]));
  expect(JSON.parse(String(asked[0]?.body))).toEqual({
    epoch: 3,
    userId: "me",
  });
  await vi.waitFor(() =>
    expect(asked.slice(1).map(({ path }) => path)).toEqual([
      "/1/frames?after=0",
      "/1/frames?after=2",
      "/1/frames?after=3",
    ]),
  );
  socket.close();
});

test("sends in order, what was written together in one request, and the next when that one is through", async () => {
  const done = () => new Response(null, { status: 204 });
  const asked = serve({ "POST ": [seat], "POST /1/frames": [done, done] });
  const socket = open();
  await new Promise<void>((opened) => (socket.onopen = opened));
  socket.send(new Uint8Array([1]));
  socket.send(new Uint8Array([2]));
  const sent = () => asked.filter(({ path }) => path.includes("first="));
  await vi.waitFor(() => expect(sent()).toHaveLength(1));
  socket.send(new Uint8Array([3]));
  await vi.waitFor(() => expect(sent()).toHaveLength(2));
  expect(
    sent().map(({ path, body }) => [path, decodeFrames(body as Uint8Array)]),
  ).toEqual([
    ["/1/frames?first=0", [new Uint8Array([1]), new Uint8Array([2])]],
    ["/1/frames?first=2", [new Uint8Array([3])]],
  ]);
  socket.close();
});

test("ends with the code that a socket would have ended with", async () => {
  const refusal = { id: null, end: { code: CLOSE.otherEpoch, reason: "" } };
  serve({ "POST ": [() => Response.json(refusal)] });
  expect(await closed(open())).toBe(CLOSE.otherEpoch);
  for (const [status, code] of [
    [401, CLOSE.identityGone],
    [404, CLOSE.notFound],
    [429, CLOSE.tooFast],
    [503, 1006],
  ] as const) {
    serve({ "POST ": [() => new Response(null, { status })] });
    expect(await closed(open())).toBe(code);
  }
});

test("a seat that is not there any more is no map that is gone: another one is taken", async () => {
  serve({
    "POST ": [seat],
    "GET /1/frames": [() => new Response(null, { status: 404 })],
  });
  expect(await closed(open())).toBe(1006);
});

test("a seat is given back when the tab closes the line or the page is left", async () => {
  const asked = serve({ "POST ": [seat] });
  const socket = open();
  await new Promise<void>((opened) => (socket.onopen = opened));
  window.dispatchEvent(new Event("pagehide"));
  expect(asked.at(-1)).toMatchObject({ method: "DELETE", path: "/1" });
  socket.close();
});

// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HttpSocket } from "./http-socket";
import { SocketChoice } from "./socket-choice";

/** A browser's socket, of which a test says what becomes of it. */
class Socket extends EventTarget {
  readyState = 0;
  constructor(readonly url: string) {
    super();
  }
  close(): void {
    this.readyState = 3;
  }
  say(): void {
    this.dispatchEvent(new Event("message"));
  }
  end(code = 1006): void {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event("close"), { code }));
  }
}

let choice: SocketChoice;
let isCurrent: boolean;
let asked: string[];
const made: unknown[] = [];
const address = "wss://test/sync/j?ext=1";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", Socket);
  asked = [];
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    return new Promise(() => undefined);
  });
  sessionStorage.clear();
  isCurrent = true;
  choice = new SocketChoice({
    seats: "https://test/seats",
    isCurrent: () => isCurrent,
  });
});
afterEach(() => {
  choice.stop();
  for (const one of made.splice(0)) if (one instanceof HttpSocket) one.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** What the stock provider does to connect. */
async function open(): Promise<unknown> {
  const one: unknown = new choice.Socket(address);
  made.push(one);
  await vi.dynamicImportSettled();
  return one;
}

async function openSocket(): Promise<Socket> {
  const one = await open();
  expect(one).toBeInstanceOf(Socket);
  return one as Socket;
}

async function failTimes(times: number, code?: number): Promise<void> {
  for (let at = 0; at < times; at++) (await openSocket()).end(code);
}

test("[2.14] three sockets in a row that never said a word, and the same is asked by plain requests", async () => {
  await failTimes(3);
  expect([choice.isByHttp, asked]).toEqual([false, []]);
  expect(await open()).toBeInstanceOf(HttpSocket);
  expect([choice.isByHttp, asked]).toEqual([true, ["https://test/seats"]]);
});

test("[2.14] where requests fail as well the server is away, and sockets are tried three times again", async () => {
  await failTimes(3);
  expect(await open()).toBeInstanceOf(HttpSocket);
  await failTimes(3);
  expect(await open()).toBeInstanceOf(HttpSocket);
});

test("[2.14] a socket that said a word proves that they get through, whatever came before and comes after", async () => {
  await failTimes(2);
  const one = await openSocket();
  one.say();
  one.end();
  await failTimes(3);
  expect(await open()).toBeInstanceOf(HttpSocket);
});

test.each([1012, 1013, 4403, 4501])(
  "[2.14] %i can only have come from the server, so nothing is in the way",
  async (code) => {
    await failTimes(5, code);
    await openSocket();
  },
);

test("[2.14] neither a connection that this tab ended itself nor a computer without a network says anything about sockets", async () => {
  isCurrent = false;
  await failTimes(5);
  isCurrent = true;
  const onLine = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  await failTimes(5);
  onLine.mockRestore();
  await failTimes(3);
  expect(await open()).toBeInstanceOf(HttpSocket);
});

test("[2.14] a socket that neither opens nor fails within eight seconds is given up", async () => {
  const one = await openSocket();
  await vi.advanceTimersByTimeAsync(7_900);
  expect(one.readyState).toBe(0);
  await vi.advanceTimersByTimeAsync(200);
  expect(one.readyState).toBe(3);
});

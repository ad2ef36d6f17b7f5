import { describe, expect, test } from "vitest";
import { eventText, listeningBody, type Listener } from "./stream";

async function readAll(body: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(body).text();
}

describe("a listening body", () => {
  test("says what it is told until it is ended, and is left once", async () => {
    const left: Listener[] = [];
    const { body, listener } = listeningBody((who) => left.push(who));
    expect(listener.send(eventText("ended", { reason: "gone" }))).toBe(true);
    listener.end();
    listener.end();
    expect(listener.send("more")).toBe(false);
    expect(await readAll(body)).toBe(
      'event: ended\ndata: {"reason":"gone"}\n\n',
    );
    expect(left).toEqual([listener]);
  });

  test("a first view may be larger than what is kept waiting", () => {
    const { listener } = listeningBody(() => undefined);
    expect(listener.send("x".repeat(3 * 1024 * 1024))).toBe(true);
  });

  test("a visitor who does not read is let go instead of filling the memory", async () => {
    const left: Listener[] = [];
    const { body, listener } = listeningBody((who) => left.push(who));
    let sent = 0;
    while (listener.send("x".repeat(100_000))) sent += 100_000;
    expect(sent).toBeLessThan(1.2 * 1024 * 1024);
    expect(left).toEqual([listener]);
    expect((await readAll(body)).length).toBe(sent);
  });

  test("a visitor who leaves is let go", async () => {
    const left: Listener[] = [];
    const { body, listener } = listeningBody((who) => left.push(who));
    await body.cancel();
    expect(left).toEqual([listener]);
    expect(listener.send("x")).toBe(false);
  });
});

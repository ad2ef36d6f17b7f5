import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { Redis } from "ioredis";
import { freePort } from "@/scripts/processes.mjs";
import { ownRedis } from "@/test/redis";
import { RedisBus } from "./redis-bus";
import { busContract } from "./testing/bus-suite";

const redis = await ownRedis();
const key = Buffer.from("of this installation");

const join = (more: { key?: Buffer; goneMs?: number; beatMs?: number } = {}) =>
  new RedisBus({ url: redis!.url, key, report: () => undefined, ...more });

describe.runIf(redis)("with Redis", () => {
  beforeAll(() => redis!.start());
  afterAll(() => redis!.kill());

  busContract("messages through Redis", async () => {
    await redis!.start();
    return { join, stop: async () => undefined };
  });

  test("a node that speaks before it can hear still learns of the others", async () => {
    const one = join();
    const client = new Redis(redis!.url);
    const said = vi.fn();
    client.on("message", said);
    const listeners = async () =>
      Number((await probe.pubsub("NUMSUB", "jm:alive"))[1]);
    const probe = new Redis(redis!.url);
    await vi.waitFor(async () => expect(await listeners()).toBe(1));
    await client.subscribe("spoken");
    const subscribe = Redis.prototype.subscribe;
    let hear = () => {};
    const later = new Promise<void>((done) => (hear = done));
    vi.spyOn(Redis.prototype, "subscribe").mockImplementationOnce(
      async function (this: Redis, ...channels: unknown[]) {
        await later;
        return subscribe.apply(this, channels as [string]);
      } as typeof subscribe,
    );
    const two = join();
    await vi.waitFor(() => {
      two.publish("spoken", new Uint8Array());
      expect(said).toHaveBeenCalled();
    });
    hear();
    await vi.waitFor(() => expect(one.isShared && two.isShared).toBe(true));
    for (const each of [client, probe]) each.disconnect();
    for (const bus of [one, two]) await bus.close();
  });

  test("that Redis cannot be had is told once, however often it is tried", async () => {
    const tries = vi.spyOn(Redis.prototype, "connect");
    const report = vi.fn();
    const url = `redis://127.0.0.1:${await freePort()}`;
    const bus = new RedisBus({ url, key, report });
    await vi.waitFor(() => expect(tries.mock.calls.length).toBeGreaterThan(7));
    expect(report).toHaveBeenCalledTimes(1);
    tries.mockRestore();
    await bus.close();
  });

  test("who has not the key of the installation is not believed", async () => {
    const [one, two, stranger] = [
      join(),
      join(),
      join({ key: Buffer.from("of another") }),
    ];
    const heard = vi.fn();
    two.subscribe("a", heard);
    await vi.waitFor(() => expect(one.isShared && two.isShared).toBe(true));
    expect(stranger.isShared).toBe(false);
    const client = new Redis(redis!.url);
    await client.publish("a", "x".repeat(100));
    await client.publish("a", "");
    stranger.publish("a", new Uint8Array([1]));
    await vi.waitFor(() => {
      one.publish("a", new Uint8Array([2]));
      expect(heard).toHaveBeenCalled();
    });
    for (const [message] of heard.mock.calls)
      expect(message).toEqual(new Uint8Array([2]));
    client.disconnect();
    for (const bus of [one, two, stranger]) await bus.close();
  });

  test("nobody waits for a Redis that is away, and its return is heard", async () => {
    const [one, two] = [join(), join()];
    const [heard, gap] = [vi.fn(), vi.fn()];
    two.subscribe("a", heard);
    await vi.waitFor(() => expect(one.isShared && two.isShared).toBe(true));
    two.onGap(gap);
    await redis!.kill();
    one.publish("a", new Uint8Array([1]));
    await redis!.start();
    await vi.waitFor(() => expect(gap).toHaveBeenCalled(), 10_000);
    await vi.waitFor(() => {
      one.publish("a", new Uint8Array([2]));
      expect(heard).toHaveBeenCalled();
    }, 10_000);
    expect(heard.mock.calls[0]?.[0]).toEqual(new Uint8Array([2]));
    for (const bus of [one, two]) await bus.close();
  });

  test("a node that says nothing any more is not counted", async () => {
    const one = join({ goneMs: 300, beatMs: 50 });
    const two = join({ goneMs: 300, beatMs: 50 });
    await vi.waitFor(() => expect(one.isShared).toBe(true));
    await two.close();
    await vi.waitFor(() => expect(one.isShared).toBe(false), 5_000);
    await one.close();
  });
});

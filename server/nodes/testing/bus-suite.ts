import {
  afterAll,
  afterEach,
  beforeAll,
  describe,
  expect,
  test,
  vi,
} from "vitest";
import type { Bus } from "../bus";

export interface BusHarness {
  /** A further node. */
  join(): Bus;
  stop(): Promise<void>;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (message: Uint8Array) => new TextDecoder().decode(message);

/** The promises of everything that carries messages between nodes. */
export function busContract(
  name: string,
  start: () => Promise<BusHarness>,
): void {
  describe(name, () => {
    let harness: BusHarness;
    const open: Bus[] = [];
    beforeAll(async () => {
      harness = await start();
    });
    afterEach(async () => {
      for (const bus of open.splice(0)) await bus.close();
    });
    afterAll(() => harness.stop());

    const join = () => {
      const bus = harness.join();
      open.push(bus);
      return bus;
    };
    const heardBy = (bus: Bus, channel: string) => {
      const heard: string[] = [];
      const nodes = new Set<string>();
      const end = bus.subscribe(channel, (message, node) => {
        heard.push(text(message));
        nodes.add(node);
      });
      return { heard, nodes, end };
    };
    const met = (...buses: Bus[]) =>
      vi.waitFor(() => {
        for (const bus of buses) expect(bus.isShared).toBe(true);
      }, 5_000);
    /** Heard means that what was asked for before is in effect. */
    const settled = async (from: Bus, ...to: Bus[]) => {
      for (const bus of to) {
        const { heard, end } = heardBy(bus, "settled");
        await vi.waitFor(() => {
          from.publish("settled", bytes("yes"));
          expect(heard).toContain("yes");
        }, 5_000);
        end();
      }
    };

    test("a node that is alone has nobody to tell, and one that finds another has", async () => {
      const one = join();
      expect(one.isShared).toBe(false);
      one.publish("a", bytes("to nobody"));
      const other = join();
      await met(one, other);
    });

    test("what a node says, all others hear in order, byte for byte, and it does not hear itself", async () => {
      const [one, two, three] = [join(), join(), join()];
      const own = heardBy(one, "a");
      const heard = [heardBy(two, "a"), heardBy(three, "a")];
      await met(one, two, three);
      await settled(one, two, three);
      const words = Array.from({ length: 200 }, (_, at) => `word ${at} \0 ü`);
      for (const word of words) one.publish("a", bytes(word));
      for (const each of heard)
        await vi.waitFor(() => expect(each.heard).toEqual(words), 5_000);
      expect(own.heard).toEqual([]);
      expect([...heard[0]!.nodes]).toEqual([...heard[1]!.nodes]);
      expect(heard[0]!.nodes.size).toBe(1);
    });

    test("a node hears only what it listens to, and only as long as it does", async () => {
      const [one, two] = [join(), join()];
      const [a, b] = [heardBy(two, "a"), heardBy(two, "b")];
      await met(one, two);
      await settled(one, two);
      one.publish("b", bytes("1"));
      await vi.waitFor(() => expect(b.heard).toEqual(["1"]), 5_000);
      b.end();
      one.publish("b", bytes("2"));
      one.publish("a", bytes("3"));
      await vi.waitFor(() => expect(a.heard).toEqual(["3"]), 5_000);
      expect(b.heard).toEqual(["1"]);
    });
  });
}

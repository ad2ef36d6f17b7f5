import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll } from "vitest";
import type * as Y from "yjs";
import {
  createJourney,
  startNode,
  storedDocument,
  type LabNode,
} from "@/server/sync/testing/lab";
import { smallSeed } from "@/server/sync/testing/seed";
import type { StockClient } from "@/server/sync/testing/stock-client";
import { startTestApp, type PrincipalName, type TestApp } from "@/test/app";
import { LocalHub } from "../local-bus";
import { LossyBus } from "./lossy-bus";
import { areEqual, sit, write } from "./people";

/** Long enough that nothing happens by itself while a test looks. */
const never = 600_000;

/** Two nodes over one database, for all tests of a file: they take longer to start than most tests to run. */
export class TwoNodes {
  app!: TestApp;
  buses!: [LossyBus, LossyBus];
  nodes!: [LabNode, LabNode];
  /** Ended after each test. */
  readonly open: { destroy(): void }[] = [];

  constructor() {
    beforeAll(() => this.#start());
    afterEach(() => this.#putRight());
    afterAll(() => this.#stop());
  }

  /** From now on nothing is told, and nothing is asked for by itself either. */
  cutOff(): void {
    for (const bus of this.buses) bus.lossPercent = 100;
  }

  newJourney = () => createJourney(smallSeed, this.app.workspace.id);
  stored = (journeyId: string) =>
    storedDocument(this.nodes[0].core.log, journeyId);
  rooms = (journeyId: string) =>
    this.nodes.map(({ core }) => core.rooms.find(journeyId)!);

  async person(
    at: 0 | 1,
    name: PrincipalName,
    journeyId: string,
  ): Promise<StockClient> {
    const client = sit(this.nodes[at], this.app.people[name], journeyId);
    this.open.push(client);
    await client.synced();
    return client;
  }

  async twoPeople(journeyId: string) {
    const ada = await this.person(0, "editor", journeyId);
    const bob = await this.person(1, "admin", journeyId);
    // Both have written: whose their clients are is known everywhere.
    for (const one of [ada, bob]) {
      write(one, ".");
      await one.acknowledged();
    }
    await areEqual([ada.doc, bob.doc], () => this.stored(journeyId));
    return { ada, bob };
  }

  async #start() {
    this.app = await startTestApp();
    const hub = new LocalHub();
    this.buses = [new LossyBus(hub.join()), new LossyBus(hub.join())];
    const settings = {
      headsMs: never,
      presenceBeatMs: 100,
      presenceGoneMs: 600,
    };
    const start = (bus: LossyBus) =>
      startNode({ app: this.app, bus, settings });
    this.nodes = [await start(this.buses[0]), await start(this.buses[1])];
  }

  #putRight() {
    for (const one of this.open.splice(0)) one.destroy();
    for (const bus of this.buses) bus.lossPercent = 0;
  }

  async #stop() {
    for (const node of this.nodes) await node.stop();
    await this.app.stop();
  }
}

/** What a command needs that is not given by a person at a node. */
export const contextOf = (doc: Y.Doc) => ({
  doc,
  actorId: "test",
  now: Date.now,
  newId: randomUUID,
  random: Math.random,
  origin: {},
});

import * as Y from "yjs";
import type { CommandContext } from "../command";
import { createLiveMap } from "../live-map";
import type { LiveMap } from "../live-map";
import { createUndoStack } from "../undo";
import type { TextSession, UndoStack } from "../undo";
import { changedTypes } from "../touched";
import { Growth } from "./growth";
import { RegisterOracle } from "./oracle";
import type { Operation } from "./oracle";
import { PlacementOracle, wholePlace } from "./placements";
import { seededId, seededRandom } from "./random";
import { TypedWords } from "./words";

interface Message {
  readonly operation: Operation | null;
  readonly update: Uint8Array;
}

/** One tab of one person. */
export interface Person {
  readonly doc: Y.Doc;
  readonly ctx: CommandContext & { readonly undo: UndoStack };
  /** Only of the first person: one follower beside the server's is enough to find a wrong one. */
  readonly live: LiveMap | undefined;
  /** A new one for each load of the page. */
  readonly session: number;
  readonly up: Message[];
  readonly down: Message[];
  isOnline: boolean;
  typing: { readonly text: Y.Text; readonly session: TextSession } | null;
  operations: number;
}

/** The numbers of one step: what they choose depends on what is there. */
export interface Picks {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export type Act = (person: Person, picks: Picks, world: World) => void;

export interface Server {
  doc: Y.Doc;
  live: LiveMap;
  /** What survives a restart. */
  readonly log: Uint8Array[];
}

const NETWORK = { network: true };

/**
 * A server, some people and the links between them, all in this process: messages wait in a queue for
 * each direction until a step of the script delivers, drops, doubles or reorders them.
 */
export class World {
  readonly oracle = new RegisterOracle();
  readonly words = new TypedWords();
  readonly placements: PlacementOracle;
  readonly growth = new Growth();
  readonly people: Person[] = [];
  readonly server: Server;
  private readonly received = new Set<string>();
  private readonly random = seededRandom(7);
  private time = 1_700_000_000_000;
  private sessions = 0;

  constructor(start: Uint8Array, count: number, place = wholePlace) {
    const doc = this.newDoc();
    Y.applyUpdate(doc, start, NETWORK);
    this.placements = new PlacementOracle(place, doc);
    this.server = { doc, live: createLiveMap(doc), log: [start] };
    for (let index = 0; index < count; index += 1) this.join();
  }

  /** Someone opens the map for the first time. */
  join(kept?: Uint8Array): Person {
    const person = this.load(kept, this.people.length === 0);
    this.people.push(person);
    this.sync(person);
    return person;
  }

  /**
   * Someone loads the page again. With a kept copy nothing is lost; without one, what had not left the
   * tab is gone for good, and is forgotten here too.
   */
  reload(index: number, keepsCopy: boolean): void {
    const old = this.people[index]!;
    const kept = keepsCopy ? Y.encodeStateAsUpdate(old.doc) : undefined;
    if (!keepsCopy) {
      const isLost = (operation: Operation) =>
        operation.session === old.session &&
        !this.received.has(nameOf(operation));
      this.oracle.forget(isLost);
      this.words.forget(isLost);
    }
    this.close(old);
    const person = this.load(kept, index === 0);
    this.people[index] = person;
    this.sync(person);
  }

  /** The first message of a queue, or another one, arrives; a doubled one arrives once more later. */
  deliver(
    person: Person,
    how: { way: "up" | "down"; pick: number; isDoubled: boolean },
  ): void {
    const queue = person[how.way];
    if (!person.isOnline || queue.length === 0) return;
    const [message] = queue.splice(how.pick % queue.length, 1);
    if (message === undefined) return;
    if (how.isDoubled) queue.push(message);
    if (how.way === "up") this.receive(person, message);
    else Y.applyUpdate(person.doc, message.update, NETWORK);
  }

  drop(person: Person, way: "up" | "down", pick: number): void {
    const queue = person[way];
    if (queue.length > 0) queue.splice(pick % queue.length, 1);
  }

  setOnline(person: Person, isOnline: boolean): void {
    person.isOnline = isOnline;
    person.up.length = 0;
    person.down.length = 0;
    if (isOnline) this.sync(person);
  }

  /** The server process ends and another begins, from what is stored; all connections break. */
  restart(): void {
    this.server.live.destroy();
    const doc = this.newDoc();
    for (const update of this.server.log) Y.applyUpdate(doc, update, NETWORK);
    this.server.doc = doc;
    this.server.live = createLiveMap(doc);
    for (const person of this.people) {
      person.up.length = 0;
      person.down.length = 0;
      if (person.isOnline) this.sync(person);
    }
  }

  /** Everyone comes online and everything arrives. */
  settle(): void {
    for (const person of this.people) this.setOnline(person, true);
    for (const person of this.people) this.sync(person);
  }

  end(): void {
    this.server.live.destroy();
    for (const person of this.people) this.close(person);
  }

  private load(kept: Uint8Array | undefined, isFirst: boolean): Person {
    const doc = this.newDoc();
    if (kept !== undefined) Y.applyUpdate(doc, kept, NETWORK);
    const session = (this.sessions += 1);
    const person: Person = {
      doc,
      session,
      ctx: {
        doc,
        actorId: seededId(this.random),
        now: () => (this.time += 1),
        newId: () => seededId(this.random),
        random: this.random,
        origin: { session },
        undo: createUndoStack(),
      },
      live: isFirst ? createLiveMap(doc) : undefined,
      up: [],
      down: [],
      isOnline: true,
      typing: null,
      operations: 0,
    };
    doc.on("beforeTransaction", (transaction: Y.Transaction) => {
      if (transaction.origin !== NETWORK) person.operations += 1;
    });
    doc.on("afterTransaction", (transaction: Y.Transaction) => {
      if (transaction.origin === NETWORK) return;
      const changed = [...changedTypes(transaction)];
      this.oracle.record(transaction, changed, lastOf(person));
      for (const one of changed) this.placements.record(doc, one);
    });
    doc.on(
      "update",
      (
        update: Uint8Array,
        origin: unknown,
        _doc: Y.Doc,
        transaction: Y.Transaction,
      ) => {
        if (origin === NETWORK) return;
        person.up.push({ update, operation: lastOf(person) });
        this.growth.record(transaction, update.length);
      },
    );
    return person;
  }

  private close(person: Person): void {
    person.typing?.session.close();
    person.live?.destroy();
    person.ctx.undo.clear();
    person.doc.destroy();
  }

  /** What arrives with a hole before it is not applied: the server asks for everything instead. */
  private receive(person: Person, message: Message): void {
    if (this.hasHole(message.update)) {
      this.sync(person);
      return;
    }
    this.store(message.update, person);
    if (message.operation !== null)
      this.received.add(nameOf(message.operation));
    const { pendingDs, pendingStructs } = this.server.doc.store;
    if (pendingDs !== null || pendingStructs !== null) this.sync(person);
  }

  private hasHole(update: Uint8Array): boolean {
    const { store } = this.server.doc;
    const { from } = Y.parseUpdateMeta(update);
    return [...from].some(
      ([client, clock]) => clock > Y.getState(store, client),
    );
  }

  private store(update: Uint8Array, author: Person): void {
    let isNew = false;
    const see = () => {
      isNew = true;
    };
    this.server.doc.on("update", see);
    Y.applyUpdate(this.server.doc, update, NETWORK);
    this.server.doc.off("update", see);
    // A new connection repeats every deletion; what says nothing new is neither stored nor passed on.
    if (!isNew && this.server.doc.store.pendingDs === null) return;
    this.server.log.push(update);
    for (const person of this.people) {
      if (person !== author && person.isOnline)
        person.down.push({ update, operation: null });
    }
  }

  /** Both tell each other what they have, as two sides of a new connection do. */
  private sync(person: Person): void {
    const { doc } = this.server;
    this.store(
      Y.encodeStateAsUpdate(person.doc, Y.encodeStateVector(doc)),
      person,
    );
    for (let number = 1; number <= person.operations; number += 1) {
      this.received.add(nameOf({ session: person.session, number }));
    }
    Y.applyUpdate(
      person.doc,
      Y.encodeStateAsUpdate(doc, Y.encodeStateVector(person.doc)),
      NETWORK,
    );
  }

  private newDoc(): Y.Doc {
    // Drawing a random guid for each of so many documents would be felt.
    const doc = new Y.Doc({ guid: "journey" });
    doc.clientID = 1 + Math.floor(this.random() * 2 ** 31);
    return doc;
  }
}

function lastOf({ session, operations }: Person): Operation {
  return { session, number: operations };
}

function nameOf({ session, number }: Operation): string {
  return `${session}:${number}`;
}

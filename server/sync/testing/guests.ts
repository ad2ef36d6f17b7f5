import { randomUUID } from "node:crypto";
import type * as Y from "yjs";
import type { Principal, PrincipalName } from "@/test/app";
import type { Lab } from "./lab";
import { RawSocket } from "./raw-socket";
import { stockClient, type StockClient } from "./stock-client";

/** Who sits in the rooms of one test; all leave when it is over. */
export class Guests {
  readonly #lab: Lab;
  #seated: (StockClient | RawSocket)[] = [];

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  raw(path: string, headers: Record<string, string> = {}): RawSocket {
    const { address } = this.#lab;
    const socket = new RawSocket({ address, path, headers });
    this.#seated.push(socket);
    return socket;
  }

  rawAs(who: PrincipalName | Principal, path: string): RawSocket {
    return this.raw(path, this.#headersOf(who));
  }

  /** Someone with an unmodified client, who has the whole map. */
  async stock(
    who: PrincipalName,
    journeyId: string,
    { doc, hasExtension = true }: { doc?: Y.Doc; hasExtension?: boolean } = {},
  ): Promise<StockClient> {
    const client = stockClient({
      address: this.#lab.address,
      journeyId,
      headers: this.#headersOf(who),
      hasExtension,
      doc,
    });
    this.#seated.push(client);
    await client.synced();
    return client;
  }

  /** A member of their own, so that what a test takes away is missing nowhere else. */
  async newMember(role: "editor" | "viewer"): Promise<Principal> {
    const { app } = this.#lab;
    const person = await app.addPerson(randomUUID());
    await app.addMember(app.workspace.id, person.userId, role);
    return person;
  }

  leave(): void {
    for (const one of this.#seated.splice(0)) one.destroy();
  }

  #headersOf(who: PrincipalName | Principal): Record<string, string> {
    const person = typeof who === "string" ? this.#lab.app.people[who] : who;
    return this.#lab.headersOf(person);
  }
}

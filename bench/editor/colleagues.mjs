// People who edit the same map, each through a y-websocket client of their own.
import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

/** @returns a client that has all of the map. */
async function sitDown({ url, journeyId, cookies }) {
  const cookie = cookies
    .map(({ name, value }) => `${name}=${value}`)
    .join("; ");
  class WithCookie extends WebSocket {
    constructor(address, protocols) {
      super(address, protocols, { headers: { cookie, origin: url } });
    }
  }
  const doc = new Y.Doc();
  const address = `${url.replace(/^http/, "ws")}/sync`;
  const provider = new WebsocketProvider(address, journeyId, doc, {
    WebSocketPolyfill: WithCookie,
    disableBc: true,
  });
  await new Promise((done) => provider.once("sync", done));
  return { doc, provider };
}

/** So many colleagues at one map. */
export async function gather(room, count) {
  const people = await Promise.all(
    Array.from({ length: count }, () => sitDown(room)),
  );
  const textOf = ({ doc }, cardId) =>
    doc.getMap("cards").get(cardId).get("text");
  return {
    /** One of them adds a letter to a card. */
    edit(cardId) {
      const text = textOf(people[0], cardId);
      text.insert(text.length, "y");
    },
    /**
     * One of them adds a letter to a card that nobody else edits. @returns after how many milliseconds another one has it,
     * which is after it was stored.
     */
    heard(cardId) {
      const [one, other] = people.map((person) => textOf(person, cardId));
      const began = performance.now();
      return new Promise((done) => {
        const hear = () => {
          other.unobserve(hear);
          done(performance.now() - began);
        };
        other.observe(hear);
        one.insert(one.length, "y");
      });
    },
    /** Cards of the map. */
    cards: () => [...people[0].doc.getMap("cards").keys()],
    /** All of them edit cards of the list, each so often in a second. @returns what ends it. */
    keepEditing(cardIds, perSecond) {
      const timers = people.map((person, index) =>
        setInterval(() => {
          const at = Math.floor(Math.random() * cardIds.length);
          const text = textOf(person, cardIds[at]);
          text.insert(text.length, String(index % 10));
        }, 1000 / perSecond),
      );
      return () => timers.forEach(clearInterval);
    },
    leave() {
      for (const { provider, doc } of people) {
        provider.destroy();
        doc.destroy();
      }
    },
  };
}

import { LocalHub } from "./local-bus";
import { busContract } from "./testing/bus-suite";

busContract("messages within a process", async () => {
  const hub = new LocalHub();
  return { join: () => hub.join(), stop: async () => undefined };
});

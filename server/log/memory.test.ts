import { randomUUID } from "node:crypto";
import { MemoryLog } from "./memory";
import { documentLogContract } from "./testing/contract-suite";

documentLogContract("the log in memory", async () => {
  const log = new MemoryLog();
  return {
    log,
    newJourney: async () => {
      const id = randomUUID();
      log.create(id);
      return id;
    },
    removeJourney: async (id) => log.remove(id),
    stop: () => log.close(),
  };
});

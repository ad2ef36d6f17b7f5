import { randomUUID } from "node:crypto";
import { MemoryLog } from "./memory";
import { documentLogContract, type LogHarness } from "./testing/contract-suite";
import { packingContract } from "./testing/packing-suite";

const start = async (): Promise<LogHarness> => {
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
};

documentLogContract("the log in memory", start);
packingContract("packing the log in memory", start);

import { expect, test } from "vitest";
import { SEAT_LIMITS } from "@/lib/protocol/limits";
import { parseEnv } from "@/server/env";
import { seatLimits, syncSettings, type SyncSettings } from "./settings";

const database = { DATABASE_URL: "postgresql://nowhere/db" };

const named: readonly [string, keyof SyncSettings][] = [
  ["LIMIT_UPDATE_BYTES", "updateBytes"],
  ["LIMIT_FIRST_SYNC_BYTES", "firstSyncBytes"],
  ["LIMIT_MAP_BYTES", "mapBytes"],
  ["LIMIT_MAP_WARNING_BYTES", "mapWarningBytes"],
  ["LIMIT_FRAMES_PER_SECOND", "framesPerSecond"],
  ["LIMIT_FRAMES_BURST", "framesBurst"],
  ["LIMIT_BYTES_PER_SECOND", "bytesPerSecond"],
  ["LIMIT_FRAMES_PER_USER", "framesPerUser"],
  ["LIMIT_BYTES_PER_USER", "bytesPerUser"],
  ["LIMIT_FRAMES_PER_MAP", "framesPerMap"],
  ["LIMIT_BYTES_PER_MAP", "bytesPerMap"],
  ["LIMIT_PRESENCE_BYTES", "presenceBytes"],
  ["LIMIT_SOCKETS_PER_USER", "socketsPerUser"],
  ["LIMIT_SOCKETS_PER_MAP", "socketsPerMap"],
  ["LIMIT_MEMORY_BYTES", "memoryBytes"],
];

test.each(named)(
  "[2.9] %s is what the server goes by, and says",
  (name, key) => {
    const settings = syncSettings(parseEnv({ ...database, [name]: "7" }));
    expect(settings[key]).toBe(7);
    const usual = syncSettings(parseEnv(database));
    const others = named.map(([, other]) => other).filter((one) => one !== key);
    for (const other of others) expect(settings[other]).toBe(usual[other]);
    // How much memory a server gives to maps is no client's business.
    const said = SEAT_LIMITS.find((limit) => limit === key);
    expect(said === undefined).toBe(key === "memoryBytes");
    if (said) expect(seatLimits(settings)[said]).toBe(7);
  },
);

import { expect, test } from "vitest";
import { parseEnv } from "@/server/env";
import { headerOf } from "@/server/http/site";
import type { SeatRequest } from "./authenticate";
import { connectLimit } from "./connect-limit";
import { Reception, type ReceptionParts } from "./reception";
import { Refusals } from "./refusals";
import { syncSettings } from "./settings";

const env = parseEnv({ DATABASE_URL: "postgresql://nowhere/db" });
const most = env.LIMIT_CONNECTS_PER_MINUTE;

/** A door at which nobody is known, or everybody is the one who says so. */
function door() {
  const parts = {
    admit: async ({ headers }: SeatRequest) => {
      const userId = headerOf(headers, "cookie");
      if (!userId) return { ok: false, reason: "nobody", userId: null };
      const actor = {
        userId,
        workspaceId: "w",
        kind: "member",
        role: "editor",
      };
      return { ok: true, sitter: { actor } };
    },
    seats: { countOf: () => 0 },
    refusals: new Refusals(),
    mayConnect: connectLimit(most),
    deps: { settings: syncSettings(env) },
  } as unknown as ReceptionParts;
  const reception = new Reception(parts);
  return async (who: { userId?: string; ip: string }) => {
    const headers = who.userId ? { cookie: who.userId } : {};
    const answer = await reception.judge(
      { journeyId: "j", epoch: null, userId: null },
      { headers, ip: who.ip, journeyId: "j" },
    );
    return "code" in answer ? answer.code : "in";
  };
}

test("[RL-01] the 61st connection of a person in a minute comes back later, from wherever; others come in", async () => {
  expect(most).toBe(60);
  const come = door();
  for (let at = 0; at < most; at++)
    expect(await come({ userId: "ada", ip: `192.0.2.${at}` })).toBe("in");
  expect(await come({ userId: "ada", ip: "192.0.2.99" })).toBe(4529);
  expect(await come({ userId: "bob", ip: "192.0.2.1" })).toBe("in");
});

test("[RL-01] [AN-07] of those whom nobody knows an address is counted, and of IPv6 the network", async () => {
  const come = door();
  for (let at = 0; at < most; at++)
    expect(await come({ ip: `2001:db8:1:2::${at}` })).toBe(4401);
  expect(await come({ ip: "2001:db8:1:2::ffff" })).toBe(4529);
  expect(await come({ ip: "2001:db8:1:3::1" })).toBe(4401);
  // A room full of people behind that address is let in.
  expect(await come({ userId: "ada", ip: "2001:db8:1:2::1" })).toBe("in");
});

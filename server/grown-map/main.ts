// npm run grown-map [address] [--cards N]: puts the large German map into a workspace, with a year of history.
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { hashPassword } from "@/server/auth/password";
import { createWorkspace } from "@/server/commands/create-workspace";
import { closePool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { grow } from "./grow";
import { findHome, type GrownHome } from "./people";

const db = prisma();
const say = (line: string) => process.stdout.write(`${line}\n`);

async function newHome(email: string): Promise<GrownHome> {
  const password = randomBytes(12).toString("base64url");
  const user = await db.user.create({
    data: {
      email,
      name: "Grown Map",
      locale: "de",
      passwordHash: await hashPassword(password),
    },
  });
  const made = await createWorkspace({
    caller: { actor: { kind: "outsider", userId: user.id }, ip: "" },
    userId: user.id,
    name: "Umzugsservice",
    locale: "de",
  });
  say(`Account: ${email}, password: ${password}`);
  return { workspaceId: made.workspaceId, slug: made.slug, ownerId: user.id };
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { cards: { type: "string", default: "1000" } },
});
const home =
  (await findHome(positionals[0])) ??
  (await newHome(positionals[0] ?? "grown@waymark.example"));
const journeyId = await grow(home, {
  cards: Number(values.cards),
  edits: 600,
});
say(`Open /w/${home.slug}/journeys/${journeyId}`);
await db.$disconnect();
await closePool();

// npm run reset-link <mail>: for the operator, who hands the link to the person.
import { closePool } from "@/server/db/pool";
import { closePrisma } from "@/server/db/prisma";
import { createResetLink } from "./reset-link";

const address = process.argv[2] ?? "";
const link = await createResetLink(address);
if (link) process.stdout.write(`${link}\n`);
else process.stderr.write(`Nobody has the address "${address}".\n`);
await closePrisma();
await closePool();
process.exitCode = link ? 0 : 1;

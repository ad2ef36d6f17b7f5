import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";
import { forget, spend, type Spent } from "@/server/limits/spend";
import { verifyPassword } from "./password";

interface Person {
  readonly email: string;
  readonly name: string;
  readonly locale: string;
}

/** Asks a signed-in person for their password again, before what cannot be taken back. */
export async function isOwnPassword(
  userId: string,
  password: string,
): Promise<
  | Outcome<{ readonly user: Person }, "wrong_password">
  | Extract<Spent, { ok: false }>
> {
  const key = `re-auth ${userId}`;
  const spent = await spend("signInAccount", key);
  if (!spent.ok) return spent;
  const user = await prisma().user.findUniqueOrThrow({ where: { id: userId } });
  if (!(await verifyPassword(user.passwordHash, password)))
    return refused("wrong_password");
  await forget("signInAccount", key);
  return { ok: true, user };
}

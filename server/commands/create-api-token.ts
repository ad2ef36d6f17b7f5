import type { InsideActor } from "@/lib/access/actors";
import { can } from "@/lib/access/can";
import type { ApiTokenBody } from "@/lib/api/workspaces";
import { audit, type Caller } from "@/server/audit";
import { newApiToken } from "@/server/auth/api-token";
import { hashSecret } from "@/server/auth/secrets";
import { prisma } from "@/server/db/prisma";
import { refused, type Outcome } from "@/server/errors";

/** Makes a token for a program; the secret is told once and only its hash is kept. */
export async function createApiToken(
  caller: Caller<InsideActor>,
  { name, scope, expiresAt }: ApiTokenBody,
): Promise<
  Outcome<
    { readonly id: string; readonly secret: string },
    "forbidden" | "invalid"
  >
> {
  const { actor } = caller;
  if (!can(actor, "token:create")) return refused("forbidden");
  const expiry = expiresAt ? new Date(expiresAt) : null;
  if (expiry && expiry <= new Date()) return refused("invalid");
  const { workspaceId, userId } = actor;
  const secret = newApiToken();
  const { id } = await prisma().$transaction(async (tx) => {
    const made = await tx.apiToken.create({
      data: {
        workspaceId,
        userId,
        name,
        scope,
        tokenHash: hashSecret(secret),
        lastFour: secret.slice(-4),
        expiresAt: expiry,
      },
    });
    await audit(
      {
        caller,
        workspaceId,
        action: "token:create",
        subject: { kind: "token", id: made.id },
        detail: { scope },
      },
      tx,
    );
    return made;
  });
  return { ok: true, id, secret };
}

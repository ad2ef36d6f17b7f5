import { randomUUID } from "node:crypto";
import { prisma } from "@/server/db/prisma";
import { newPersonalToken } from "@/server/person/tokens";
import type { Principal, TestApp } from "./app";

const dayMs = 86_400_000;

/** A stakeholder without an account, and their personal link. */
export interface LinkedPerson {
  readonly stakeholderId: string;
  readonly linkId: string;
  readonly secret: string;
  readonly email: string;
  readonly person: Principal;
}

/** Makes a stakeholder of a workspace who comes by a personal link. */
export async function addPersonWithLink(
  app: TestApp,
  workspaceId: string,
  name = "Noor Jansen",
): Promise<LinkedPerson> {
  const email = `${randomUUID()}@stakeholders.example`;
  const { token: secret, tokenHash, tokenSealed } = newPersonalToken();
  const { id: stakeholderId } = await prisma().stakeholder.create({
    data: { workspaceId, name, kind: "person", email },
  });
  const { id: linkId } = await prisma().personalLink.create({
    data: {
      workspaceId,
      stakeholderId,
      tokenHash,
      tokenSealed,
      createdById: app.people.editor.userId,
      expiresAt: new Date(Date.now() + 30 * dayMs),
    },
  });
  const person = app.asPerson(secret);
  return { stakeholderId, linkId, secret, email, person };
}

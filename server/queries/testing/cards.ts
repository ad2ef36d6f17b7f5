import { randomUUID } from "node:crypto";
import { prisma } from "@/server/db/prisma";

interface Of {
  readonly workspaceId: string;
  readonly journeyId: string;
}

interface CardFields {
  readonly text?: string;
  readonly originId?: string;
  readonly columnId?: string;
  readonly decision?: { readonly status: string; readonly reason: string };
  readonly score?: readonly [
    customer: number,
    business: number,
    effort: number,
  ];
}

/** A card as the projector leaves it. */
export async function addCardRow(
  of: Of,
  kind: string,
  fields: CardFields = {},
): Promise<string> {
  const { text = kind, originId, columnId, decision, score } = fields;
  const id = randomUUID();
  await prisma().cardRow.create({
    data: {
      ...of,
      id,
      kind,
      text,
      ordinal: 0,
      laneId: columnId ? randomUUID() : null,
      columnId: columnId ?? null,
      originId: originId ?? null,
      decisionStatus: decision?.status ?? null,
      decisionReason: decision?.reason ?? null,
      customerValue: score?.[0] ?? null,
      businessValue: score?.[1] ?? null,
      effort: score?.[2] ?? null,
      asOfSeq: 7n,
    },
  });
  return id;
}

interface TaskFields extends CardFields {
  readonly status?: string;
  readonly due?: string;
  readonly stakeholderId?: string;
}

/** A card that is a task. */
export async function addTaskRow(
  of: Of,
  fields: TaskFields = {},
): Promise<string> {
  const { text = "Task", status = "open", due, stakeholderId } = fields;
  const cardId = await addCardRow(of, "action", fields);
  await prisma().taskRow.create({
    data: {
      ...of,
      cardId,
      text,
      status,
      due: due ? new Date(due) : null,
      stakeholderId: stakeholderId ?? null,
      stageId: fields.columnId ?? null,
      asOfSeq: 7n,
    },
  });
  return cardId;
}

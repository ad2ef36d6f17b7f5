import * as v from "valibot";
import { Plan, freeId, refusalOf, refuse } from "./command";
import type { CommandContext, CommandResult } from "./command";
import { revive, softDelete } from "./deletion";
import { newAttachment } from "./entities";
import type { AttachmentId, EntityId, FileId } from "./ids";
import { readAs } from "./kind";
import { attachmentsOn, liveEntity, placeBefore } from "./lists";
import { attachmentFields } from "./schema";
import type { AttachmentKind } from "./vocabulary";

const fields = v.pipe(
  v.strictObject({
    ...attachmentFields,
    url: v.nullish(attachmentFields.url),
    fileId: v.nullish(attachmentFields.fileId),
    mime: v.nullish(attachmentFields.mime),
    bytes: v.nullish(attachmentFields.bytes),
    sha256: v.nullish(attachmentFields.sha256),
  }),
  v.check(({ kind, url, fileId }) =>
    kind === "link" ? Boolean(url) : Boolean(fileId),
  ),
);

/** Hangs a file or a link on a stage, touchpoint, lane or card. */
export function addAttachment(
  ctx: CommandContext,
  args: {
    readonly on: EntityId;
    readonly kind: AttachmentKind;
    readonly name: string;
    /** Required for a link: http, https, mailto or tel. */
    readonly url?: string | null;
    /** Required for a file. */
    readonly fileId?: FileId | null;
    readonly mime?: string | null;
    readonly bytes?: number | null;
    readonly sha256?: string | null;
    readonly before?: AttachmentId | null;
    readonly id?: AttachmentId;
  },
): CommandResult<{ readonly attachmentId: AttachmentId }> {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const { before, id, ...values } = args;
  const parsed = readAs(fields, values);
  if (parsed === undefined) return refuse("invalid");
  if (!isOnMap(ctx, args.on)) return refuse("not_found");
  const placement = placeBefore(
    attachmentsOn(ctx.doc, args.on),
    before ?? null,
    ctx,
  );
  if (placement === null) return refuse("not_found");
  const attachmentId = freeId(ctx, "attachments", id);
  if (attachmentId === null) return refuse("invalid");
  const plan = new Plan(ctx);
  for (const item of placement.rekeyed)
    plan.set(["attachments", item.id, "pos"], item.pos);
  const made = newAttachment({ ...parsed, pos: placement.keys[0]! });
  plan.create(["attachments", attachmentId], made).commit(args.on);
  return { ok: true, attachmentId };
}

function isOnMap(ctx: CommandContext, id: string): boolean {
  const roots = ["stages", "touchpoints", "lanes", "cards"] as const;
  return roots.some((root) => liveEntity(ctx.doc, root, id) !== null);
}

/** Gives an attachment another name. */
export function renameAttachment(
  ctx: CommandContext,
  args: { readonly attachmentId: AttachmentId; readonly name: string },
): CommandResult {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const { attachmentId } = args;
  const name = readAs(attachmentFields.name, args.name);
  if (name === undefined) return refuse("invalid");
  if (liveEntity(ctx.doc, "attachments", attachmentId) === null)
    return refuse("not_found");
  new Plan(ctx)
    .set(["attachments", attachmentId, "name"], name)
    .commit(attachmentId);
  return { ok: true };
}

/** Moves an attachment among those of the same entity. */
export function moveAttachment(
  ctx: CommandContext,
  args: {
    readonly attachmentId: AttachmentId;
    readonly before: AttachmentId | null;
  },
): CommandResult {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const { attachmentId, before } = args;
  const on = liveEntity(ctx.doc, "attachments", attachmentId)?.get("on");
  if (typeof on !== "string") return refuse("not_found");
  if (before === attachmentId) return { ok: true };
  const others = attachmentsOn(ctx.doc, on).filter(
    ({ id }) => id !== attachmentId,
  );
  const placement = placeBefore(others, before, ctx);
  if (placement === null) return refuse("not_found");
  const plan = new Plan(ctx).set(
    ["attachments", attachmentId, "pos"],
    placement.keys[0],
  );
  for (const { id, pos } of placement.rekeyed)
    plan.set(["attachments", id, "pos"], pos);
  plan.commit(attachmentId);
  return { ok: true };
}

/** Moves an attachment to the trash; its file stays until the trash is emptied. */
export function deleteAttachment(
  ctx: CommandContext,
  args: { readonly attachmentId: AttachmentId },
): CommandResult {
  return softDelete(ctx, "attachments", args.attachmentId);
}

/** Takes an attachment out of the trash. */
export function reviveAttachment(
  ctx: CommandContext,
  args: { readonly attachmentId: AttachmentId },
): CommandResult {
  return revive(ctx, "attachments", args.attachmentId);
}

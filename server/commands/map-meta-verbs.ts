import {
  attachmentFields,
  attachmentPlace,
  ids,
  link as linkBody,
  metaFields,
  newAttachment,
  personaPlace,
} from "@/lib/api/map-bodies";
import {
  addAttachment,
  deleteAttachment,
  moveAttachment,
  renameAttachment,
  reviveAttachment,
} from "@/lib/journey/attachments";
import { refuse } from "@/lib/journey/command";
import { findRoot } from "@/lib/journey/document";
import { setBreakOff } from "@/lib/journey/failure";
import type { AttachmentId } from "@/lib/journey/ids";
import { link, unlink } from "@/lib/journey/links";
import { linkPersona, setMeta, unlinkPersona } from "@/lib/journey/meta";
import { inTurn, setTexts, verb } from "./map-verb";

const attachment = ({ attachmentId }: { attachmentId: string }) =>
  ({ root: "attachments", id: attachmentId }) as const;
const persona = ({ personaId }: { personaId: string }) =>
  ({ root: "personas", id: personaId }) as const;
const linkRef = (args: { from: string; to: string; kind: string }) =>
  ({ root: "links", id: `${args.from}:${args.to}:${args.kind}` }) as const;

/** Changes of what a map says of itself, of its personas, links and attachments. */
export const metaVerbs = {
  change: verb({
    op: "map.change",
    ids: {},
    body: metaFields,
    ref: () => ({ root: "meta", id: "" }),
    run: (ctx, { title, scenario, breaksOffAt, ...patch }) =>
      inTurn(
        () =>
          breaksOffAt === undefined
            ? { ok: true }
            : setBreakOff(ctx, { touchpointId: breaksOffAt }),
        () => setMeta(ctx, patch),
        () =>
          setTexts(ctx, [
            [{ kind: "meta", field: "title" }, title],
            [{ kind: "meta", field: "scenario" }, scenario],
          ]),
      ),
  }),
  placePersona: verb({
    op: "persona.put",
    ids: ids.persona,
    body: personaPlace,
    ref: persona,
    rows: ({ personaId }) => ({ personas: [personaId] }),
    run: linkPersona,
  }),
  removePersona: verb({
    op: "persona.delete",
    ids: ids.persona,
    body: {},
    ref: persona,
    run: unlinkPersona,
  }),
  addLink: verb({
    op: "link.add",
    ids: {},
    body: linkBody,
    ref: linkRef,
    rows: ({ to }) => ({ targets: [to] }),
    run: link,
  }),
  removeLink: verb({
    op: "link.delete",
    ids: {},
    body: linkBody,
    ref: linkRef,
    run: (ctx, args) =>
      findRoot(ctx.doc, "links")?.has(linkRef(args).id)
        ? unlink(ctx, args)
        : refuse("not_found"),
  }),
};

/** Changes of attachments; new ones are links, because files come by upload. */
export const attachmentVerbs = {
  add: verb({
    op: "attachment.add",
    ids: {},
    body: newAttachment,
    isNew: true,
    ref: (_args, newId) => ({ root: "attachments", id: newId }),
    run: (ctx, { id: _id, ...args }, newId) =>
      addAttachment(ctx, { ...args, kind: "link", id: newId as AttachmentId }),
  }),
  change: verb({
    op: "attachment.change",
    ids: ids.attachment,
    body: attachmentFields,
    ref: attachment,
    run: renameAttachment,
  }),
  move: verb({
    op: "attachment.move",
    ids: ids.attachment,
    body: attachmentPlace,
    ref: attachment,
    run: moveAttachment,
  }),
  remove: verb({
    op: "attachment.delete",
    ids: ids.attachment,
    body: {},
    ref: attachment,
    run: deleteAttachment,
  }),
  restore: verb({
    op: "attachment.restore",
    ids: ids.attachment,
    body: {},
    ref: attachment,
    run: reviveAttachment,
  }),
};

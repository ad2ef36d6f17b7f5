import * as z from "zod";
import { id, moment, named } from "./fields";

const shareLinkState = z.enum(["active", "expired", "revoked"]);

/** A read-only link as those see it who may manage links. */
export const shareLinkInfo = z.object({
  id,
  name: z.string(),
  /** Null once revoked: there is nothing left to copy. */
  url: z.string().nullable(),
  state: shareLinkState,
  showOwners: z.boolean(),
  /** Lanes that it shows; none named: all but those that are backstage. */
  laneIds: z.array(id),
  createdBy: named.nullable(),
  createdAt: moment,
  expiresAt: moment.nullable(),
  revokedAt: moment.nullable(),
  visitCount: z.number().int(),
  lastVisitAt: moment.nullable(),
});
export type ShareLinkInfo = z.infer<typeof shareLinkInfo>;

export const shareLinkList = z.object({
  shareLinks: z.array(shareLinkInfo),
  /** False where the workspace has switched public links off. */
  allowed: z.boolean(),
});
export type ShareLinkList = z.infer<typeof shareLinkList>;

/** What somebody says of a link when making it. */
export const newShareLink = z.strictObject({
  name: z.string().trim().max(100).default(""),
  expiresAt: moment.nullable().default(null),
  showOwners: z.boolean().default(false),
  laneIds: z.array(id).max(200).default([]),
});
export type NewShareLink = z.input<typeof newShareLink>;

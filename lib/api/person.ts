import * as z from "zod";
import { locale } from "./account";
import { channelRef, id, moment, named } from "./fields";
import { ownerRole } from "./map-fields";
import { audience } from "./pulses";

/** How long a personal link works unless somebody says otherwise, and how long it can at most, in days. */
const personalLinkDays = { usual: 180, most: 730 } as const;

/** What somebody says of a personal link when making it. */
export const newPersonalLink = z.strictObject({
  days: z
    .int()
    .min(1)
    .max(personalLinkDays.most)
    .default(personalLinkDays.usual),
  /** The language of mails to the person; null: the workspace's. */
  locale: locale.nullable().default(null),
});
export type NewPersonalLink = z.infer<typeof newPersonalLink>;

/** The personal link of a stakeholder as those see it who may make one. */
export const personalLinkInfo = z.object({
  id,
  /** Told once, to whoever makes the link on a server that sends no mail; null everywhere else. */
  url: z.string().nullable(),
  /** False where the secret of this installation has changed since: then it cannot be mailed either. */
  isReadable: z.boolean(),
  state: z.enum(["active", "expired"]),
  locale: locale.nullable(),
  createdBy: named.nullable(),
  createdAt: moment,
  expiresAt: moment,
  sentAt: moment.nullable(),
  lastUsedAt: moment.nullable(),
});
export type PersonalLinkInfo = z.infer<typeof personalLinkInfo>;

/** The link that a stakeholder has now, if any. */
export const personalLinkState = z.object({
  link: personalLinkInfo.nullable(),
  /** False where this server sends no mail: then a link is copied when it is made. */
  canMail: z.boolean(),
});
export type PersonalLinkState = z.infer<typeof personalLinkState>;

const place = z.object({ title: z.string() });

/** A task as the person sees it whose it is. */
const personalTask = z.object({
  cardId: id,
  text: z.string(),
  status: z.enum(["open", "doing", "done"]),
  /** Day, without a time. */
  due: z.iso.date().nullable(),
  journey: place.extend({ id }),
  stage: place.nullable(),
  touchpoint: place.nullable(),
});
export type PersonalTask = z.infer<typeof personalTask>;

/** A touchpoint as the person sees it whose it is: nothing of anybody else's. */
const personalTouchpoint = z.object({
  id,
  title: z.string(),
  journey: place.extend({ id }),
  stage: place.extend({ colour: z.string().nullable() }),
  message: z.string(),
  messageStatus: z.enum(["to-do", "differs", "matches"]).nullable(),
  channels: z.array(channelRef),
  myRole: ownerRole,
});
export type PersonalTouchpoint = z.infer<typeof personalTouchpoint>;

/** A question of a pulse about one of their touchpoints. */
const personalPulse = z.object({
  pulseId: id,
  touchpointId: id,
  title: z.string(),
  journey: z.object({ title: z.string() }),
  audience,
  intro: z.string(),
  leastAnswers: z.number().int(),
  /** Whether they have answered; what, they are not shown: whoever has the address of the page would read it. */
  isAnswered: z.boolean(),
});
export type PersonalPulse = z.infer<typeof personalPulse>;

/** All that a personal link shows. */
export const personalPage = z.object({
  name: z.string(),
  workspace: z.string(),
  expiresAt: moment,
  tasks: z.array(personalTask),
  touchpoints: z.array(personalTouchpoint),
  pulses: z.array(personalPulse),
  isDigestStopped: z.boolean(),
});
export type PersonalPage = z.infer<typeof personalPage>;

/** Ticked off, or taken up again. */
export const personalTaskChange = z.strictObject({
  status: z.enum(["open", "done"]),
});
export type PersonalTaskChange = z.infer<typeof personalTaskChange>;

export const digestWish = z.strictObject({ isStopped: z.boolean() });

/** The weekly mails of somebody with an account: one for each workspace in which they are a stakeholder. */
export const digestList = z.object({
  digests: z.array(
    z.object({
      workspaceId: id,
      workspace: z.string(),
      isStopped: z.boolean(),
    }),
  ),
});
export type DigestItem = z.infer<typeof digestList>["digests"][number];

import * as z from "zod";
import type { AnyId } from "@/lib/journey/ids";
import { MAX_STRING } from "@/lib/journey/limits";
import {
  DECISION_STATUSES,
  HANDLERS,
  INITIATORS,
  MEDIA,
  MESSAGE_STATUSES,
  MOMENT_KINDS,
  OWNER_ROLES,
  PLANNED,
  TASK_STATUSES,
} from "@/lib/journey/vocabulary";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An id as documents hold it: a UUID in lower case. */
export const mapId = <T extends AnyId>() =>
  z.string().regex(UUID) as unknown as z.ZodType<T, string>;

const maxName = 1_000;
const maxReasons = 100;

/** Text as long as any on a map. */
export const words = z.string().max(MAX_STRING);
export const shortWords = z.string().max(maxName);

/** ISO 8601, such as `PT4H`. */
export const duration = z.iso.duration();

export const ownerRole = z.enum(OWNER_ROLES);

/** What of a touchpoint is one out of a few. */
export const touchpointChoices = {
  messageStatus: z.enum(MESSAGE_STATUSES),
  medium: z.enum(MEDIA),
  initiator: z.enum(INITIATORS),
  planned: z.enum(PLANNED),
  handledBy: z.enum(HANDLERS),
};

export const momentOfTruth = z.strictObject({
  kind: z.enum(MOMENT_KINDS),
  reason: words,
});

export const timing = z.strictObject({ offset: duration, after: shortWords });

const share = z.number().min(0).max(1);
export const dropOff = z.strictObject({
  /** Null where it is known why people leave, and not how many. */
  share: share.nullable(),
  reasons: z
    .array(z.strictObject({ text: shortWords, share: share.nullable() }))
    .max(maxReasons),
});

export const metric = z.strictObject({ value: z.number(), unit: shortWords });

export const decision = z.strictObject({
  status: z.enum(DECISION_STATUSES),
  reason: words,
});

/** With who decided last and when, epoch milliseconds; null where it was decided before that was kept. */
export const stampedDecision = decision.extend({
  stamp: z.object({ by: z.string(), at: z.number() }).nullable(),
});

const percent = z.number().min(0).max(100);
export const score = z.strictObject({
  customerValue: percent,
  businessValue: percent,
  effort: z.number().min(0).max(5),
});

export const task = z.strictObject({
  stakeholderId: mapId<AnyId>().nullable(),
  status: z.enum(TASK_STATUSES),
  /** A day. */
  due: z.iso.date().nullable(),
});

import * as z from "zod";

const nothing = z.unknown().transform(() => ({}));
/** Whatever a job must not show to a reader of the database is sealed. */
const sealedRequest = z.strictObject({ id: z.uuid(), sealed: z.string() });

/** What each job is handed; the keys are the names under which jobs are queued. */
export const taskPayloads = {
  "send-mail": z.strictObject({ mailId: z.uuid() }),
  "mail-reset": sealedRequest,
  "mail-sign-up": sealedRequest,
  "requeue-mails": nothing,
  "sweep-files": nothing,
  "purge-bin": nothing,
  "forget-old": nothing,
  "pack-log": nothing,
  "shrink-maps": nothing,
  "remind-of-links": nothing,
  "remind-of-reviews": nothing,
  "send-digests": nothing,
  "mail-notices": z.strictObject({ userId: z.uuid() }),
  "gather-notices": nothing,
  /** What became a stakeholder's, of one stakeholder. */
  "mail-person-news": z
    .array(
      z.strictObject({
        stakeholderId: z.uuid(),
        journeyId: z.uuid(),
        kind: z.enum(["touchpoint", "task"]),
        entityId: z.uuid(),
        seq: z.string(),
      }),
    )
    .min(1),
} as const;

export type TaskName = keyof typeof taskPayloads;

export type TaskPayload<T extends TaskName> = z.infer<(typeof taskPayloads)[T]>;

/** Who does what. A job may be done again after a crash, so doing it twice must be doing it once. */
export type TaskHandlers = {
  readonly [T in TaskName]: (payload: TaskPayload<T>) => Promise<void>;
};

import * as z from "zod";
import { LOCALES } from "@/lib/i18n/config";
import { id, moment } from "./fields";
import { TIPS } from "./tips";

const maxEmailLength = 254;

/**
 * An e-mail address of the plain kind. No display names, comments, quotes or lists: each of these
 * has led a mail to someone else.
 */
export const email = z
  .string()
  .max(maxEmailLength)
  .transform((text) => text.trim().toLowerCase())
  .pipe(
    z
      .string()
      .regex(
        /^[a-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/,
      ),
  );

export const locale = z.enum(LOCALES);
const personName = z.string().trim().min(1).max(100);
/** Long enough to be told that it is too long; what a password must be is the server's to say. */
export const password = z.string().max(1000);
export const linkToken = z.string().min(1).max(200);

export const signUpBody = z.strictObject({
  email,
  name: personName,
  password,
  locale,
  /** Token of an invitation; the account then begins in that workspace. */
  invitation: linkToken.optional(),
});
export type SignUpBody = z.infer<typeof signUpBody>;

/** `slug` is the workspace to begin in. */
export const signedIn = z.object({
  signedIn: z.literal(true),
  slug: z.string(),
});
export const mailed = z.object({ mailed: z.literal(true) });

export const confirmBody = z.strictObject({ token: linkToken });
export const resetBody = z.strictObject({ email });
export const resetConfirmBody = z.strictObject({ token: linkToken, password });

export const theme = z.enum(["system", "light", "dark"]);

export const profile = z.object({
  id,
  email: z.string(),
  name: z.string(),
  locale,
  theme,
  singleKeys: z.boolean(),
  /** Tips of the first minutes that this person has put away. */
  dismissedTips: z.array(z.string()),
});
export type Profile = z.infer<typeof profile>;

export const profilePatch = z.strictObject({
  name: personName.optional(),
  locale: locale.optional(),
  theme: theme.optional(),
  singleKeys: z.boolean().optional(),
  /** All that are put away; empty brings every tip back. */
  dismissedTips: z.array(z.enum(TIPS)).max(TIPS.length).optional(),
});
export type ProfilePatch = z.infer<typeof profilePatch>;

export const passwordBody = z.strictObject({
  current: password,
  next: password,
});

const sessionItem = z.object({
  id,
  userAgent: z.string(),
  createdAt: moment,
  lastSeenAt: moment,
  /** The one that asks. */
  current: z.boolean(),
});
export const sessionList = z.object({ sessions: z.array(sessionItem) });
export type SessionItem = z.infer<typeof sessionItem>;

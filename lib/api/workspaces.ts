import * as z from "zod";
import { ROLES } from "@/lib/access/roles";
import { LEAST_ANSWERS } from "@/lib/pulse/terms";
import { email, locale, password } from "./account";
import { id, moment } from "./fields";

const role = z.enum(ROLES);
/** Roles that can be given by invitation; an owner is made by one who is there. */
export const invitedRole = z.enum(["admin", "editor", "commenter", "viewer"]);

const workspaceName = z.string().trim().min(1).max(100);

const workspaceItem = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  role,
});
export const workspaceList = z.object({ workspaces: z.array(workspaceItem) });
export type WorkspaceItem = z.infer<typeof workspaceItem>;

export const workspaceBody = z.strictObject({ name: workspaceName, locale });
export const workspaceMade = z.object({ slug: z.string() });

export const workspaceDetail = workspaceItem.extend({
  locale: z.string(),
  allowPublicLinks: z.boolean(),
  /** From how many answers of respondents on there is a score. */
  leastAnswers: z.number().int(),
  /** After how many months evidence is old. */
  staleMonths: z.number().int(),
  createdAt: moment,
});
export type WorkspaceDetail = z.infer<typeof workspaceDetail>;

export const workspacePatch = z.strictObject({
  name: workspaceName.optional(),
  locale: locale.optional(),
  allowPublicLinks: z.boolean().optional(),
  leastAnswers: z.number().int().min(LEAST_ANSWERS).max(100).optional(),
  staleMonths: z.number().int().min(1).max(120).optional(),
});
export type WorkspacePatch = z.infer<typeof workspacePatch>;

/** The password again, before what cannot be taken back. */
export const reAuthBody = z.strictObject({ password });
export const transferBody = z.strictObject({ userId: id, password });

const memberItem = z.object({
  userId: id,
  name: z.string(),
  /** For editors and above. */
  email: z.string().optional(),
  role,
  joinedAt: moment,
});
export const memberList = z.object({ members: z.array(memberItem) });
export type MemberItem = z.infer<typeof memberItem>;

export const memberParams = z.object({ userId: id });
export const rolePatch = z.strictObject({ role });

export const invitationBody = z.strictObject({
  email: email.optional(),
  role: invitedRole,
});

export const invitationItem = z.object({
  id,
  email: z.string().nullable(),
  role,
  /** To copy; null where the key of this installation has changed since. */
  url: z.string().nullable(),
  invitedBy: z.string().nullable(),
  createdAt: moment,
  expiresAt: moment,
  state: z.enum(["open", "expired"]),
});
export const invitationList = z.object({
  invitations: z.array(invitationItem),
});
export type InvitationItem = z.infer<typeof invitationItem>;

/** What whoever holds the link sees before accepting. */
export const invitationView = z.object({
  workspace: z.string(),
  role,
  invitedBy: z.string().nullable(),
  email: z.string().nullable(),
  /** Whether the invited address has an account, so that they are asked to sign in. */
  hasAccount: z.boolean(),
});
export type InvitationView = z.infer<typeof invitationView>;

export const tokenScope = z.enum(["read", "write"]);
export const apiTokenBody = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scope: tokenScope,
  expiresAt: moment.optional(),
});
export type ApiTokenBody = z.infer<typeof apiTokenBody>;

const apiTokenItem = z.object({
  id,
  name: z.string(),
  scope: tokenScope,
  lastFour: z.string(),
  /** Whose it is. */
  userId: id,
  userName: z.string(),
  createdAt: moment,
  lastUsedAt: moment.nullable(),
  expiresAt: moment.nullable(),
});
export const apiTokenList = z.object({ tokens: z.array(apiTokenItem) });
export type ApiTokenItem = z.infer<typeof apiTokenItem>;
/** The one time that the secret is shown. */
export const apiTokenMade = apiTokenItem.extend({ secret: z.string() });

export const auditQuery = z.object({
  cursor: id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const auditItem = z.object({
  id,
  at: moment,
  actorKind: z.enum([
    "user",
    "token",
    "link",
    "person",
    "pulse",
    "system",
    "anonymous",
  ]),
  actorName: z.string().nullable(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string().nullable(),
  outcome: z.enum(["done", "denied"]),
  ip: z.string(),
});
export const auditList = z.object({
  events: z.array(auditItem),
  nextCursor: id.nullable(),
});
export type AuditItem = z.infer<typeof auditItem>;

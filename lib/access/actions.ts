import type { Role } from "./roles";

/** What must be known about the thing acted on, where the role alone does not decide. */
export interface Subjects {
  "journey:read": { journeyId: string };
  "journey:delete": { createdById: string | null };
  "journey:restore": { createdById: string | null };
  "file:read": { journeyId: string | null };
  "member:role": { userId: string; role: Role; nextRole: Role };
  "member:remove": { userId: string; role: Role };
  "invitation:create": { role: Role };
  "link:read": { allowPublicLinks: boolean };
  "link:create": { allowPublicLinks: boolean };
  "link:revoke": { allowPublicLinks: boolean };
  "token:revoke": { userId: string };
  "view:change": { ownerId: string; isShared: boolean };
  "review:delete": { createdById: string | null };
  "evidence:change": { createdById: string | null };
  "comment:edit": { createdById: string | null };
  "comment:delete": { createdById: string | null };
  "comment:resolve": { createdById: string | null };
  "pulse:create": { allowPublicLinks: boolean };
  "pulse:change": { allowPublicLinks: boolean };
}

/** Everything that can be asked for, one word per row of the authorisation matrix. */
export const ACTIONS = [
  "account:read",
  "account:change",
  "workspace:create",
  "workspace:read",
  "workspace:change",
  "workspace:delete",
  "workspace:transfer",
  "member:list",
  "member:emails",
  "member:role",
  "member:remove",
  "invitation:list",
  "invitation:create",
  "invitation:revoke",
  "token:list",
  "token:list-all",
  "token:create",
  "token:revoke",
  "audit:read",
  "journey:list",
  "journey:read",
  "journey:create",
  "journey:edit",
  "journey:delete",
  "journey:restore",
  "journey:import",
  "history:read",
  "history:restore",
  "room:receive",
  "room:update",
  "catalogue:read",
  "catalogue:edit",
  "file:read",
  "file:create",
  "file:delete",
  "link:read",
  "link:create",
  "link:revoke",
  "view:read",
  "view:create",
  "view:share",
  "view:change",
  "review:create",
  "review:delete",
  "evidence:read",
  "evidence:create",
  "evidence:change",
  "comment:read",
  "comment:create",
  "comment:edit",
  "comment:delete",
  "comment:resolve",
  "inbox:read",
  "inbox:change",
  "activity:read",
  "person-link:read",
  "person-link:change",
  "duty:read",
  "duty:change",
  "pulse:read",
  "pulse:create",
  "pulse:change",
  "answer:read",
  "answer:create",
] as const;

/** One thing that an actor may or may not do. `catalogue` is personas, stakeholders and channels. */
export type Action = (typeof ACTIONS)[number];

export type SubjectAction = keyof Subjects;

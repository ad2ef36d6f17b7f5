/** What a member may be in a workspace, mightiest first. */
export const ROLES = [
  "owner",
  "admin",
  "editor",
  "commenter",
  "viewer",
] as const;

export type Role = (typeof ROLES)[number];

const rank = (role: Role) => ROLES.length - ROLES.indexOf(role);

/** Whether a role includes all that another may do. */
export const isAtLeast = (role: Role, least: Role): boolean =>
  rank(role) >= rank(least);

/** Whether a role stands strictly below another. */
export const isBelow = (role: Role, than: Role): boolean =>
  rank(role) < rank(than);

/** Narrows a stored word to a role; rows hold plain text. */
export const isRole = (word: string): word is Role =>
  (ROLES as readonly string[]).includes(word);

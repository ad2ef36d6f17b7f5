/** The message files of each language, `messages/<locale>/<namespace>.json`; a test compares this list with the disk. */
export const NAMESPACES = [
  "common",
  "auth",
  "workspace",
  "journeys",
  "personas",
  "stakeholders",
  "touchpoints",
  "channels",
  "touchpoint",
  "emotion",
  "mine",
  "settings",
  "share",
  "room",
  "map",
  "history",
  "errors",
  "mail",
] as const;
export type Namespace = (typeof NAMESPACES)[number];

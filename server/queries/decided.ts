/** The same as `isDecided` of lib/journey/decision.ts for a row `c` of cards; a test holds them together. */
const decided = `(c."decisionStatus" IN ('accepted', 'in-work')
  OR c."decisionStatus" IN ('solved', 'wont-change') AND c."decisionReason" ~ '\\S')`;

/** Whether somebody has decided what becomes of a pain; what has no decision at all is not decided either. */
export const isDecided = `coalesce(${decided}, false)`;

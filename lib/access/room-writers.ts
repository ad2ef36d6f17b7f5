import { isAtLeast, isRole } from "./roles";

/**
 * Whether a role may ever write on maps: what the whole table says of `room:update`, which a page would have to carry
 * for this one question. A test holds the two together.
 */
export const writesInRooms = (role: string): boolean =>
  isRole(role) && isAtLeast(role, "editor");

/** The schema that this build writes. */
export const SCHEMA_VERSION = 1;

/** Live cards of one map; a merge of two offline sessions may exceed it, after that only shrinking writes pass. */
export const MAX_CARDS = 5_000;

/** UTF-16 units of any one string that a command writes. */
export const MAX_STRING = 20_000;

/** Two people may fill one text at the same time, so the merged text gets more room than either of them. */
export const MAX_MERGED_TEXT = 4 * MAX_STRING;

/** Levels of values inside values, of plain JSON and of nested types alike. */
export const MAX_DEPTH = 12;

/** Characters of an order key that the server accepts. */
export const MAX_POS = 128;

/** Beyond this length the editor who inserts re-keys the list, well before the server refuses. */
export const REKEY_POS = 60;

const KIB = 1024;

/** A command that would encode above this is split into several transactions under one undo entry. */
export const MAX_COMMAND_BYTES = 128 * KIB;

/** Entries of an undo stack. */
export const UNDO_LIMIT = 100;

/** A text that somebody wrote on the map as the server drew it, before the page was alive. */
export interface EarlyText {
  /** Where it stands, as the cell says of itself. */
  readonly row: string;
  readonly leaf: string;
  /** The card; of one that is still to be, what it will be called. */
  readonly card: string;
  readonly isNew: boolean;
  /** What stood there when writing began. */
  readonly base: string;
  readonly text: string;
}

/** A text that is being written now, and where the caret stands in it. */
export interface EarlyDraft extends EarlyText {
  readonly start: number;
  readonly end: number;
}

/** What takes clicks, keys and words from the first byte on, until the page does that itself. */
export interface Early {
  readonly owner: string;
  /** What is being written, if an input method is not in the middle of it. */
  readonly draft: () => EarlyDraft | "composing" | null;
  /** What was written and left. */
  readonly kept: () => readonly EarlyText[];
  /** This lane answers for itself now. */
  readonly awake: (row: string) => void;
  readonly isAwake: (row: string) => boolean;
  /** Whether somebody went somewhere of which the page does not know yet; true once. */
  readonly takePlace: () => boolean;
  /** The lanes for which something waits here. */
  readonly rows: () => readonly string[];
  /** Whether the map takes words now. */
  readonly allow: (canWrite: boolean) => void;
  /** The page has this text now: it is no longer kept or shown here. */
  readonly release: (card: string) => void;
  /** Calls when there may be something to take over. */
  readonly follow: (listener: () => void) => () => void;
  /** From now on the page does it all. What was not handed over stays in storage. */
  readonly end: () => void;
}

/** What the server tells it. */
export interface EarlySetup {
  readonly owner: string;
  /** Where this browser remembers which view of the map was chosen. */
  readonly viewKey: string;
  /** Whether single signs are commands; a setting of the person. */
  readonly singleKeys: boolean;
  readonly mostLetters: number;
  readonly words: {
    readonly card: string;
    readonly newCard: string;
    readonly waiting: string;
  };
  /** Class names: the field looks as the editor's does. */
  readonly fieldLook: string;
  readonly noteLook: string;
}

declare global {
  var waymarkEarly: Early | undefined;
}

/** Whose words on which map; nobody else gets them. */
export const ownerOf = (journeyId: string, userId: string): string =>
  `${journeyId}:${userId}`;

/** What waits for this page, if it was sent by the server. */
export function earlyOf(owner: string): Early | null {
  const early = globalThis.waymarkEarly;
  return early?.owner === owner ? early : null;
}

import type { Conversation } from "@/lib/api/comments";

/** How many conversations there are about one thing. */
export interface AnchorCount {
  readonly open: number;
  readonly unread: number;
}

/** The map itself, where a thing has its id. */
const MAP = "map";

/**
 * The counts of a map's conversations by what they are about. A store and not a state, because a map has thousands of
 * things and each of them wants one number: it is drawn again only when that changes.
 */
export class ConversationStore {
  private counts: ReadonlyMap<string, AnchorCount> = new Map();
  private total: AnchorCount = { open: 0, unread: 0 };
  private isMuted = false;
  private wishes = 0;
  private edition = 0;
  private readonly listeners = new Set<() => void>();

  constructor(initial: Conversation | null = null) {
    if (initial) this.take(initial);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** What is open and unread about a thing; null for the map itself. */
  readonly of = (id: string | null): AnchorCount | undefined =>
    this.counts.get(id ?? MAP);

  /** Over the whole map. */
  readonly getTotal = (): AnchorCount => this.total;

  readonly getMuted = (): boolean => this.isMuted;

  /** Another one says that something was said or settled. */
  readonly getEdition = (): number => this.edition;

  /** How often somebody here began or ended to mute; said again with what the server is asked for now. */
  readonly getWishes = (): number => this.wishes;

  /** Takes over what the server tells, but not whether the map was muted before somebody here said otherwise. */
  readonly set = (conversation: Conversation, wishes = this.wishes): void => {
    const isMuted =
      wishes === this.wishes ? conversation.isMuted : this.isMuted;
    this.take({ ...conversation, isMuted });
    this.tell();
  };

  /** Something happened somewhere in the conversations. */
  readonly touch = (): void => {
    this.edition += 1;
    this.tell();
  };

  /** Said when it is wished for, and again when the server knows it or refuses. */
  readonly mute = (isMuted: boolean): void => {
    this.wishes += 1;
    this.isMuted = isMuted;
    this.tell();
  };

  private take({ counts, isMuted }: Conversation): void {
    const next = new Map<string, AnchorCount>();
    const total = { open: 0, unread: 0 };
    for (const { id, open, unread } of counts) {
      const known = this.counts.get(id ?? MAP);
      const isSame = known?.open === open && known.unread === unread;
      next.set(id ?? MAP, isSame ? known : { open, unread });
      total.open += open;
      total.unread += unread;
    }
    this.counts = next;
    this.total = total;
    this.isMuted = isMuted;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

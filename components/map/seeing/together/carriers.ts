import type { Presence, PresenceUser } from "@/lib/protocol/presence";

/** Letting go and the move that it makes come apart by less. */
const JUST_NOW_MS = 3_000;

/** Remembers who carried what until just now, because a change of the map does not say who made it. */
export class Carriers {
  private readonly known = new Map<string, { who: PresenceUser; at: number }>();

  constructor(private readonly now: () => number) {}

  readonly note = (presences: readonly Presence[]): void => {
    for (const { user, preview } of presences)
      if (preview?.kind === "drag")
        this.known.set(preview.id, { who: user, at: this.now() });
    for (const [id, { at }] of this.known)
      if (this.now() - at > JUST_NOW_MS) this.known.delete(id);
  };

  readonly of = (id: string): PresenceUser | null => {
    const found = this.known.get(id);
    return found && this.now() - found.at <= JUST_NOW_MS ? found.who : null;
  };
}

import type { ChannelId, TouchpointId } from "../journey/ids";

/** Where a channel is drawn at one touchpoint. */
export interface ChannelSlot {
  readonly channelId: ChannelId;
  /** Counted from above; one channel keeps its track as long as it runs on. */
  readonly track: number;
  /** Whether the touchpoint before has it too. */
  readonly from: boolean;
  /** Whether the touchpoint behind has it too. */
  readonly to: boolean;
}

export interface StageWithChannels {
  readonly touchpoints: readonly {
    readonly id: TouchpointId;
    readonly channels: readonly ChannelId[];
  }[];
}

/**
 * Lays the channels of a journey out as bands that run through neighbouring touchpoints, across the borders of stages
 * (R49). A channel that comes back takes the track it had if that is free; no track is used that could be spared.
 */
export function channelTracks(
  stages: readonly StageWithChannels[],
): ReadonlyMap<TouchpointId, readonly ChannelSlot[]> {
  const points = stages.flatMap(({ touchpoints }) => touchpoints);
  const lastTrack = new Map<ChannelId, number>();
  const slots = new Map<TouchpointId, readonly ChannelSlot[]>();
  let before: readonly ChannelSlot[] = [];
  points.forEach(({ id, channels }, index) => {
    const next = points[index + 1]?.channels ?? [];
    const running = new Map(
      before.map(({ channelId, track }) => [channelId, track]),
    );
    const taken = new Set<number>();
    const tracks = new Map<ChannelId, number>();
    const settle = (channelId: ChannelId, track: number) => {
      tracks.set(channelId, track);
      taken.add(track);
      lastTrack.set(channelId, track);
    };
    for (const channelId of channels) {
      const track = running.get(channelId);
      if (track !== undefined) settle(channelId, track);
    }
    const coming = channels.filter((channelId) => !tracks.has(channelId));
    for (const channelId of coming) {
      const old = lastTrack.get(channelId);
      if (old !== undefined && !taken.has(old) && old < channels.length)
        settle(channelId, old);
    }
    for (const channelId of coming)
      if (!tracks.has(channelId)) settle(channelId, firstFree(taken));
    before = channels
      .map((channelId) => ({
        channelId,
        track: tracks.get(channelId) ?? 0,
        from: running.has(channelId),
        to: next.includes(channelId),
      }))
      .sort((a, b) => a.track - b.track);
    slots.set(id, before);
  });
  return slots;
}

function firstFree(taken: ReadonlySet<number>): number {
  let track = 0;
  while (taken.has(track)) track += 1;
  return track;
}

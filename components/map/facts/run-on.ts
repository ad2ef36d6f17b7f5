import { oneStep } from "@/components/room/one-step";
import { addChannel } from "@/lib/journey/channels";
import type { CommandContext, CommandResult } from "@/lib/journey/command";
import type { ChannelId, TouchpointId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";

interface Onwards {
  /** The touchpoint behind. */
  readonly to: TouchpointId;
  /** What the one before has and it does not. */
  readonly channels: readonly ChannelId[];
}

/** Which channels of a touchpoint could run on into the one behind it; null where none is behind. */
export function touchpointBehind(
  map: JourneyMap,
  id: string | null,
): Onwards | null {
  const all = map.stages.flatMap(({ touchpoints }) => touchpoints);
  const at = all.findIndex((touchpoint) => touchpoint.id === id);
  const [here, next] = at < 0 ? [] : [all[at], all[at + 1]];
  if (!here || !next) return null;
  const channels = here.channels.filter(
    (channelId) => !next.channels.includes(channelId),
  );
  return { to: next.id, channels };
}

/** Lets channels run on into a touchpoint, as one step to take back. */
export function runOn(ctx: CommandContext, onwards: Onwards): CommandResult {
  const { to: touchpointId, channels } = onwards;
  const results = oneStep(ctx, (step) =>
    channels.map((channelId) => addChannel(step, { touchpointId, channelId })),
  );
  return results.find(({ ok }) => !ok) ?? { ok: true };
}

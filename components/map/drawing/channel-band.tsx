import { cx } from "@/components/ui/cx";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { channelTracks } from "@/lib/layout/channel-tracks";
import type { ChannelSlot } from "@/lib/layout/channel-tracks";
import { useCatalogue } from "./catalogue";
import { ChannelIcon } from "./channel-icon";

interface ChannelBandProps {
  readonly slots: readonly ChannelSlot[];
  /** Whether the names stand here again, as at the beginning of a stage. */
  readonly isNamed: boolean;
}

/** The channels of a touchpoint as parts of bands that run on into the neighbours which have them too. */
export function ChannelBand({ slots, isNamed }: ChannelBandProps) {
  const { channelOf } = useCatalogue();
  return (
    <ul className="-mx-3 -my-1 grid auto-rows-[1.625rem] gap-y-1">
      {slots.map(({ channelId, track, from, to }) => {
        const channel = channelOf(channelId);
        if (!channel) return null;
        const isNew = !from || isNamed;
        return (
          <li
            key={channelId}
            title={channel.name}
            style={{ gridRow: track + 1, gridColumn: 1 }}
            className={cx(
              "relative flex min-w-0 items-center gap-1.5 border-y border-line-strong bg-sunken text-xs text-ink-2",
              from ? "pl-3" : "ml-2 rounded-l-full border-l pl-2",
              // Over the line between two columns, which would cut the band.
              to ? "-mr-px pr-3" : "mr-2 rounded-r-full border-r pr-2.5",
            )}
          >
            <ChannelIcon
              icon={channel.icon}
              className={cx("size-3.5 shrink-0", !isNew && "text-ink-3")}
            />
            <span className={isNew ? "min-w-0 truncate" : "sr-only"}>
              {channel.name}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

const tracks = new WeakMap<
  JourneyMap["stages"],
  ReturnType<typeof channelTracks>
>();
const NO_SLOTS: readonly ChannelSlot[] = [];

/** The channels of a touchpoint on their tracks; laid out once for a list of stages. */
export function slotsAt(
  { stages }: Pick<JourneyMap, "stages">,
  touchpointId: string | null,
): readonly ChannelSlot[] {
  let laid = tracks.get(stages);
  if (!laid) {
    laid = channelTracks(stages);
    tracks.set(stages, laid);
  }
  return laid.get(touchpointId as never) ?? NO_SLOTS;
}

/** Whether a touchpoint is the first of its stage. */
export function isFirstOfStage(
  { stages }: Pick<JourneyMap, "stages">,
  touchpointId: string | null,
): boolean {
  return stages.some(({ touchpoints }) => touchpoints[0]?.id === touchpointId);
}

/** The same words as long as nothing of it is drawn elsewhere, for those who draw again only when something is. */
export function slotsName(slots: readonly ChannelSlot[]): string {
  return slots
    .map(({ channelId, track, from, to }) => [channelId, track, from, to])
    .join(";");
}

import { ChannelIcon as Sign } from "@/components/map/drawing/channel-icon";
import { cx } from "@/components/ui/cx";

/** A channel's picture; decoration beside its name. */
export function ChannelIcon({
  icon,
  className,
}: {
  icon: string;
  className?: string;
}) {
  return (
    <Sign icon={icon} className={cx("size-4 shrink-0 text-ink-3", className)} />
  );
}

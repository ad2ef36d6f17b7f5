import {
  ChartSpline,
  Grid3x3,
  LayoutGrid,
  ListTree,
  Radio,
  Table2,
  UserRoundCheck,
} from "lucide-react";
import type { MapView } from "@/lib/views/views";

const icons: Readonly<Record<MapView, typeof Grid3x3>> = {
  map: Grid3x3,
  line: ChartSpline,
  table: Table2,
  outline: ListTree,
  canvas: LayoutGrid,
  channels: Radio,
  responsibilities: UserRoundCheck,
};

/** The sign of a view; its name always stands beside it. */
export function ViewIcon({
  view,
  className,
}: {
  readonly view: MapView;
  readonly className?: string;
}) {
  const Icon = icons[view];
  return <Icon aria-hidden="true" className={className} />;
}

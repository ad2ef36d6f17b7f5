import {
  AlignLeft,
  ChartNoAxesColumn,
  CircleDot,
  Image,
  Layers,
  Lightbulb,
  MessageSquareQuote,
  Minus,
  Paperclip,
  Smile,
  Sparkles,
  SquareCheck,
  TriangleAlert,
  Users,
  Waypoints,
} from "lucide-react";
import type { LaneKind } from "@/lib/journey/vocabulary";

const icons: Readonly<Record<LaneKind, typeof Minus>> = {
  text: AlignLeft,
  touchpoint: CircleDot,
  channel: Waypoints,
  message: MessageSquareQuote,
  emotion: Smile,
  pain: TriangleAlert,
  gain: Sparkles,
  "key-moment": Image,
  action: SquareCheck,
  opportunity: Lightbulb,
  stakeholder: Users,
  metric: ChartNoAxesColumn,
  evidence: Paperclip,
  blueprint: Layers,
  line: Minus,
};

/** The sign of a kind of lane; its name always stands beside it. */
export function LaneIcon({
  kind,
  className,
}: {
  kind: LaneKind;
  className?: string;
}) {
  const Icon = icons[kind];
  return <Icon aria-hidden="true" className={className} />;
}

import {
  Bot,
  Camera,
  Circle,
  CircleQuestionMark,
  FileSignature,
  Globe,
  Mail,
  Megaphone,
  MessageCircle,
  MessageCircleMore,
  MessagesSquare,
  Newspaper,
  Package,
  Phone,
  Search,
  Share2,
  ShoppingBag,
  Stamp,
  Store,
  ThumbsUp,
  type LucideIcon,
} from "lucide-react";
import { cx } from "@/components/ui/cx";

/** The pictures that a channel may have, by the name that its row holds. */
export const CHANNEL_ICONS: Readonly<Record<string, LucideIcon>> = {
  globe: Globe,
  search: Search,
  megaphone: Megaphone,
  "messages-square": MessagesSquare,
  bot: Bot,
  "circle-help": CircleQuestionMark,
  phone: Phone,
  mail: Mail,
  newspaper: Newspaper,
  "share-2": Share2,
  camera: Camera,
  "thumbs-up": ThumbsUp,
  "message-circle": MessageCircle,
  "message-circle-more": MessageCircleMore,
  store: Store,
  "shopping-bag": ShoppingBag,
  package: Package,
  "file-signature": FileSignature,
  stamp: Stamp,
  circle: Circle,
};

/** A channel's picture; decoration beside its name. */
export function ChannelIcon({
  icon,
  className,
}: {
  icon: string;
  className?: string;
}) {
  const Icon = CHANNEL_ICONS[icon] ?? Circle;
  return (
    <Icon
      aria-hidden="true"
      className={cx("size-4 shrink-0 text-ink-3", className)}
    />
  );
}

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

/** The sign of a channel; its name always stands beside it. */
export function ChannelIcon({
  icon,
  className,
}: {
  icon: string;
  className?: string;
}) {
  const Icon = CHANNEL_ICONS[icon] ?? Circle;
  return <Icon aria-hidden="true" className={className} />;
}

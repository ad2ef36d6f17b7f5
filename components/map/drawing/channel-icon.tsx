import {
  Bot,
  Camera,
  Circle,
  CircleHelp,
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
} from "lucide-react";

const icons: Readonly<Record<string, typeof Circle>> = {
  bot: Bot,
  camera: Camera,
  circle: Circle,
  "circle-help": CircleHelp,
  "file-signature": FileSignature,
  globe: Globe,
  mail: Mail,
  megaphone: Megaphone,
  "message-circle": MessageCircle,
  "message-circle-more": MessageCircleMore,
  "messages-square": MessagesSquare,
  newspaper: Newspaper,
  package: Package,
  phone: Phone,
  search: Search,
  "share-2": Share2,
  "shopping-bag": ShoppingBag,
  stamp: Stamp,
  store: Store,
  "thumbs-up": ThumbsUp,
};

/** The sign of a channel; its name always stands beside it. */
export function ChannelIcon({
  icon,
  className,
}: {
  icon: string;
  className?: string;
}) {
  const Icon = icons[icon] ?? Circle;
  return <Icon aria-hidden="true" className={className} />;
}

import { text, type Text } from "./text";

/** A channel that every new workspace knows; `icon` is a name from the icon set of the product. */
export interface BuiltInChannel {
  key: string;
  name: Text;
  icon: string;
  medium: "online" | "offline";
}

/**
 * The channels that every new workspace starts with, in the order in which pickers list them.
 * @see R35, R86
 */
export const BUILT_IN_CHANNELS = [
  {
    key: "website",
    name: text("Website", "Website", "Website"),
    icon: "globe",
    medium: "online",
  },
  {
    key: "search",
    name: text("Search engine", "Zoekmachine", "Suchmaschine"),
    icon: "search",
    medium: "online",
  },
  {
    key: "ads",
    name: text("Advertisement", "Advertentie", "Anzeige"),
    icon: "megaphone",
    medium: "online",
  },
  {
    key: "live-chat",
    name: text("Live chat", "Livechat", "Live-Chat"),
    icon: "messages-square",
    medium: "online",
  },
  {
    key: "chatbot",
    name: text("Chatbot", "Chatbot", "Chatbot"),
    icon: "bot",
    medium: "online",
  },
  {
    key: "help-centre",
    name: text("Help centre", "Helpcentrum", "Hilfecenter"),
    icon: "circle-help",
    medium: "online",
  },
  {
    key: "phone",
    name: text("Phone", "Telefoon", "Telefon"),
    icon: "phone",
    medium: "offline",
  },
  {
    key: "email",
    name: text("E-mail", "E-mail", "E-Mail"),
    icon: "mail",
    medium: "online",
  },
  {
    key: "newsletter",
    name: text("Newsletter", "Nieuwsbrief", "Newsletter"),
    icon: "newspaper",
    medium: "online",
  },
  {
    key: "social",
    name: text("Social media", "Sociale media", "Soziale Medien"),
    icon: "share-2",
    medium: "online",
  },
  {
    key: "instagram",
    name: text("Instagram", "Instagram", "Instagram"),
    icon: "camera",
    medium: "online",
  },
  {
    key: "facebook",
    name: text("Facebook", "Facebook", "Facebook"),
    icon: "thumbs-up",
    medium: "online",
  },
  {
    key: "messenger",
    name: text(
      "Facebook Messenger",
      "Facebook Messenger",
      "Facebook Messenger",
    ),
    icon: "message-circle",
    medium: "online",
  },
  {
    key: "whatsapp",
    name: text("WhatsApp Business", "WhatsApp Business", "WhatsApp Business"),
    icon: "message-circle-more",
    medium: "online",
  },
  {
    key: "shop-window",
    name: text("Shop window", "Etalage", "Schaufenster"),
    icon: "store",
    medium: "offline",
  },
  {
    key: "shop",
    name: text("Shop and till", "Winkel en kassa", "Laden und Kasse"),
    icon: "shopping-bag",
    medium: "offline",
  },
  {
    key: "delivery",
    name: text("Delivery", "Bezorging", "Lieferung"),
    icon: "package",
    medium: "offline",
  },
  {
    key: "contract",
    name: text("Contract", "Contract", "Vertrag"),
    icon: "file-signature",
    medium: "offline",
  },
  {
    key: "postcard",
    name: text("Postcard", "Ansichtkaart", "Postkarte"),
    icon: "stamp",
    medium: "offline",
  },
] as const satisfies readonly BuiltInChannel[];

export type ChannelKey = (typeof BUILT_IN_CHANNELS)[number]["key"];

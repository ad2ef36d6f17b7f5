import type { ChannelId, StakeholderId } from "@/lib/journey/ids";
import deCommon from "@/lib/i18n/messages/de/common.json";
import deEmotion from "@/lib/i18n/messages/de/emotion.json";
import deEvidence from "@/lib/i18n/messages/de/evidence.json";
import deTouchpoint from "@/lib/i18n/messages/de/touchpoint.json";
import common from "@/lib/i18n/messages/en/common.json";
import emotion from "@/lib/i18n/messages/en/emotion.json";
import evidence from "@/lib/i18n/messages/en/evidence.json";
import room from "@/lib/i18n/messages/en/room.json";
import touchpoint from "@/lib/i18n/messages/en/touchpoint.json";

export const chat = {
  id: "0198c000-0000-7000-8000-00000000c001" as ChannelId,
  name: "Live chat",
  icon: "messages-square",
  medium: "online",
  archived: false,
} as const;
export const ada = {
  id: "0198c000-0000-7000-8000-00000000a001" as StakeholderId,
  name: "Ada Brown",
  kind: "person",
  colour: "blue",
  archived: false,
  userId: null,
} as const;

/** What the panel says, in two languages. */
export const panelMessages = {
  en: {
    common,
    emotion,
    evidence,
    room,
    touchpoint,
    errors: { internal: "Something went wrong." },
  },
  de: {
    common: deCommon,
    emotion: deEmotion,
    evidence: deEvidence,
    room,
    touchpoint: deTouchpoint,
    errors: {},
  },
};

import * as Y from "yjs";
import { createDocument } from "../create";
import type { ChannelId, PersonaId, StakeholderId } from "../ids";
import { asId } from "../ids";
import { seededId, seededRandom } from "./random";

const random = seededRandom(99);
const newId = () => seededId(random);

export const PERSONAS = [
  asId<PersonaId>(newId()),
  asId<PersonaId>(newId()),
] as const;
export const CHANNELS = [
  asId<ChannelId>(newId()),
  asId<ChannelId>(newId()),
] as const;
export const STAKEHOLDERS = [
  asId<StakeholderId>(newId()),
  asId<StakeholderId>(newId()),
] as const;

/** A small map that every script begins with; few things, so that people meet at them. */
export const START: Uint8Array = Y.encodeStateAsUpdate(
  createDocument(
    { newId, random },
    {
      title: "Buying running shoes",
      locale: "en",
      personas: [...PERSONAS],
      stages: [
        {
          key: "aware",
          title: "Awareness",
          touchpoints: [
            { key: "ad", title: "Sees an advert" },
            { key: "search", title: "Searches" },
          ],
        },
        {
          key: "decide",
          title: "Decision",
          touchpoints: [{ key: "shop", title: "Visits the shop" }],
        },
      ],
      lanes: [
        {
          key: "pains",
          kind: "pain",
          title: "Pains",
          cards: { aware: [{ text: "Back hurts" }] },
        },
        {
          key: "behind",
          kind: "blueprint",
          title: "Backstage",
          cards: { ad: [{ text: "Agency" }, { text: "Budget" }] },
        },
        { key: "curve", kind: "emotion", title: "Emotion" },
      ],
    },
  ),
);

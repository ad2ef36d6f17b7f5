import type { JourneySeed } from "@/lib/journey/seed";

/** A map with something of everything that the tests of sockets touch. */
export const smallSeed: JourneySeed = {
  title: "Buying running shoes",
  locale: "en",
  personas: [],
  stages: [
    {
      key: "s1",
      title: "Awareness",
      touchpoints: [{ key: "t1", title: "Advert" }],
    },
    { key: "s2", title: "Decision" },
  ],
  lanes: [
    {
      key: "l1",
      kind: "text",
      title: "Needs",
      cards: { s1: [{ text: "Run without pain" }] },
    },
  ],
};

import { asId } from "../ids";
import type { ChannelId, FileId, PersonaId, StakeholderId } from "../ids";
import type { JourneySeed } from "../seed";

export const ANNA = asId<PersonaId>("00000000-0000-7000-8000-000000000001");
export const WEBSITE = asId<ChannelId>("00000000-0000-7000-8000-000000000002");
export const SALES = asId<StakeholderId>(
  "00000000-0000-7000-8000-000000000003",
);
export const SUPPORT = asId<StakeholderId>(
  "00000000-0000-7000-8000-000000000004",
);
const PICTURE = asId<FileId>("00000000-0000-7000-8000-000000000005");

/** A seed that uses every field there is. */
export const FULL_SEED: JourneySeed = {
  title: "Buying running shoes",
  scenario: "Back pain after a run",
  customerWord: "runner",
  locale: "en",
  state: "future",
  outcome: "unsuccessful",
  breaksOffAt: "search",
  reviewEveryDays: 90,
  personas: [ANNA],
  stages: [
    {
      key: "aware",
      title: "Awareness",
      description: "First impression",
      colour: "blue",
      attachments: [
        { kind: "link", name: "Study", url: "https://example.org/study" },
      ],
      touchpoints: [
        {
          key: "search",
          title: "Searches",
          message: "We know backs",
          actualMessage: "Shoes 20% off",
          messageStatus: "differs",
          notes: "Line one\nLine two",
          medium: "online",
          initiator: "customer",
          receiver: "Runner",
          planned: "both",
          momentOfTruth: { kind: "zero", reason: "First impression" },
          checklist: ["Is the page usable?", { text: "Found?", done: true }],
          searchQueries: "running shoes back pain",
          dependsOn: "Search engine",
          inspiration: "The baker next door",
          responseTime: "PT5M",
          handledBy: "bot",
          duration: "PT10M",
          timing: { offset: "PT3H", after: "the advert" },
          dropOff: {
            share: 0.461,
            reasons: [{ text: "Login", share: 0.374 }, { text: "Cost" }],
          },
          channels: [WEBSITE],
          owners: [
            { stakeholderId: SUPPORT, role: "involved" },
            { stakeholderId: SALES, role: "responsible" },
          ],
          emotions: { [ANNA]: -1 },
          attachments: [
            {
              kind: "file",
              name: "Shot",
              fileId: PICTURE,
              mime: "image/png",
              bytes: 12,
            },
          ],
        },
        { key: "shop", title: "Visits the shop", recovers: "search" },
      ],
    },
    { key: "decide", title: "Decision" },
  ],
  lanes: [
    { key: "points", kind: "touchpoint", title: "Touchpoints" },
    { key: "messages", kind: "message", title: "Messages" },
    { key: "curve", kind: "emotion", title: "Emotion" },
    { key: "who", kind: "stakeholder", title: "Owners" },
    {
      key: "pains",
      kind: "pain",
      title: "Pains",
      hint: "What hurts?",
      cellHints: { aware: "In the customer's words" },
      cards: {
        aware: [
          {
            text: "Back hurts",
            colour: "red",
            decision: { status: "accepted", reason: "Worth it" },
            score: { customerValue: 80, businessValue: 40, effort: 2 },
          },
          { text: "Too many shoes", metric: { value: 46.1, unit: "%" } },
        ],
      },
    },
    {
      key: "actions",
      kind: "action",
      title: "Actions",
      cards: {
        decide: [
          {
            text: "Call back",
            task: { stakeholderId: SALES, status: "doing", due: "2026-12-01" },
            attachments: [
              {
                kind: "link",
                name: "Script",
                url: "https://example.org/script",
              },
            ],
          },
        ],
      },
    },
    {
      key: "behind",
      kind: "blueprint",
      title: "Backstage",
      visibility: "backstage",
      cards: { search: [{ text: "Agency" }] },
    },
  ],
};

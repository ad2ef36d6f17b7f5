import type { TouchpointListItem } from "@/lib/api/touchpoints";

/** A touchpoint as the list tells of it, with nothing in it but what a test says. */
export const touchpointRow = (
  over: Partial<TouchpointListItem> = {},
): TouchpointListItem => ({
  id: "00000000-0000-4000-8000-000000000001",
  title: "Touchpoint",
  journey: { id: "journey", title: "Journey" },
  stage: { id: "stage", title: "Stage", colour: null },
  message: "",
  messageStatus: null,
  medium: null,
  momentKind: null,
  dropOffShare: null,
  breaksOff: false,
  checklist: { done: 0, size: 0 },
  attachments: 0,
  channels: [],
  owners: [],
  emotions: [],
  ...over,
});

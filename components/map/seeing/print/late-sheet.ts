import { lazyPart } from "@/components/ui/lazy-part";

/** The pages of what this tab shows, for whoever prints by the browser's own menu. */
export const LateSheet = lazyPart(
  async () => (await import("./print-seen")).SheetSeen,
  { takesKeys: false },
);

import { earlyKey } from "@/components/room/device-store";
import type { Early, EarlyText } from "./early";

const textsOf = (owner: string): readonly EarlyText[] => {
  try {
    const kept: unknown = JSON.parse(
      sessionStorage.getItem(earlyKey(owner)) ?? "[]",
    );
    return Array.isArray(kept) ? (kept as readonly EarlyText[]) : [];
  } catch {
    return [];
  }
};

/** Whether words for this map wait since an earlier page. */
export const hasStored = (owner: string): boolean => textsOf(owner).length > 0;

/**
 * The words that wait since an earlier page, on a map to which somebody came without a page of its own: nothing takes
 * words there, and nothing shows them.
 */
export function storedEarly(owner: string): Early | null {
  if (!hasStored(owner)) return null;
  const nothing = () => undefined;
  return {
    owner,
    draft: () => null,
    kept: () => textsOf(owner),
    awake: nothing,
    isAwake: () => true,
    takePlace: () => false,
    rows: () => [],
    allow: nothing,
    release: (card) => {
      const rest = textsOf(owner).filter((text) => text.card !== card);
      if (rest.length === 0) sessionStorage.removeItem(earlyKey(owner));
      else sessionStorage.setItem(earlyKey(owner), JSON.stringify(rest));
    },
    follow: () => nothing,
    end: nothing,
  };
}

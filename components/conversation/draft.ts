import type { Mentionable } from "@/lib/conversation/words";

/** What somebody has written and not sent. */
export interface Draft {
  readonly text: string;
  /** Whom they chose while writing. */
  readonly chosen: readonly Mentionable[];
  /** Under which it is sent, so that a second try is not a second comment. */
  readonly key: string;
}

const nameOf = (place: string) => `waymark:draft:${place}`;

const isDraft = (value: unknown): value is Draft => {
  const { text, chosen, key } = (value ?? {}) as Partial<Draft>;
  return (
    typeof text === "string" &&
    typeof key === "string" &&
    Array.isArray(chosen) &&
    chosen.every(
      (one: Partial<Mentionable> | null) =>
        typeof one?.id === "string" && typeof one.name === "string",
    )
  );
};

/** What was written at a place and not sent, perhaps before the page was loaded again. */
export function keptDraft(place: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(
      localStorage.getItem(nameOf(place)) ?? "null",
    );
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps what is written; where the browser refuses storage it stays on the page alone. */
export function keepDraft(place: string, draft: Draft): void {
  try {
    if (draft.text.trim() === "") localStorage.removeItem(nameOf(place));
    else localStorage.setItem(nameOf(place), JSON.stringify(draft));
  } catch {
    return;
  }
}

/** Lets go of what was written at a place: whoever wrote it does not want it. */
export const forgetDraft = (place: string): void =>
  keepDraft(place, { text: "", chosen: [], key: "" });

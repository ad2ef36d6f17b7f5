"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useRoom } from "@/components/room/room-context";
import type { Presence } from "@/lib/protocol/presence";
import { useRemembered } from "../../views/memory";
import { speak } from "../../grid/speak";
import { useOthersTransactions } from "./others-transactions";

/** Others write letter by letter; what they wrote is said once they have come this far. */
export const SAY_AFTER_MS = 2_000;
const MOST_LETTERS = 120;

interface Here {
  /** The cell or card with the focus, as it is named on the page. */
  readonly name: string;
  /** The cell that it is or stands in. */
  readonly cell: string;
  readonly words: string;
}

/** Whether changes of others are spoken; a choice of this browser. */
export function useHearing(): [boolean, (isOn: boolean) => void] {
  const [kept, keep] = useRemembered("waymark:hear-others");
  return [kept !== "no", (isOn) => keep(isOn ? "yes" : "no")];
}

/** Says what others change where the reader stands, and nothing of what they change elsewhere. */
export function useHeardChanges(): void {
  const t = useTranslations("seeing.heard");
  const { client } = useRoom();
  const [isHearing] = useHearing();
  const before = useRef<Here | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const say = () => {
    const was = before.current;
    before.current = null;
    timer.current = undefined;
    const now = was && wordsOf(was.name);
    if (!was || now === was.words) return;
    const name = writerAt(client?.presence.getSeen().presences ?? [], was.cell);
    const who = { known: name === null ? "no" : "yes", name: name ?? "" };
    if (now === null) return speak(t("gone", who));
    if (now === "") return speak(t("emptied", who));
    speak(t("changed", { ...who, words: shortened(now) }));
  };
  useOthersTransactions(() => {
    if (!isHearing || timer.current !== undefined) return;
    before.current = here();
    if (before.current) timer.current = setTimeout(say, SAY_AFTER_MS);
  });
}

function here(): Here | null {
  const place = document.activeElement?.closest<HTMLElement>(
    "[data-map-scroll] :is([data-card], [data-cell])",
  );
  // Who writes sees and hears the letters arrive in the field.
  if (!place || place !== document.activeElement) return null;
  const { card, cell } = place.dataset;
  const name = card ? `[data-card="${card}"]` : `[data-cell="${cell}"]`;
  const around = place.closest<HTMLElement>("[data-cell]")?.dataset.cell ?? "";
  return { name, cell: around, words: spokenOf(place) };
}

function wordsOf(name: string): string | null {
  const place = document.querySelector<HTMLElement>(
    `[data-map-scroll] ${name}`,
  );
  return place && spokenOf(place);
}

function spokenOf(place: HTMLElement): string {
  const cards = [...place.querySelectorAll("[data-card]")];
  const parts = (cards.length > 0 ? cards : [place]).map(
    ({ textContent }) => textContent,
  );
  const values = [...place.querySelectorAll("[aria-valuetext]")].map(
    (slider) => slider.getAttribute("aria-valuetext") ?? "",
  );
  return [...parts, ...values].filter(Boolean).join(", ");
}

/** The one other who is where the change was made; null where nobody is, or several are. */
function writerAt(presences: readonly Presence[], cell: string): string | null {
  const isThere = ({ at }: Presence): boolean => {
    if (at?.kind === "cell") return cell === `${at.laneId}/${at.columnId}`;
    return at !== null && cell.split("/").includes(at.id) && isHeading(cell);
  };
  const names = new Set(presences.filter(isThere).map(({ user }) => user.name));
  return names.size === 1 ? ([...names][0] ?? null) : null;
}

const isHeading = (cell: string): boolean =>
  /^(stages|touchpoints)\/|\/head$/.test(cell);

function shortened(words: string): string {
  const letters = [...words];
  return letters.length > MOST_LETTERS
    ? `${letters.slice(0, MOST_LETTERS).join("")}…`
    : words;
}

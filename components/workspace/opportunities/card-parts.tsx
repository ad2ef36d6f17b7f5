"use client";

import { Lightbulb, ListPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Opportunity, Pain } from "@/lib/api/opportunities";
import type { FollowUpKind } from "@/lib/journey/follow-up";
import { cardKey } from "./use-card-changes";

type Card = Opportunity | Pain;

/** Where a card is on its map. */
const cardHref = (slug: string, { journey, cardId }: Card): string =>
  `/w/${slug}/journeys/${journey.id}?card=${cardId}`;

/** What a card says, leading to its place on the map, and where that is. */
export function CardName({ slug, card }: { slug: string; card: Card }) {
  const t = useTranslations("opportunities");
  const column = card.touchpoint ?? card.stage;
  const place = [
    card.journey.title || t("untitledJourney"),
    column ? column.title : t("tray"),
  ];
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <Link
        href={cardHref(slug, card)}
        className="finger relative rounded-xs font-medium text-ink hover:text-accent hover:underline"
      >
        <span className="line-clamp-4 wrap-anywhere whitespace-pre-line hyphens-auto">
          {card.text || t("untitled")}
        </span>
      </Link>
      <span className="line-clamp-2 text-xs font-normal wrap-anywhere text-ink-3">
        {place.filter(Boolean).join(" › ")}
      </span>
      {"origin" in card && card.origin && card.origin.text !== card.text ? (
        <span className="line-clamp-2 text-xs font-normal wrap-anywhere text-ink-3">
          {t("from", { origin: card.origin.text || t("untitled") })}
        </span>
      ) : null}
    </span>
  );
}

interface TasksOfProps<Row extends Card> {
  readonly card: Row;
  /** Absent where nothing may be made. */
  readonly onMake?: (card: Row) => Promise<void>;
}

/** How many tasks were made of a card, and the button that makes one. */
export function TasksOf<Row extends Card>(props: TasksOfProps<Row>) {
  const { card, onMake } = props;
  const t = useTranslations("opportunities");
  const { all, done } = card.tasks;
  return (
    <span
      className="flex flex-wrap items-center gap-x-3 gap-y-1"
      data-card={cardKey(card)}
    >
      {all > 0 ? (
        <span className="text-xs text-ink-2 tabular-nums">
          {t("tasksDone", { all, done })}
        </span>
      ) : null}
      {onMake ? (
        <MakeButton kind="action" card={card} onMake={() => onMake(card)} />
      ) : null}
    </span>
  );
}

interface MakeButtonProps {
  readonly kind: FollowUpKind;
  readonly card: Card;
  readonly onMake: () => Promise<void>;
}

/** Makes something out of a card; not there while the card has no place on its map. */
export function MakeButton({ kind, card, onMake }: MakeButtonProps) {
  const t = useTranslations("opportunities");
  const [isPending, setPending] = useState(false);
  if (!card.stage) return null;
  const Icon = kind === "action" ? ListPlus : Lightbulb;
  const isFirst = kind === "action" && card.tasks.all === 0;
  const make = async () => {
    setPending(true);
    await onMake();
    setPending(false);
  };
  return (
    <Button
      size="sm"
      variant={isFirst ? "secondary" : "quiet"}
      isPending={isPending}
      aria-label={t(`makeOf.${kind}`, { card: card.text || t("untitled") })}
      onPress={() => void make()}
    >
      <Icon aria-hidden="true" />
      {t(`make.${kind}`)}
    </Button>
  );
}

"use client";

import { CornerUpLeft, Lightbulb, ListTodo } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import {
  FOLLOW_UP_KINDS,
  followUp,
  followUpsOf,
  originsOf,
  type FollowUpKind,
} from "@/lib/journey/follow-up";
import type { CardId, TouchpointId } from "@/lib/journey/ids";
import type { Card, JourneyMap } from "@/lib/journey/journey-map";
import { Section } from "./section";

/** What can stand open beside the map. */
export type OpenableRecord =
  | { readonly kind: "card"; readonly id: CardId }
  | { readonly kind: "touchpoint"; readonly id: TouchpointId };

type OnOpen = (record: OpenableRecord) => void;

interface FollowUpsProps {
  /** A card or a touchpoint. */
  readonly of: CardId | TouchpointId;
  readonly kinds?: readonly FollowUpKind[];
  readonly canWrite: boolean;
  readonly onOpen: OnOpen;
}

const icons = { action: ListTodo, opportunity: Lightbulb };

const cardsById = (map: JourneyMap): ReadonlyMap<string, Card> =>
  new Map(
    [...Object.values(map.cells).flat(), ...map.tray.cards].map((card) => [
      card.id,
      card,
    ]),
  );

/** The live cards that were made of something, in the order of their links. */
function useMade(of: string): readonly Card[] {
  const links = useJourneyMap((map) => map.links);
  const cells = useJourneyMap((map) => map.cells);
  const tray = useJourneyMap((map) => map.tray);
  return useMemo(() => {
    const ids = followUpsOf(links, of);
    if (ids.length === 0) return [];
    const known = cardsById({ cells, tray } as JourneyMap);
    return ids.flatMap((id) => known.get(id) ?? []);
  }, [links, cells, tray, of]);
}

/** What was made of a card or a touchpoint, and the buttons that make more of it. */
export function FollowUps(props: FollowUpsProps) {
  const { of, kinds = FOLLOW_UP_KINDS, canWrite, onOpen } = props;
  const t = useTranslations("touchpoint.followUps");
  const map = useTranslations("map.lane");
  const { run } = useCommands();
  const made = useMade(of);
  const make = (kind: FollowUpKind) => {
    const laneTitle = map(`${kind}.title`);
    const result = run((ctx) => followUp(ctx, { from: of, kind, laneTitle }));
    if (result?.ok) onOpen({ kind: "card", id: result.cardId });
  };
  return (
    <Section
      name="follow-ups"
      title={t("title")}
      isOpenAtFirst
      summary={made.length > 0 ? t("count", { count: made.length }) : undefined}
    >
      {made.length > 0 ? (
        <ul className="-mx-2 flex flex-col">
          {made.map((card) => (
            <Made key={card.id} {...{ card, onOpen }} />
          ))}
        </ul>
      ) : null}
      {canWrite ? (
        <div className="flex flex-wrap gap-2">
          {kinds.map((kind) => {
            const Icon = icons[kind];
            return (
              <Button key={kind} size="sm" onPress={() => make(kind)}>
                <Icon aria-hidden="true" />
                {t(`make.${kind}`)}
              </Button>
            );
          })}
        </div>
      ) : made.length === 0 ? (
        <p className="text-sm text-ink-3">{t("none")}</p>
      ) : null}
    </Section>
  );
}

function Made({ card, onOpen }: { card: Card; onOpen: OnOpen }) {
  const t = useTranslations("touchpoint");
  const Icon = card.kind === "opportunity" ? Lightbulb : ListTodo;
  return (
    <li>
      <button
        type="button"
        onClick={() => onOpen({ kind: "card", id: card.id })}
        className="flex min-h-8 w-full items-start gap-2 rounded-sm px-2 py-1.5 text-left text-sm hover:bg-hover pointer-coarse:min-h-11"
      >
        <Icon
          aria-hidden="true"
          className="mt-0.5 size-4 shrink-0 text-ink-3"
        />
        <span className="line-clamp-2 min-w-0 flex-1 wrap-anywhere">
          {card.text || t("card.untitled")}
        </span>
        {card.task ? (
          <Badge>{t(`card.task.statuses.${card.task.status}`)}</Badge>
        ) : null}
      </button>
    </li>
  );
}

interface Origin {
  readonly record: OpenableRecord;
  readonly words: string;
}

/** What a card was made of; null where that is gone or was nothing. */
function originIn(map: JourneyMap, cardId: CardId): Origin | null {
  const id = originsOf(map.links).get(cardId);
  if (id === undefined) return null;
  const card = cardsById(map).get(id);
  if (card) return { record: { kind: "card", id: card.id }, words: card.text };
  const point = [
    ...map.stages.flatMap(({ touchpoints }) => touchpoints),
    ...map.tray.touchpoints,
  ].find((touchpoint) => touchpoint.id === id);
  return point
    ? { record: { kind: "touchpoint", id: point.id }, words: point.title }
    : null;
}

/** The way back from a card to what it was made of. */
export function OriginLine({
  cardId,
  onOpen,
}: {
  cardId: CardId;
  onOpen: OnOpen;
}) {
  const t = useTranslations("touchpoint.followUps");
  const whole = useJourneyMap((map) => map);
  const origin = useMemo(() => originIn(whole, cardId), [whole, cardId]);
  if (!origin) return null;
  const { record, words } = origin;
  return (
    <button
      type="button"
      onClick={() => onOpen(record)}
      className="flex min-h-7 items-start gap-1.5 self-start rounded-sm text-left text-sm text-ink-2 hover:text-accent hover:underline pointer-coarse:min-h-11"
    >
      <CornerUpLeft aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span className="line-clamp-2 min-w-0 wrap-anywhere">
        {t(`from.${record.kind}`, { words: words || t("untitled") })}
      </span>
    </button>
  );
}

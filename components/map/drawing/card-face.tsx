import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import type { Attachment, Card } from "@/lib/journey/journey-map";
import { AttachmentList } from "./attachment-list";
import { CardFacts, MetricFact } from "./card-facts";
import { CardText } from "./card-text";

interface CardFaceProps {
  readonly card: Card;
  readonly attachments: readonly Attachment[];
  /** Stands in place of the words while they are written. */
  readonly editor?: ReactNode;
  /** Whether a click on what it says besides its words changes that. */
  readonly isOpenable?: boolean;
  readonly isInGrid?: boolean;
  /** Begins to write, where a tap on the words does that. */
  readonly onTap?: () => void;
}

/** What a card looks like, on the map and on a shared one. */
export function CardFace({
  card,
  attachments,
  editor,
  isOpenable = false,
  isInGrid,
  onTap,
}: CardFaceProps) {
  const isPictureFirst = card.kind === "key-moment";
  const words =
    editor ??
    (card.text === "" &&
    !onTap &&
    (attachments.length > 0 || card.metric) ? null : (
      <CardText id={card.id} text={card.text} {...{ isInGrid, onTap }} />
    ));
  return (
    <>
      {card.metric ? (
        <div data-act={isOpenable ? "facts" : undefined}>
          <MetricFact metric={card.metric} />
        </div>
      ) : null}
      {isPictureFirst ? (
        <>
          <AttachmentList {...{ attachments, isInGrid }} />
          <div className={cx(attachments.length > 0 && "mt-1.5")}>{words}</div>
        </>
      ) : (
        <>
          {words}
          <AttachmentList {...{ attachments, isInGrid }} />
        </>
      )}
      <CardFacts {...{ card, isOpenable }} />
    </>
  );
}

const looks: Partial<Record<Card["kind"], string>> = {
  pain: "before:bg-(--red-edge)",
  gain: "before:bg-(--green-edge)",
};

/** The surface of a card: the colour of its `data-colour`, else bare paper; pains and gains carry a mark at the side. */
export function cardStyle(card: Pick<Card, "kind">): string {
  return cx("relative", manyCardsStyle(card));
}

/** The same where there may be thousands: whatever lies over such a card makes it `relative` for as long. */
export function manyCardsStyle(card: Pick<Card, "kind">): string {
  return cx(
    "map-card",
    looks[card.kind] &&
      cx(
        "relative pl-3 before:absolute before:inset-y-1.5 before:left-1 before:w-0.5 before:rounded-full",
        looks[card.kind],
      ),
  );
}

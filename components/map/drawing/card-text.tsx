"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { isLong, toggleFold, useIsUnfolded } from "./unfolded";

interface CardTextProps {
  readonly id: string;
  readonly text: string;
  /** In the grid the menu of the card does the same as the button, so that keys stay with the cells. */
  readonly isInGrid?: boolean;
  /** Begins to write, where a tap on the words does that. */
  readonly onTap?: () => void;
}

const look = "hyphens-auto whitespace-pre-wrap";

/** The words of a card, of which a long one shows its beginning. */
export function CardText(props: CardTextProps) {
  return isLong(props.text) ? <LongText {...props} /> : <Words {...props} />;
}

/** Folded to the eye only: who listens, searches or prints gets all of it. */
function LongText(props: CardTextProps) {
  const t = useTranslations("map.long");
  const isWhole = useIsUnfolded(props.id);
  return (
    <>
      <Words {...props} isFolded={!isWhole} />
      <button
        type="button"
        data-act="unfold"
        tabIndex={props.isInGrid ? -1 : undefined}
        aria-expanded={isWhole}
        onClick={() => toggleFold(props.id)}
        className="mt-1 -ml-1 inline-flex min-h-6 items-center rounded-sm px-1 text-xs font-medium text-accent hover:underline pointer-coarse:min-h-11 print:hidden"
      >
        {t(isWhole ? "less" : "all")}
      </button>
    </>
  );
}

function Words({
  text,
  isInGrid,
  onTap,
  isFolded = false,
}: CardTextProps & { readonly isFolded?: boolean }) {
  const fold = isFolded && "line-clamp-12";
  return onTap ? (
    <button
      type="button"
      onClick={onTap}
      className={`block min-h-6 w-full text-left pointer-coarse:min-h-11 ${look}`}
    >
      {isFolded ? <span className={cx(fold)}>{text}</span> : text}
    </button>
  ) : (
    <p
      data-words={isInGrid ? "" : undefined}
      className={cx("min-h-5", look, fold)}
    >
      {text}
    </p>
  );
}

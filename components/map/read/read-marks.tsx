"use client";

import { Minus, Pencil, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { createContext, useContext } from "react";
import { cx } from "@/components/ui/cx";

/** What became of a place on the map, in numbers of things. */
export interface ReadMark {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** By place: `stage:<id>`, `touchpoint:<id>`, `lane:<id>` or `<lane>:<column>`. */
export type ReadMarks = ReadonlyMap<string, ReadMark>;

const NONE: ReadMarks = new Map();

/** What is marked on the map that is read; nothing where nobody compares. */
export const ReadMarksContext = createContext<ReadMarks>(NONE);

const LOOKS = {
  added: { look: "bg-success-tint text-success", Icon: Plus },
  changed: { look: "bg-warning-tint text-warning", Icon: Pencil },
  removed: { look: "bg-danger-tint text-danger", Icon: Minus },
} as const;

/** The edge around a marked place; the words of `MarkBadges` say what it means. */
export function useMarkStyle(place: string): string | undefined {
  const mark = useContext(ReadMarksContext).get(place);
  if (!mark) return undefined;
  return cx(
    "outline-2 -outline-offset-2",
    mark.changed > 0 || (mark.added > 0 && mark.removed > 0)
      ? "outline-warning"
      : mark.added > 0
        ? "outline-success"
        : "outline-danger",
  );
}

/** What became of a place, in colour, sign and words. */
export function MarkBadges({ place }: { readonly place: string }) {
  const t = useTranslations("map.mark");
  const mark = useContext(ReadMarksContext).get(place);
  if (!mark) return null;
  return (
    <span data-mark={place} className="mb-1 flex flex-wrap gap-1">
      {(["added", "changed", "removed"] as const).map((kind) => {
        const { look, Icon } = LOOKS[kind];
        return mark[kind] > 0 ? (
          <span
            key={kind}
            className={cx(
              "inline-flex h-5 items-center gap-1 rounded-sm px-1.5 text-2xs font-medium whitespace-nowrap [&_svg]:size-3",
              look,
            )}
          >
            <Icon aria-hidden="true" />
            {t(kind, { count: mark[kind] })}
          </span>
        ) : null;
      })}
    </span>
  );
}

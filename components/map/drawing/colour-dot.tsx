import { cx } from "@/components/ui/cx";
import type { Colour } from "@/lib/journey/vocabulary";

/** A colour in a list of colours; a ring of paper for none. */
export function ColourDot({ colour }: { readonly colour: Colour | null }) {
  return (
    <span
      aria-hidden="true"
      data-colour={colour ?? undefined}
      className={cx(
        "size-4 shrink-0 rounded-full border",
        colour
          ? "border-(--edge) bg-(--tint)"
          : "border-line-strong bg-surface",
      )}
    />
  );
}

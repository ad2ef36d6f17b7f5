import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { Lane } from "@/lib/journey/journey-map";
import { blueprintLine } from "@/lib/journey/vocabulary";
import type { BlueprintLine, Visibility } from "@/lib/journey/vocabulary";

type Named = Pick<Lane, "title" | "hint" | "visibility">;

/** Told apart without colour, on paper too: drawn through, in dashes, in dots. */
const strokes: Readonly<Record<BlueprintLine, string>> = {
  interaction: "border-solid",
  visibility: "border-dashed",
  internal: "border-dotted",
};

/** How the line of a blueprint is drawn that lies below what has this visibility. */
export function lineStroke(visibility: Visibility): string {
  const line = blueprintLine(visibility);
  return cx(
    "border-line-strong",
    strokes[line],
    line === "internal" ? "border-t-3" : "border-t-2",
  );
}

/** A line of a blueprint across the columns; its name stands at its head, and is read out here with what it divides. */
export function LineFace({ lane }: { readonly lane: Named | null }) {
  const words = useLineWords(lane);
  return (
    <>
      <span
        aria-hidden="true"
        className={cx("h-0 w-full", lineStroke(lane?.visibility ?? "customer"))}
      />
      <span className="sr-only">{words}</span>
    </>
  );
}

/** The same between the lanes of a list. */
export function LineInList({ lane }: { readonly lane: Named }) {
  const words = useLineWords(lane);
  const stroke = lineStroke(lane.visibility);
  return (
    <p className="flex items-center gap-2 bg-sunken/50 px-4 py-2 text-xs text-ink-2">
      <span aria-hidden="true" className={cx("w-4 shrink-0", stroke)} />
      {words}
      <span aria-hidden="true" className={cx("min-w-4 flex-1", stroke)} />
    </p>
  );
}

function useLineWords(lane: Named | null): string {
  const t = useTranslations("map");
  const { title, hint, visibility } = lane ?? {
    title: "",
    hint: null,
    visibility: "customer",
  };
  const name = title || t(`line.${blueprintLine(visibility)}.name`);
  return hint ? `${name}: ${hint}` : name;
}

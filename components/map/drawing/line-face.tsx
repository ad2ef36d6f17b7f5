import { useTranslations } from "next-intl";
import type { Lane } from "@/lib/journey/journey-map";

type Named = Pick<Lane, "title" | "hint">;

/** A line of a blueprint across the columns; its name stands at its head, and is read out here with what it divides. */
export function LineFace({ lane }: { readonly lane: Named | null }) {
  const words = useLineWords(lane);
  return (
    <>
      <span
        aria-hidden="true"
        className="h-0 w-full border-t-2 border-dashed border-line-strong"
      />
      <span className="sr-only">{words}</span>
    </>
  );
}

/** The same between the lanes of a list. */
export function LineInList({ lane }: { readonly lane: Named }) {
  const words = useLineWords(lane);
  return (
    <p className="flex items-center gap-2 bg-sunken/50 px-4 py-2 text-xs text-ink-2">
      <span
        aria-hidden="true"
        className="w-4 shrink-0 border-t-2 border-dashed border-line-strong"
      />
      {words}
      <span
        aria-hidden="true"
        className="min-w-4 flex-1 border-t-2 border-dashed border-line-strong"
      />
    </p>
  );
}

function useLineWords(lane: Named | null): string {
  const t = useTranslations("map");
  const { title, hint } = lane ?? { title: "", hint: null };
  const name = title || t("lane.line.name");
  return hint ? `${name}: ${hint}` : name;
}

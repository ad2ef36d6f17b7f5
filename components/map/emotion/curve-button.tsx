"use client";

import { ChartSpline } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEditorUi } from "../editor-ui";

/** Beside the curve on the map, for the pointer: its look and its words. */
export function CurveButton({ left }: { readonly left: number }) {
  const t = useTranslations("emotion");
  const ui = useEditorUi();
  return (
    // A row of a grid holds cells alone; the menus of the lane and of the map say the same to everybody else.
    <div
      aria-hidden="true"
      style={{ left: left + 6 }}
      className="sticky z-2 h-0 w-0 print:hidden"
    >
      <button
        type="button"
        tabIndex={-1}
        title={t("about")}
        onClick={() => ui.show({ kind: "curve" })}
        className="absolute top-0.5 left-0 flex size-6 items-center justify-center rounded-sm text-ink-2 hover:bg-hover hover:text-ink pointer-coarse:size-11"
      >
        <ChartSpline aria-hidden="true" className="size-4" />
      </button>
    </div>
  );
}

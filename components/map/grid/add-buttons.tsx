"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCanWrite } from "@/components/room/use-room-state";
import { useEditorUi } from "../editor-ui";
import type { Structure } from "./use-structure";

const look =
  "inline-flex items-center gap-1.5 rounded-md text-sm text-ink-3 hover:bg-hover hover:text-ink [&_svg]:size-4";

/** Under the last lane. */
export function AddLaneButton() {
  const t = useTranslations("map");
  const ui = useEditorUi();
  if (!useCanWrite()) return null;
  return (
    <div className="sticky left-0 w-fit p-2">
      <button
        type="button"
        className={`${look} h-8 px-2 pointer-coarse:h-11`}
        onClick={() => ui.show({ kind: "add-lane", before: null })}
      >
        <Plus aria-hidden="true" />
        {t("add.lane")}
      </button>
    </div>
  );
}

/** Right of the last stage. */
export function AddStageButton({
  structure,
}: {
  readonly structure: Structure;
}) {
  const t = useTranslations("map");
  if (!useCanWrite()) return null;
  return (
    <div className="sticky top-0 h-fit min-w-44 p-1.5">
      <button
        type="button"
        className={`${look} h-8 px-2 whitespace-nowrap pointer-coarse:h-11`}
        onClick={() => structure.addStage(null)}
      >
        <Plus aria-hidden="true" />
        {t("add.stage")}
      </button>
    </div>
  );
}

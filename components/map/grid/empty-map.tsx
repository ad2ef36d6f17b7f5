"use client";

import { useTranslations } from "next-intl";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useCanWrite } from "@/components/room/use-room-state";
import { Button } from "@/components/ui/button";
import { useEditorUi } from "../editor-ui";
import type { Structure } from "./use-structure";

/** A map without stages and lanes, and the two ways out of it. */
export function EmptyMap({ structure }: { readonly structure: Structure }) {
  const t = useTranslations("map");
  const guide = useTranslations("guide");
  const ui = useEditorUi();
  const canWrite = useCanWrite();
  const hasTrash = useJourneyMap((map) => map.trash.length > 0);
  return (
    <div className="flex h-full flex-col items-center justify-center gap-4 p-8 text-center">
      <h2 className="text-xl">{t("empty.title")}</h2>
      <p className="max-w-md text-ink-2">{t("empty.text")}</p>
      {canWrite ? (
        <div className="flex flex-wrap justify-center gap-2">
          <Button variant="primary" onPress={() => structure.addStage(null)}>
            {t("add.stage")}
          </Button>
          <Button onPress={() => ui.show({ kind: "add-lane", before: null })}>
            {t("add.lane")}
          </Button>
          <Button
            onPress={() => ui.openRecord({ kind: "guide", tab: "steps" })}
          >
            {guide("tip.openGuide")}
          </Button>
          {hasTrash ? (
            <Button onPress={() => ui.show({ kind: "trash" })}>
              {t("trash.open")}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

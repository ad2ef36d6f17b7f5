"use client";

import { Inbox } from "lucide-react";
import { useTranslations } from "next-intl";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { Button } from "@/components/ui/button";
import { useEditorUi } from "../editor-ui";

/** Cards and touchpoints that lost their place; nothing is shown while there are none. */
export function TrayButton() {
  const t = useTranslations("map");
  const ui = useEditorUi();
  const cards = useJourneyMap((map) => map.tray.cards.length);
  const touchpoints = useJourneyMap((map) => map.tray.touchpoints.length);
  const count = cards + touchpoints;
  if (count === 0) return null;
  const words = t("tray.button", { count });
  return (
    <span data-region="tray">
      <Button
        size="sm"
        aria-label={words}
        onPress={() => ui.show({ kind: "tray" })}
      >
        <Inbox aria-hidden="true" />
        <span className="max-sm:hidden">{words}</span>
        <span className="sm:hidden">{count}</span>
      </Button>
    </span>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import type { ColumnId, LaneId } from "@/lib/journey/ids";
import { setLane } from "@/lib/journey/lanes";
import type { Spot } from "../editor-ui";
import { laneIn } from "../map-index";
import { FloatingDialog } from "../menus/floating";

interface CellHintDialogProps {
  readonly laneId: LaneId;
  readonly columnId: ColumnId;
  readonly at: Spot;
  readonly onClose: () => void;
}

/** What may be written in a cell, for those who fill it; it gives way to the first card. */
export function CellHintDialog({
  laneId,
  columnId,
  at,
  onClose,
}: CellHintDialogProps) {
  const t = useTranslations("lanes.hint");
  const common = useTranslations("common");
  const { run } = useCommands();
  const old = useJourneyMap((map) => laneIn(map, laneId)?.cellHints[columnId]);
  const [hint, setHint] = useState(old ?? "");
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const next = hint.trim() || null;
    const cellHint = { columnId, hint: next };
    if (next !== (old ?? null))
      run((ctx) => setLane(ctx, { laneId, cellHint }));
    onClose();
  };
  return (
    <FloatingDialog
      at={at}
      onClose={onClose}
      label={t("title")}
      className="w-80"
    >
      <form onSubmit={handleSubmit} className="flex flex-col gap-3 p-2">
        <TextArea
          label={t("title")}
          description={t("description")}
          rows={3}
          value={hint}
          onChange={setHint}
          autoFocus
        />
        <Button size="sm" variant="primary" type="submit" className="self-end">
          {common("save")}
        </Button>
      </form>
    </FloatingDialog>
  );
}

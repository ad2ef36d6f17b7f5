"use client";

import { ClipboardCopy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRoom } from "@/components/room/room-context";
import { showToast } from "@/components/ui/toast";
import type { LaneId } from "@/lib/journey/ids";
import { writeHtml } from "../clipboard/block";
import { copyLane } from "../clipboard/copy-cells";
import { writeTsv } from "../clipboard/tsv";
import { useCommandFace } from "../commands/use-doable";
import { useCatalogue } from "../drawing/catalogue";
import { laneIn } from "../map-index";
import type { MenuEntry } from "./use-menu-items";

/** Takes a whole lane along to another map; Ctrl+C on its name does the same. */
export function useCopyLane(laneId: LaneId | null): MenuEntry[] {
  const t = useTranslations("map");
  const { source, workspaceSlug, journeyId } = useRoom();
  const catalogue = useCatalogue();
  const face = useCommandFace();
  if (laneId === null) return [];
  const copy = async () => {
    const map = source.get();
    const lane = laneIn(map, laneId);
    if (!lane) return;
    const from = {
      map,
      catalogue,
      workspace: workspaceSlug,
      journey: journeyId,
    };
    const { texts, block } = copyLane(lane, from);
    const name = lane.title || t(`lane.${lane.kind}.name`);
    const isCopied = await write(writeTsv(texts), writeHtml(texts, block));
    showToast({
      text: t(isCopied ? "pasteLane.copied" : "pasteLane.notCopied", { name }),
    });
  };
  return [
    {
      id: "copy-lane",
      label: t("menu.copyLane"),
      icon: <ClipboardCopy aria-hidden="true" />,
      keys: face("clipboard").keys,
      run: () => void copy(),
    },
  ];
}

/** Puts both forms on the clipboard; false where the browser does not let a menu do that. */
async function write(text: string, html: string): Promise<boolean> {
  try {
    const forms = { "text/plain": text, "text/html": html };
    const blobs = Object.entries(forms).map(
      ([type, form]) => [type, new Blob([form], { type })] as const,
    );
    await navigator.clipboard.write([
      new ClipboardItem(Object.fromEntries(blobs)),
    ]);
    return true;
  } catch {
    return false;
  }
}

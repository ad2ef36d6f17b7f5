"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useCommands } from "@/components/room/use-commands";
import { useReadingMode } from "@/components/room/reading-mode";
import { useRoom } from "@/components/room/room-context";
import { showToast } from "@/components/ui/toast";
import type { CopiedBlock } from "@/lib/formats/copied-cells";
import { fillCells, previewFill } from "@/lib/journey/fill-cells";
import type { CommandContext } from "@/lib/journey/command";
import type { JourneyMap, Lane } from "@/lib/journey/journey-map";
import { setText } from "@/lib/journey/texts";
import { useCatalogue } from "../drawing/catalogue";
import { useEditorUi } from "../editor-ui";
import { selectedCells } from "../grid/selected-cells";
import { textTarget } from "../grid/edit-targets";
import type { GridState } from "../grid/grid-state";
import type { GridStore } from "../grid/grid-store";
import type { Pick } from "../grid/picks";
import { cellName, cellOf, leafIndex } from "../grid/shape";
import type { GridCell, GridShape } from "../grid/shape";
import { speak } from "../grid/speak";
import type { Orders } from "../grid/use-orders";
import { useReadingNotice } from "../grid/use-reading-notice";
import { laneIn } from "../map-index";
import { readHtml, writeHtml } from "./block";
import { copyCells, copyChosen, copyLane } from "./copy-cells";
import type { Copied } from "./copy-cells";
import { fillArgs, fillsOf } from "./paste-plan";
import type { PastePlan } from "./paste-plan";
import { isOnGrid } from "./pasted";
import type { ClipboardHandlers, ClipboardUse } from "./pasted";
import type { PictureList } from "./picture-list";
import { readTsv, writeTsv } from "./tsv";
import { useBringFiles } from "./use-bring-files";
import type { ShowComing } from "./use-bring-files";

interface ClipboardHands {
  readonly store: GridStore;
  readonly orders: Orders;
  readonly coming: PictureList;
  readonly pastePictures: (files: readonly File[]) => void;
}

/** Copying cells out and pasting blocks in, by the browser's own commands. */
export function useClipboard({
  store,
  orders,
  coming,
  pastePictures,
}: ClipboardHands): ClipboardHandlers {
  const { source, workspaceSlug, journeyId } = useRoom();
  const { ctx } = useCommands();
  const ctxNow = useLatest(ctx);
  const bring = useBringFiles();
  const { isReading } = useReadingMode();
  const tellReading = useReadingNotice();
  const catalogue = useCatalogue();
  const ui = useEditorUi();
  const t = useTranslations("map");
  return useMemo(() => {
    const copy = (event: ClipboardUse) => {
      const state = store.getState();
      const map = source.get();
      const from = {
        map,
        catalogue,
        workspace: workspaceSlug,
        journey: journeyId,
      };
      const picks = chosenAt(state);
      const lane = laneAt(store, map);
      const copied =
        picks.length > 0
          ? copyChosen(picks, from)
          : lane
            ? copyLane(lane, from)
            : copyCells(selectedCells(state, store.getShape()), from);
      event.clipboardData.setData("text/plain", writeTsv(copied.texts));
      event.clipboardData.setData(
        "text/html",
        writeHtml(copied.texts, copied.block),
      );
      event.preventDefault();
      if (lane)
        showToast({ text: t("pasteLane.copied", { name: nameOfLane(lane) }) });
      else if (picks.length > 0)
        speak(t("many.copied", { count: countOf(copied) }));
      else speak(t("spoken.copied", { count: copied.texts.flat().length }));
    };
    const nameOfLane = ({ title, kind }: Lane) =>
      title || t(`lane.${kind}.name`);

    const begin = (context: CommandContext, plan: PastePlan) => {
      const { rows, unknown } = fillsOf(plan, source.get(), catalogue);
      const args = fillArgs(plan, rows, !plan.isBehind);
      const outcome = previewFill(context, args);
      if (!outcome.ok) {
        showToast({ text: t("paste.refused"), tone: "danger" });
        return;
      }
      const { columnsAdded, skipped, overwritten } = outcome;
      const isPlain = columnsAdded + skipped + unknown.length === 0;
      if (!isPlain || (overwritten > 0 && !plan.isBehind)) {
        ui.show({ kind: "paste", plan });
        return;
      }
      fillCells(context, args);
      speak(t("spoken.pasted", { count: outcome.cards + outcome.fields }));
    };

    const paste = (event: ClipboardUse) => {
      const cell = cellOf(store.getShape(), topLeft(store));
      const html = event.clipboardData.getData("text/html");
      const text = event.clipboardData.getData("text/plain");
      const files = Array.from(event.clipboardData.files ?? []);
      // Spreadsheets put a picture of the cells beside their words; a picture from a page has no words.
      if (files.length > 0 && text === "") {
        event.preventDefault();
        return pastePictures(files);
      }
      if (!cell || (text === "" && html === "")) return;
      if (!ctx) {
        if (isReading) tellReading();
        else showToast({ text: t("paste.readOnly") });
        return;
      }
      event.preventDefault();
      const block = readHtml(html);
      if (block?.lane) {
        const after = cell.lane?.key ?? null;
        const { lane } = block;
        return ui.show({
          kind: "paste-lane",
          block: { ...block, lane },
          after,
        });
      }
      const rows = rowsOf(text, html);
      if (pasteText(ctx, cell, rows)) return;
      if (!takesBlock(cell) || !cell.lane || !cell.columnId) {
        showToast({ text: t("paste.noCell") });
        return;
      }
      const isOwn = block !== null && block.rows.flat(2).length > 0;
      const spot = { laneId: cell.lane.key, columnId: cell.columnId };
      const lay = (own: CopiedBlock | null) => {
        const context = ctxNow();
        if (!context || !store.view().canWrite)
          return void showToast({ text: t("paste.readOnly") });
        const cells = rows.map((row, down) =>
          row.map((words, right) => {
            const cards = own?.rows[down]?.[right] ?? [];
            const isEmptied =
              cards.length === 0 && block?.rows[down]?.[right]?.length;
            return { text: isEmptied ? "" : words, cards };
          }),
        );
        begin(context, {
          spot,
          lanes: store.getSeen().lanes.map(({ id }) => id),
          cells,
          isBehind: isOwn || cells.flat().length === 1,
        });
      };
      const at = cellName(cell);
      const brought = block && bring(block, comingAt(coming, at));
      if (brought) void brought.then(lay);
      else lay(isOwn ? block : null);
    };

    const onGrid =
      (handle: (event: ClipboardUse) => void) => (event: ClipboardUse) => {
        if (isOnGrid(event.target)) handle(event);
      };
    return {
      onCopy: onGrid(copy),
      onCut: onGrid((event) => {
        copy(event);
        orders.obey({ type: "clear" });
      }),
      onPaste: onGrid(paste),
    };
  }, [
    store,
    orders,
    pastePictures,
    coming,
    bring,
    isReading,
    tellReading,
    source,
    workspaceSlug,
    journeyId,
    ctx,
    ctxNow,
    catalogue,
    ui,
    t,
  ]);
}

/** While files are on their way the right to write may go, or the room begin anew with another document. */
function useLatest<T>(value: T): () => T {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  return useCallback(() => latest.current, []);
}

/** Files that are on their way show as such in the cell in which they will stand. */
function comingAt(coming: PictureList, at: string): ShowComing {
  return (name, cancel) => coming.add({ at, name, cancel }).end;
}

/** What was chosen one by one, or the one card that is selected. */
function chosenAt({ picks, card }: GridState): readonly Pick[] {
  return picks.length > 0 || card === null
    ? picks
    : [{ kind: "card", id: card }];
}

function countOf({ texts, block }: Copied): number {
  return block.rows.flat(2).length || texts.flat().length;
}

/** The lane whose name is selected, and nothing but its name. */
function laneAt(store: GridStore, map: JourneyMap): Lane | null {
  const { anchor, picks, point } = store.getState();
  const cell = cellOf(store.getShape(), point);
  const isName =
    cell?.role === "lane" ||
    cell?.role === "line" ||
    (cell?.role === "folded-lane" && cell.from < 0);
  return isName && !anchor && picks.length === 0
    ? (laneIn(map, cell.row) ?? null)
    : null;
}

const FIELDS: readonly string[] = ["message", "channel", "stakeholder"];

/** Where a block can begin: among cards, or in a field of a touchpoint that words can fill. */
function takesBlock({ role, lane }: GridCell): boolean {
  return (
    role === "cards" || (role === "field" && FIELDS.includes(lane?.kind ?? ""))
  );
}

/** Words with tabs or from a table are a block; anything else is one text, however many lines it has. */
function rowsOf(text: string, html: string): string[][] {
  const plain = text.replace(/\r\n?/g, "\n");
  return plain.includes("\t") || /<table/i.test(html)
    ? readTsv(plain)
    : [[plain.trim()]];
}

/** A single text goes straight into a cell that is one text. */
function pasteText(
  ctx: CommandContext,
  cell: GridCell,
  rows: string[][],
): boolean {
  const target = cell.role === "cards" ? null : textTarget(cell);
  const text = rows[0]?.[0];
  const isOne = rows.length === 1 && rows[0]?.length === 1;
  if (!isOne || text === undefined || target?.kind !== "text") return false;
  const isTitle = "field" in target.ref && target.ref.field === "title";
  return setText(ctx, target.ref, isTitle ? text.replaceAll("\n", " ") : text)
    .ok;
}

/** A block is laid down from the upper left corner of the selection. */
function topLeft(store: GridStore): {
  row: GridCell["row"];
  leaf: GridShape["leaves"][number]["key"] | "head";
} {
  const { point, anchor } = store.getState();
  const shape = store.getShape();
  if (!anchor) return point;
  const isAbove =
    shape.rows.indexOf(anchor.row) < shape.rows.indexOf(point.row);
  const isLeft = leafIndex(shape, anchor.leaf) < leafIndex(shape, point.leaf);
  return {
    row: isAbove ? anchor.row : point.row,
    leaf: isLeft ? anchor.leaf : point.leaf,
  };
}

"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef } from "react";
import { oneStep } from "@/components/room/one-step";
import { useCommands } from "@/components/room/use-commands";
import {
  attachFile,
  useFileSender,
} from "@/components/touchpoint/attachments/use-file-sender";
import { showToast } from "@/components/ui/toast";
import { FILE_LIMITS, FILE_LIMITS_MB, FILE_TYPES } from "@/lib/api/file-limits";
import type { FileInfo } from "@/lib/api/files";
import { addCard } from "@/lib/journey/cards";
import type { CommandContext, CommandResult } from "@/lib/journey/command";
import type {
  CardId,
  ColumnId,
  EntityId,
  LaneId,
  TouchpointId,
} from "@/lib/journey/ids";
import type { GridState } from "../grid/grid-state";
import type { GridStore } from "../grid/grid-store";
import { cellName, cellOf } from "../grid/shape";
import type { GridCell } from "../grid/shape";
import { speak } from "../grid/speak";
import type { PictureList } from "./picture-list";

/** What a pasted file is hung on: something that is there, or a card that comes with it. */
type Target = { readonly at: string } & (
  | { readonly on: EntityId }
  | { readonly laneId: LaneId; readonly columnId: ColumnId }
);

/** Puts pasted files into the selected cell: sent first, and on the map once the server holds them. */
export function usePastePictures(
  store: GridStore,
  coming: PictureList,
): (files: readonly File[]) => void {
  const t = useTranslations("map.paste");
  const { ctx, run } = useCommands();
  const sendFile = useFileSender();
  // The right to write may come and go while a file is on its way.
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  }, [run]);

  const send = useCallback(
    async (file: File, target: Target) => {
      const abort = new AbortController();
      const { name } = file;
      const place = coming.add({
        at: target.at,
        name,
        cancel: () => abort.abort(),
      });
      const sent = await sendFile(file, {
        signal: abort.signal,
        onProgress: place.progress,
      });
      place.end();
      if (!sent) return;
      const put = latest.current((context) => putFile(context, target, sent));
      if (put?.ok) speak(t("pictureAdded", { name }));
    },
    [coming, sendFile, t],
  );

  const take = useCallback(
    (files: readonly File[]) => {
      const target = targetOf(store.getState(), store);
      if (!ctx) return void showToast({ text: t("readOnly") });
      if (!target) return void showToast({ text: t("pictureNoCell") });
      for (const file of files) {
        if (file.size === 0) {
          const text = t("empty", { name: file.name });
          showToast({ text, tone: "danger" });
        } else if (isTaken(file)) void send(file, target);
        else {
          const text = t("notTaken", { name: file.name, ...FILE_LIMITS_MB });
          showToast({ text, tone: "danger" });
        }
      }
    },
    [store, ctx, send, t],
  );
  useEffect(() => store.onFiles(take), [store, take]);
  return take;
}

function isTaken({ type, size }: File): boolean {
  const isOf = (types: readonly string[]) => types.includes(type);
  if (isOf(FILE_TYPES.picture)) return size <= FILE_LIMITS.picture;
  return isOf(FILE_TYPES.pdf) && size <= FILE_LIMITS.pdf;
}

/** A selected card takes the file itself; a cell gets a new card; everything else in a column is its touchpoint's. */
function targetOf(state: GridState, store: GridStore): Target | null {
  const cell = cellOf(store.getShape(), state.point);
  if (!cell) return null;
  if (cell.role === "cards") return cardTarget(cell, state.card);
  if (cell.role !== "field" && cell.role !== "touchpoint") return null;
  const on = cell.columnId as TouchpointId;
  return { on, at: `touchpoints/${on}` };
}

function cardTarget(cell: GridCell, card: CardId | null): Target | null {
  const at = cellName(cell);
  if (card !== null) return { on: card, at };
  const { lane, columnId } = cell;
  return lane && columnId ? { laneId: lane.key, columnId, at } : null;
}

function putFile(
  ctx: CommandContext,
  target: Target,
  file: FileInfo,
): CommandResult {
  if ("on" in target) return attachFile(ctx, target.on, file);
  const { laneId, columnId } = target;
  return oneStep(ctx, (step) => {
    const made = addCard(step, { laneId, columnId, text: "" });
    return made.ok ? attachFile(step, made.cardId, file) : made;
  });
}

"use client";

import { useFormatter, useNow, useTranslations } from "next-intl";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useRoom } from "@/components/room/room-context";
import { useCanWrite } from "@/components/room/use-room-state";
import { useWriter } from "@/components/room/use-writer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { TrashItem } from "@/lib/journey/journey-map";
import type { GridStore } from "../grid/grid-store";
import { revive } from "../grid/revive";

interface TrashDialogProps {
  readonly store: GridStore;
  readonly onClose: () => void;
}

/** What was deleted, newest first, with the way back. */
export function TrashDialog({ store, onClose }: TrashDialogProps) {
  const t = useTranslations("map");
  const trash = useJourneyMap((map) => map.trash);
  return (
    <Dialog
      title={t("trash.title")}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      {trash.length === 0 ? (
        <p className="text-sm text-ink-3">{t("trash.empty")}</p>
      ) : null}
      <ul className="flex flex-col divide-y divide-line">
        {trash.map((item) => (
          <TrashRow key={item.id} item={item} store={store} />
        ))}
      </ul>
    </Dialog>
  );
}

interface TrashRowProps {
  readonly item: TrashItem;
  readonly store: GridStore;
}

function TrashRow({ item, store }: TrashRowProps) {
  const t = useTranslations("map");
  const format = useFormatter();
  const now = useNow();
  const { run } = useCommands();
  const { me } = useRoom();
  const canWrite = useCanWrite();
  const writer = useWriter()(item.deletedBy);
  const { kind, title, deletedBy, deletedAt } = item;
  const handleRestore = () => {
    const back = run((ctx) => revive(ctx, item));
    if (back?.ok) store.reveal(item.id);
  };
  return (
    <li className="flex items-center gap-2 py-2">
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 text-sm">
          {title || t("untitled.any")}
        </span>
        <span className="text-xs text-ink-3">
          {t(`thing.${kind}`)}
          {" · "}
          <time
            dateTime={new Date(deletedAt).toISOString()}
            title={format.dateTime(new Date(deletedAt), "exact")}
          >
            {format.relativeTime(new Date(deletedAt), now)}
          </time>
          {deletedBy === me.id
            ? ` · ${t("trash.byYou")}`
            : writer.known === "yes"
              ? ` · ${t("trash.by", { name: writer.name })}`
              : ""}
        </span>
      </span>
      {canWrite ? (
        <Button size="sm" onPress={handleRestore}>
          {t("trash.restore")}
        </Button>
      ) : null}
    </li>
  );
}

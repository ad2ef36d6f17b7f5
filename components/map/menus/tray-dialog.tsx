"use client";

import { useTranslations } from "next-intl";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useCanWrite } from "@/components/room/use-room-state";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useEditorUi } from "../editor-ui";
import type { Subject } from "../grid/places";
import type { Structure } from "../grid/use-structure";

interface TrayDialogProps {
  readonly structure: Structure;
  readonly onClose: () => void;
}

/** What lost its column or lane, each with a way back onto the map. */
export function TrayDialog({ structure, onClose }: TrayDialogProps) {
  const t = useTranslations("map");
  const tray = useJourneyMap((map) => map.tray);
  const items: { subject: Subject; title: string }[] = [
    ...tray.touchpoints.map(({ id, title }) => ({
      subject: { kind: "touchpoint" as const, id },
      title,
    })),
    ...tray.cards.map(({ id, text }) => ({
      subject: { kind: "card" as const, id },
      title: text,
    })),
  ];
  return (
    <Dialog
      title={t("tray.title")}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      <p className="mb-3 text-sm text-ink-2">{t("tray.text")}</p>
      {items.length === 0 ? (
        <p className="text-sm text-ink-3">{t("tray.empty")}</p>
      ) : null}
      <ul className="flex flex-col divide-y divide-line">
        {items.map(({ subject, title }) => (
          <TrayRow key={subject.id} {...{ subject, title, structure }} />
        ))}
      </ul>
    </Dialog>
  );
}

interface TrayRowProps {
  readonly subject: Subject;
  readonly title: string;
  readonly structure: Structure;
}

function TrayRow({ subject, title, structure }: TrayRowProps) {
  const t = useTranslations("map");
  const ui = useEditorUi();
  const canWrite = useCanWrite();
  return (
    <li className="flex items-center gap-2 py-2">
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 text-sm">
          {title || t("untitled.any")}
        </span>
        <span className="text-xs text-ink-3">{t(`thing.${subject.kind}`)}</span>
      </span>
      {canWrite ? (
        <>
          <Button
            size="sm"
            onPress={() => ui.show({ kind: "move-to", subjects: [subject] })}
          >
            {t("tray.place")}
          </Button>
          <Button
            size="sm"
            variant="quiet"
            onPress={() => structure.remove(subject)}
          >
            {t("tray.delete")}
          </Button>
        </>
      ) : null}
    </li>
  );
}

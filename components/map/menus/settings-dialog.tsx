"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useCanWrite } from "@/components/room/use-room-state";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Subject } from "../grid/places";
import type { Structure } from "../grid/use-structure";

interface SettingsDialogProps {
  readonly title: string;
  readonly of: Extract<Subject, { readonly kind: "stage" | "lane" }>;
  readonly structure: Structure;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What is true of a stage or lane as a whole; each field is written at once, so there is nothing to save. */
export function SettingsDialog({
  title,
  of,
  structure,
  onClose,
  children,
}: SettingsDialogProps) {
  const t = useTranslations("map");
  const canWrite = useCanWrite();
  return (
    <Dialog
      title={title}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      footer={
        <>
          {canWrite ? (
            <Button
              variant="quiet"
              className="mr-auto text-danger"
              onPress={() => {
                onClose();
                structure.remove(of);
              }}
            >
              {t(`menu.delete.${of.kind}`)}
            </Button>
          ) : null}
          <Button variant="primary" onPress={onClose}>
            {t("laneSettings.done")}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}

"use client";

import { BookOpen, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useReadingMode } from "@/components/room/reading-mode";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { speak } from "../grid/speak";

/** To look around without moving anything by accident, and back. */
export function ReadingSwitch() {
  const t = useTranslations("map.reading");
  const { isOffered, isReading, read } = useReadingMode();
  if (!isOffered) return null;
  const toggle = () => {
    read(!isReading);
    speak(t(isReading ? "nowEditing" : "nowReading"));
  };
  return isReading ? (
    <Button size="sm" aria-label={t("edit")} onPress={toggle}>
      <Pencil aria-hidden="true" />
      <span className="max-lg:hidden">{t("editShort")}</span>
    </Button>
  ) : (
    <span className="max-sm:hidden">
      <IconButton label={t("read")} onPress={toggle}>
        <BookOpen aria-hidden="true" />
      </IconButton>
    </span>
  );
}

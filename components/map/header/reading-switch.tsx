"use client";

import { BookOpen, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useReadingMode } from "@/components/room/reading-mode";
import { Button } from "@/components/ui/button";
import { tipOf } from "@/components/ui/tooltip";
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
  const name = t(isReading ? "edit" : "read");
  // One button in both looks: another one in its place would let the focus fall.
  return (
    <span className={isReading ? undefined : "max-sm:hidden"}>
      <Button
        size="sm"
        variant={isReading ? "secondary" : "quiet"}
        aria-label={name}
        onPress={toggle}
        className={
          isReading
            ? undefined
            : "size-8! rounded-md! px-0! pointer-coarse:size-11!"
        }
        {...tipOf({ text: name })}
      >
        {isReading ? (
          <>
            <Pencil aria-hidden="true" />
            <span className="max-lg:hidden">{t("editShort")}</span>
          </>
        ) : (
          <BookOpen aria-hidden="true" />
        )}
      </Button>
    </span>
  );
}

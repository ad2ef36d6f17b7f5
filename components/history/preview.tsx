"use client";

import { useTranslations } from "next-intl";
import {
  ReadMarksContext,
  type ReadMarks,
} from "@/components/map/read/read-marks";
import { PicturesToOpen } from "@/components/map/facts/pictures-to-open";
import { ReadTable } from "@/components/map/read/read-table";
import { Outline } from "@/components/map/outline/outline";
import { useMediaQuery } from "@/components/touchpoint/use-media-query";
import type { JourneyMap } from "@/lib/journey/journey-map";

interface PreviewProps {
  readonly map: JourneyMap;
  readonly marks: ReadMarks;
}

/** A version as it was, only to be read, with what is different marked on it. */
export function Preview({ map, marks }: PreviewProps) {
  const t = useTranslations("map");
  const isPhone = useMediaQuery("(max-width: 639px)");
  if (map.stages.length === 0 && map.lanes.length === 0)
    return <p className="p-8 text-center text-ink-2">{t("outline.empty")}</p>;
  return (
    <ReadMarksContext value={marks}>
      <PicturesToOpen map={map}>
        {isPhone ? <Outline map={map} write={null} /> : <ReadTable map={map} />}
      </PicturesToOpen>
    </ReadMarksContext>
  );
}

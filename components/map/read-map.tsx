"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useMediaQuery } from "@/components/touchpoint/use-media-query";
import type { SharedView } from "@/lib/api/shared-view";
import type { Locale } from "@/lib/i18n/config";
import { asId } from "@/lib/journey/ids";
import { COLOURS } from "@/lib/journey/vocabulary";
import { BUILT_IN_CHANNELS } from "@/lib/templates/channels";
import { CatalogueProvider } from "./drawing/catalogue";
import type { CatalogueRows } from "./editor-props";
import { Outline } from "./outline/outline";
import { ReadTable } from "./read/read-table";

interface ReadMapProps {
  readonly view: SharedView;
  readonly fileUrl: (fileId: string, size?: "thumb") => string;
}

/** A shared map, only to be read: the same drawing without anything that writes. */
export function ReadMap({ view, fileUrl }: ReadMapProps) {
  const t = useTranslations("map");
  const locale = useLocale();
  const isPhone = useMediaQuery("(max-width: 639px)");
  const rows = useMemo(() => rowsOf(view, locale), [view, locale]);
  const { map } = view.view;
  return (
    <CatalogueProvider {...rows} fileUrl={fileUrl}>
      {map.stages.length === 0 && map.lanes.length === 0 ? (
        <p className="p-8 text-center text-ink-2">{t("outline.empty")}</p>
      ) : isPhone ? (
        <Outline map={map} write={null} />
      ) : (
        <ReadTable map={map} />
      )}
    </CatalogueProvider>
  );
}

function rowsOf(
  { view, personas, channels }: SharedView,
  locale: Locale,
): CatalogueRows {
  return {
    personas: personas.map(({ id, name, colour, summary }) => ({
      id: asId(id),
      name,
      colour: COLOURS.find((known) => known === colour) ?? "grey",
      summary,
      draft: false,
      archived: false,
    })),
    stakeholders: view.stakeholders.map(({ id, name }) => ({
      id,
      name,
      kind: "person",
      colour: "grey",
      archived: false,
      userId: null,
    })),
    channels: channels.map(({ id, name, key, icon }) => ({
      id: asId(id),
      name:
        BUILT_IN_CHANNELS.find((builtIn) => builtIn.key === key)?.name[
          locale
        ] ?? name,
      icon,
      medium: "online",
      archived: false,
    })),
  };
}

"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { lazyPart } from "@/components/ui/lazy-part";
import type { SharedView } from "@/lib/api/shared-view";
import type { Locale } from "@/lib/i18n/config";
import { asId } from "@/lib/journey/ids";
import type { PersonaId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { COLOURS } from "@/lib/journey/vocabulary";
import { BUILT_IN_CHANNELS } from "@/lib/templates/channels";
import type { MapView } from "@/lib/views/views";
import { CustomerWordContext } from "@/components/room/use-customer-word";
import { CatalogueProvider } from "./drawing/catalogue";
import type { CatalogueRows } from "./editor-props";
import { EvidenceProvider } from "./emotion/evidence-provider";
import type { EmotionPreview } from "./emotion/lines";
import { PicturesToOpen } from "./facts/pictures-to-open";
import { HiddenPersonas, useHidden } from "./hidden-personas";
import { Outline } from "./outline/outline";
import { ReadPersonas } from "./read/read-personas";
import { ReadTable } from "./read/read-table";
import { PrintGate } from "./seeing/print/print-gate";
import { LazyView } from "./views/lazy-view";

interface ReadMapProps {
  readonly view: SharedView;
  readonly fileUrl: (fileId: string, size?: "thumb") => string;
  /** How the map is looked at. */
  readonly as: MapView;
  /** What is done with the map beyond reading it here. */
  readonly doing: ReadDoing | null;
  readonly onDone: () => void;
}

export type ReadDoing = "present" | "print";

const PresentMode = lazyPart(
  async () => (await import("./seeing/present/present-mode")).PresentMode,
);
const PrintDialog = lazyPart(
  async () => (await import("./seeing/print/print-dialog")).PrintDialog,
);
const PrintSheet = lazyPart(
  async () => (await import("./seeing/print/print-sheet")).PrintSheet,
  { takesKeys: false },
);

/** A shared map, only to be read: the same drawing without anything that writes. */
export function ReadMap(props: ReadMapProps) {
  const { view, fileUrl, as, doing, onDone } = props;
  const t = useTranslations("map");
  const locale = useLocale();
  const rows = useMemo(() => rowsOf(view, locale), [view, locale]);
  const [hidden, toggle] = useHidden();
  const { map } = view.view;
  const Sheet = useCallback(() => <PrintSheet map={map} />, [map]);
  return (
    <CatalogueProvider {...rows} fileUrl={fileUrl}>
      <CustomerWordContext value={map.meta.customerWord.trim()}>
        <EvidenceProvider groups={view.evidence} staleMonths={view.staleMonths}>
          <HiddenPersonas value={hidden}>
            {map.stages.length === 0 && map.lanes.length === 0 ? (
              <p className="p-8 text-center text-ink-2">{t("outline.empty")}</p>
            ) : (
              <>
                {map.personas.length > 1 && map.curves.length > 0 ? (
                  <ReadPersonas
                    personas={map.personas}
                    hidden={hidden}
                    onToggle={toggle}
                  />
                ) : null}
                <div className="flex min-h-0 flex-1">
                  <PicturesToOpen map={map}>
                    <ReadAs {...{ map, as, hidden }} />
                  </PicturesToOpen>
                </div>
              </>
            )}
            {doing === "present" ? (
              <PresentMode map={map} onClose={onDone} />
            ) : null}
            {doing === "print" ? (
              <PrintDialog map={map} isNarrowed={false} onClose={onDone} />
            ) : null}
            <PrintGate Sheet={Sheet} />
          </HiddenPersonas>
        </EvidenceProvider>
      </CustomerWordContext>
    </CatalogueProvider>
  );
}

interface ReadAsProps {
  readonly map: JourneyMap;
  readonly as: MapView;
  readonly hidden: ReadonlySet<PersonaId>;
}

const NO_PREVIEWS: readonly EmotionPreview[] = [];

function ReadAs({ map, as, hidden }: ReadAsProps) {
  if (as === "map") return <ReadTable map={map} />;
  if (as === "outline") return <Outline map={map} write={null} />;
  return (
    <LazyView
      view={as}
      write={null}
      openTouchpoint={null}
      previews={NO_PREVIEWS}
      {...{ map, hidden }}
    />
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

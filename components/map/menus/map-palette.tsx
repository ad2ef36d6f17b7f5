"use client";

import { Columns3, MapPinned, Rows3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { PaletteEntry, PaletteSection } from "@/components/palette/entry";
import { LazyPalette } from "@/components/palette/lazy-palette";
import { useRoom } from "@/components/room/room-context";
import { useSeen } from "@/components/room/use-room-state";
import { Avatar } from "@/components/ui/avatar";
import { useHistory } from "@/components/room/use-history";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { COLOURS } from "@/lib/journey/vocabulary";
import { useOffered } from "../commands/use-command";
import { ColourDot } from "../drawing/colour-dot";
import { useEditorUi } from "../editor-ui";
import type { Spot } from "../editor-ui";
import type { GridStore } from "../grid/grid-store";
import { isMany } from "../grid/picks";
import type { Orders } from "../grid/use-orders";
import type { Structure } from "../grid/use-structure";
import { useFollow } from "../seeing/together/use-follow";
import { ViewIcon } from "../views/view-icon";
import { useFeelingEntries } from "./feeling-item";
import { useKeyNames } from "./key-names";
import { useManyEntries } from "./use-many-entries";
import type { ManyContent } from "./use-many-entries";
import { useMapEntries } from "./use-map-entries";
import { useMenuItems } from "./use-menu-items";

interface MapPaletteProps {
  readonly store: GridStore;
  readonly orders: Orders;
  readonly structure: Structure;
  readonly onClose: () => void;
}

/** The palette over a map: what can be done with the selection comes first. */
export function MapPalette(props: MapPaletteProps) {
  const { store } = props;
  return isMany(store.getState(), store.view()) ? (
    <ForMany {...props} />
  ) : (
    <ForOne {...props} />
  );
}

/** Pickers that the palette opens stand where it stood. */
const middle = (): Spot => ({
  x: Math.round(window.innerWidth / 2) - 140,
  y: Math.round(window.innerHeight * 0.12),
});

function ForOne(props: MapPaletteProps) {
  const { groups, colour } = useMenuItems(props);
  const colours = useColourEntries(colour);
  const feelings = useFeelingEntries(props);
  const selection = [...groups.flat(), ...feelings, ...colours];
  return <Whole {...props} selection={selection} />;
}

function ForMany(props: MapPaletteProps) {
  const at = useMemo(() => middle(), []);
  const { entries, colour } = useManyEntries({ ...props, at });
  const colours = useColourEntries(colour);
  return <Whole {...props} selection={[...entries, ...colours]} />;
}

/** The colours that what is selected could have. */
function useColourEntries(colour: ManyContent["colour"]): PaletteEntry[] {
  const t = useTranslations("map");
  if (!colour) return [];
  return [null, ...COLOURS].map((value) => ({
    id: `colour-${value ?? "none"}`,
    label: t(`colour.${value ?? "none"}`),
    place: t("menu.colour"),
    icon: <ColourDot colour={value} />,
    run: () => colour.choose(value),
  }));
}

interface WholeProps extends MapPaletteProps {
  readonly selection: readonly PaletteEntry[];
}

function Whole({ store, selection, onClose, ...hands }: WholeProps) {
  const t = useTranslations("palette");
  const named = useKeyNames();
  const { workspaceSlug: slug } = useRoom();
  const map = useMapCommands(hands);
  const places = usePlaces(store);
  const withKeys = (entry: PaletteEntry): PaletteEntry => ({
    ...entry,
    keys: entry.keys && named(entry.keys),
  });
  // Outside the grid nothing is selected that anybody could see.
  const { view } = useEditorUi();
  const sections: PaletteSection[] = [
    {
      id: "selection",
      title: t("selection"),
      entries: view === "map" ? selection.map(withKeys) : [],
    },
    { id: "map", title: t("map"), entries: map.map(withKeys) },
    { id: "here", title: t("here"), entries: usePeopleEntries() },
    { id: "views", title: t("views"), entries: useViewEntries() },
    { id: "on-map", title: t("onMap"), entries: places },
  ];
  return <LazyPalette {...{ slug, sections, onClose }} />;
}

/** Everybody else who is here, to be followed. */
function usePeopleEntries(): PaletteEntry[] {
  const t = useTranslations("seeing.follow");
  const { me } = useRoom();
  const { followed, toggle } = useFollow();
  return useSeen()
    .people.filter(({ id }) => id !== me.id)
    .map((person) => ({
      id: `person-${person.id}`,
      label: t(person.id === followed ? "stop" : "start", {
        name: person.name,
      }),
      icon: <Avatar {...person} size="xs" />,
      run: () => toggle(person),
    }));
}

/** The other ways to look at the map. */
function useViewEntries(): PaletteEntry[] {
  const t = useTranslations("views");
  const { view, views, showView } = useEditorUi();
  return views
    .filter((id) => id !== view)
    .map((id) => ({
      id: `view-${id}`,
      label: t("show", { view: t(`name.${id}`) }),
      icon: <ViewIcon view={id} />,
      run: () => showView(id),
    }));
}

function useMapCommands({
  orders,
}: Pick<MapPaletteProps, "orders">): PaletteEntry[] {
  const offered = useOffered(orders);
  const entries = useMapEntries(orders);
  const { canUndo, canRedo } = useHistory();
  const { view } = useEditorUi();
  return [
    ...(canUndo ? [offered("undo")] : []),
    ...(canRedo ? [offered("redo")] : []),
    ...entries,
    ...(view === "map" ? LOOKING.map(offered) : []),
  ];
}

const LOOKING = ["fit", "selection", "actual", "zoomIn", "zoomOut"] as const;

/** Stages, touchpoints and lanes to go to; views without a grid to go about in open touchpoints. */
function usePlaces(store: GridStore): PaletteEntry[] {
  const t = useTranslations("map");
  const { openRecord, view } = useEditorUi();
  const map = useJourneyMap((now) => now);
  const hasGrid = view === "map";
  return useMemo(() => {
    const reveal = (id: string) => () => void store.reveal(id);
    const touchpoints = map.stages.flatMap((stage) =>
      stage.touchpoints.map(({ id, title }): PaletteEntry => ({
        id,
        label: title || t("untitled.touchpoint"),
        place: stage.title || t("untitled.stage"),
        icon: <MapPinned aria-hidden="true" />,
        run: hasGrid
          ? reveal(id)
          : () => openRecord({ kind: "touchpoint", id }),
      })),
    );
    if (!hasGrid) return touchpoints;
    const stages = map.stages.map(({ id, title }): PaletteEntry => ({
      id,
      label: title || t("untitled.stage"),
      icon: <Columns3 aria-hidden="true" />,
      run: reveal(id),
    }));
    const lanes = map.lanes.map(({ id, kind, title }): PaletteEntry => ({
      id,
      label: title || t(`lane.${kind}.name`),
      icon: <Rows3 aria-hidden="true" />,
      run: reveal(id),
    }));
    return [...stages, ...touchpoints, ...lanes];
  }, [map, hasGrid, store, openRecord, t]);
}

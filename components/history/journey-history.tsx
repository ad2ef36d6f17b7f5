"use client";

import type { CatalogueRows } from "@/components/map/editor-props";
import { LibraryProvider } from "@/components/room/library";
import type { Me } from "@/components/room/room-context";
import { RoomProvider } from "@/components/room/room-provider";
import type { PackedMap } from "@/lib/journey/packed-map";
import { HistoryFrame } from "./history-frame";

interface JourneyHistoryProps extends CatalogueRows {
  readonly journeyId: string;
  readonly workspaceSlug: string;
  readonly me: Me;
  readonly mayRestore: boolean;
  readonly initialMap: PackedMap | null;
  /** Only what concerns this touchpoint, to begin with. */
  readonly touchpointId: string | null;
  /** A version to begin with, beside the map as it is now. */
  readonly since: number | null;
}

/** What a map said before, live: a new version appears while one looks, and so does what others change. */
export function JourneyHistory(props: JourneyHistoryProps) {
  const { journeyId, workspaceSlug, me, mayRestore, initialMap } = props;
  const { personas, stakeholders, channels, touchpointId, since } = props;
  return (
    <RoomProvider
      {...{ journeyId, workspaceSlug, me, initialMap }}
      mayEdit={false}
    >
      <LibraryProvider
        initial={{ personas, stakeholders, channels }}
        mayCreate={false}
      >
        <HistoryFrame {...{ mayRestore, touchpointId, since }} />
      </LibraryProvider>
    </RoomProvider>
  );
}

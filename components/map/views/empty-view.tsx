"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { JourneyMap } from "@/lib/journey/journey-map";
import type { MapView } from "@/lib/views/views";
import { ViewIcon } from "./view-icon";
import type { ViewWrite } from "./view-props";

interface EmptyViewProps {
  readonly view: MapView;
  readonly text: string;
  readonly action?: ReactNode;
}

/** What a view says while the map has nothing for it yet, and the button that begins it. */
export function EmptyView({ view, text, action }: EmptyViewProps) {
  const t = useTranslations("views");
  return (
    <div className="flex min-w-0 flex-1 items-center justify-center overflow-auto bg-surface p-6">
      <EmptyState
        icon={<ViewIcon view={view} />}
        title={t(`name.${view}`)}
        action={action}
      >
        {text}
      </EmptyState>
    </div>
  );
}

interface NoTouchpointsProps {
  readonly view: MapView;
  readonly map: JourneyMap;
  readonly write: ViewWrite | null;
}

/** For views that are about touchpoints, on a map that has none. */
export function NoTouchpoints({ view, map, write }: NoTouchpointsProps) {
  const t = useTranslations("views");
  const words = useTranslations("map.add");
  const stage = map.stages[0];
  return (
    <EmptyView
      view={view}
      text={t(stage ? "empty.touchpoints" : "empty.stages")}
      action={
        write === null ? null : stage ? (
          <Button
            variant="primary"
            onPress={() => write.addTouchpoint(stage.id)}
          >
            {words("touchpoint")}
          </Button>
        ) : (
          <Button variant="primary" onPress={write.addStage}>
            {words("stage")}
          </Button>
        )
      }
    />
  );
}

export function hasTouchpoints({ stages }: JourneyMap): boolean {
  return stages.some(({ touchpoints }) => touchpoints.length > 0);
}

"use client";

import type { ComponentType } from "react";
import type { MapView } from "@/lib/views/views";
import { LateView } from "./late-view";
import type { ViewProps } from "./view-props";

type LoadedView = ComponentType<ViewProps>;
export type OtherView = Exclude<MapView, "map" | "outline">;

const loaders: Readonly<Record<OtherView, () => Promise<LoadedView>>> = {
  line: async () => (await import("./line/line-view")).LineView,
  table: async () => (await import("./table/table-view")).TableView,
  canvas: async () => (await import("./canvas/canvas-view")).CanvasView,
  channels: async () => (await import("./matrix/channels-view")).ChannelsView,
  responsibilities: async () =>
    (await import("./matrix/responsibilities-view")).ResponsibilitiesView,
};

interface LazyViewProps extends ViewProps {
  readonly view: OtherView;
}

/** Another view than the grid and the list. */
export function LazyView({ view, ...props }: LazyViewProps) {
  return <LateView name={view} loaders={loaders} of={props} />;
}

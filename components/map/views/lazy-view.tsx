"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState, type ComponentType } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import type { MapView } from "@/lib/views/views";
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

/** A view that is loaded when it is chosen; where the network is gone, it says so and can be asked again. */
export function LazyView({ view, ...props }: LazyViewProps) {
  const [tries, setTries] = useState(0);
  const [loaded, setLoaded] = useState<{
    readonly view: OtherView;
    readonly View: LoadedView | null;
  } | null>(null);
  useEffect(() => {
    let isGone = false;
    const settle = (View: LoadedView | null) =>
      isGone || setLoaded({ view, View });
    loaders[view]().then(settle, () => settle(null));
    return () => {
      isGone = true;
    };
  }, [view, tries]);
  if (loaded?.view !== view) return <Waiting />;
  const { View } = loaded;
  return View ? (
    <View {...props} />
  ) : (
    <NotLoaded
      onRetry={() => {
        setLoaded(null);
        setTries(tries + 1);
      }}
    />
  );
}

function Waiting() {
  const t = useTranslations("views");
  return (
    <div
      role="status"
      aria-label={t("loading")}
      className="flex flex-1 items-center justify-center bg-surface"
    >
      <Spinner />
    </div>
  );
}

function NotLoaded({ onRetry }: { readonly onRetry: () => void }) {
  const t = useTranslations("views");
  return (
    <div
      role="alert"
      className="flex flex-1 flex-col items-center justify-center gap-3 bg-surface p-8 text-center"
    >
      <p className="text-ink-2">{t("notLoaded")}</p>
      <Button onPress={onRetry}>{t("retry")}</Button>
    </div>
  );
}

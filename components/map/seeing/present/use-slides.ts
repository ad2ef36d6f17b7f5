"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { slideNow, slidesOf } from "@/lib/layout/slides";
import type { Slide } from "@/lib/layout/slides";
import { COLUMN_METRICS, HEAD_WIDTH } from "../../drawing/measures";
import { spokenLanes } from "../slide-map";

/** From the back of a meeting room. */
const LEAST_ZOOM = 1.35;
const MOST_ZOOM = 2.2;
/** Title, headings and the bar below, in pixels of the screen. */
const AROUND = 300;
const EDGE = 48;

interface Screen {
  readonly width: number;
  readonly height: number;
}

export interface Slides {
  readonly slides: readonly Slide[];
  /** 0 is the title, and the first slide is 1. */
  readonly at: number;
  readonly go: (to: number) => void;
  readonly zoom: number;
}

/** The slides of a map for this screen, and the one that is shown, however colleagues change the map. */
export function useSlides(map: JourneyMap, isPhone: boolean): Slides {
  const screen = useScreen();
  const { most, room } = useMemo(
    () => measures(screen, isPhone),
    [screen, isPhone],
  );
  const slides = useMemo(
    () =>
      slidesOf(map.stages, {
        most,
        height: room,
        lanesOf: (columns) => spokenLanes(map, columns),
      }),
    [map, most, room],
  );
  const [held, hold] = useState<{ slide: Slide | null; index: number }>({
    slide: null,
    index: -1,
  });
  const index = held.index < 0 ? -1 : slideNow(slides, held);
  const go = useCallback(
    (to: number) => {
      const next = Math.min(Math.max(0, to), slides.length) - 1;
      hold({ index: next, slide: slides[next] ?? null });
    },
    [slides],
  );
  const columns = Math.max(1, slides[index]?.touchpointIds.length ?? 1);
  const wide = HEAD_WIDTH + columns * COLUMN_METRICS.touchpoint;
  const zoom = isPhone
    ? 1
    : Math.min(MOST_ZOOM, Math.max(1, (screen.width - EDGE) / wide));
  return { slides, at: index + 1, go, zoom };
}

function measures({ width, height }: Screen, isPhone: boolean) {
  if (isPhone) return { most: 1, room: Infinity };
  const wide = (width - EDGE) / LEAST_ZOOM - HEAD_WIDTH;
  const most = Math.max(1, Math.floor(wide / COLUMN_METRICS.touchpoint));
  const drawn = HEAD_WIDTH + most * COLUMN_METRICS.touchpoint;
  const zoom = Math.min(MOST_ZOOM, Math.max(1, (width - EDGE) / drawn));
  return { most, room: Math.max(200, (height - AROUND) / zoom) };
}

function useScreen(): Screen {
  const read = () => ({
    width: window.innerWidth,
    height: window.innerHeight,
  });
  const [screen, set] = useState<Screen>(read);
  useEffect(() => {
    const measure = () => set(read());
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, []);
  return screen;
}

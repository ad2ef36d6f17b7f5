"use client";

import { lazyPart } from "@/components/ui/lazy-part";

/** The faces to choose from, loaded when they are first asked for. */
export const LazyLevelPicker = lazyPart(
  async () => (await import("./level-picker")).LevelPicker,
);
